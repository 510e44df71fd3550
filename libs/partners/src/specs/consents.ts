import type { Partner } from '@stepway/contracts';
import type { EventData } from '@stepway/pathway';
import { createPseudonyms } from '../disclosure/pseudonyms.ts';
import { day } from './folded.ts';

export const harbourHouse: Partner = {
  partnerId: 'recovery-housing',
  title: 'Harbour House',
  active: true,
  recipient: { recipientId: 'harbour-house', classes: ['housing-provider'] },
  purpose: 'housing',
  eventTypes: ['Admitted', 'TransitionStarted', 'TransitionCompleted', 'HandOffScheduled', 'SessionRecorded'],
};

export const towardsHarbourHouse = {
  partner: harbourHouse,
  pseudonyms: createPseudonyms(Buffer.alloc(32, 7)),
};

export const consent = (change: Partial<EventData['ConsentGiven']> = {}): EventData['ConsentGiven'] => ({
  consentId: 'k1',
  version: 1,
  kind: 'single-recipient',
  discloser: 'this-programme',
  recipients: [{ recipientId: 'harbour-house' }],
  purposes: ['housing'],
  information: ['level-of-care'],
  statements: ['right-to-revoke'],
  expires: { on: 'date', at: day(60) },
  signedAt: day(1),
  signatures: [{ who: 'patient' }],
  ...change,
});
