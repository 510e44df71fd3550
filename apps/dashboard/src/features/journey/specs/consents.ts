import type { Examples } from './example.ts';
import { at, sealed } from './values.ts';

export const consentExamples = {
  ConsentGiven: [
    {
      consentId: 'k1',
      version: 2,
      kind: 'single-recipient',
      discloser: 'this-programme',
      recipients: [{ recipientId: 'shelter-1', name: sealed }],
      purposes: ['housing'],
      information: ['attendance', 'level-of-care'],
      description: sealed,
      statements: ['right-to-revoke'],
      expires: { on: 'event', event: 'end-of-treatment' },
      signedAt: at,
      signatures: [{ who: 'patient', name: sealed }],
    },
    'Consent (version 2) to tell one recipient: attendance and the level of care; until the end of treatment.',
  ],
  ConsentRevoked: [{ consentId: 'k1', at, cause: 'revoked' }, 'Consent revoked from [moment] on.'],
  ConsentExpired: [{ consentId: 'k1', at }, 'A consent ended on [day].'],
} satisfies Partial<Examples>;
