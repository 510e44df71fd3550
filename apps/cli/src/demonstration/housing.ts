import { plusMinutes, type Instant } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from '../simulated/plan.ts';

/**
 * Some of the invented people let Harbour House, the housing provider of the demonstration, know whether they come and
 * where they are in care (`infra/partners/recovery-housing.json`), so that its stream has something to tell. Signed on
 * the morning of the demonstration: what they lived through before is as it would be without it.
 */
export function allowsHousing(person: string, now: Instant): readonly Plan[] {
  if (!chance('housing', person).happens(20)) return [];
  const at = plusMinutes(now, -40);
  return [
    {
      at,
      key: 'housing',
      actor: simulatedActor('coordinator'),
      wish: {
        type: 'GiveConsent',
        fields: {
          consentId: 'demo-housing',
          kind: 'single-recipient',
          discloser: 'this-programme',
          recipients: [{ recipientId: 'harbour-house' }],
          purposes: ['housing'],
          information: ['attendance', 'level-of-care', 'appointments-and-hand-offs'],
          statements: ['right-to-revoke', 'redisclosure', 'consequences-of-refusal'],
          expires: { on: 'event', event: 'end-of-treatment' },
          signedAt: at,
          signatures: [{ who: 'patient' }],
        },
      },
    },
  ];
}
