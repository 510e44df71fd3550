import { hl7Content } from '@stepway/clinical-codes';
import type { Inbox } from '@stepway/inbox';
import type { Receive } from './answer.ts';

/**
 * Stores what registered senders send. Who shows a certificate is heard only as the sender that is registered with it:
 * who may connect is not yet who may speak for another laboratory.
 */
export const intoInbox =
  (inbox: Inbox, onStored: () => void): Receive =>
  async (text, { certificate }, { sendingApplication, sendingFacility, controlId, processingId }) => {
    const sender = await inbox.senders.ofHl7v2(sendingApplication, sendingFacility);
    const { hl7v2 } = sender ?? {};
    if (sender === undefined || hl7v2 === undefined) return { outcome: 'refused', reason: 'sender-not-known' };
    if (hl7v2.certificate !== certificate) return { outcome: 'refused', reason: 'sender-not-known' };
    if (processingId !== 'P' && !hl7v2.takesTests) return { outcome: 'refused', reason: 'marked-as-test' };
    // The laboratory keeps it, and sends it again.
    if (!(await inbox.hasRoom())) return { outcome: 'unavailable' };
    await inbox.receive({
      ...{ channel: 'hl7v2', senderId: sender.senderId, sourceId: controlId },
      ...{ body: Buffer.from(text, 'utf8'), content: Buffer.from(hl7Content(text), 'utf8') },
    });
    onStored();
    return { outcome: 'stored' };
  };
