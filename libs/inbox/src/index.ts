export { type Arrival, type Received } from './arrival/arrival.ts';
export { type MessageStatus } from './arrival/status.ts';
export { type Forgotten, type Keeping } from './retention/retention.ts';
export { openInbox, type Inbox } from './inbox.ts';
export { type InboxCounts, type Quarantine, type Quarantined } from './quarantine/quarantine.ts';
export { type Senders } from './senders/senders.ts';
export { type Correction, type Settlement, type Taking, type WaitingMessage } from './taking/take.ts';
