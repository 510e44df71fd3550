import { Partner } from '@stepway/contracts';
import type { RunningApi } from './running-api.ts';

/** A partner with the name that `addressOf` asks about. */
export async function registeredPartner({ resources }: RunningApi, change: Partial<Partner> = {}): Promise<Partner> {
  const partner = Partner.parse({
    partnerId: 'recovery-housing',
    title: 'Harbour House',
    active: true,
    recipient: { recipientId: 'harbour-house', classes: ['housing-provider'] },
    purpose: 'housing',
    eventTypes: ['Admitted', 'SessionRecorded', 'TransitionStarted', 'TransitionCompleted', 'HandOffScheduled'],
    ...change,
  });
  await resources.partners.registrations.set(partner, 'administrator-1');
  return partner;
}
