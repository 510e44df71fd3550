import { IconFileCheck } from '@tabler/icons-react';
import { withdraw, type Act } from './act.ts';

/** What a person agrees to. */
export const consentActs = {
  GiveConsent: {
    group: 'consent',
    icon: IconFileCheck,
    rows: [
      ['kind', 'discloser'],
      ['recipients'],
      ['purposes'],
      ['information'],
      ['statements'],
      ['expires'],
      ['signedAt'],
      ['signatures'],
    ],
    now: ['signedAt'],
    reason: 'aside',
    undo: withdraw,
    wide: true,
  },
  RevokeConsent: {
    group: 'consent',
    icon: IconFileCheck,
    rows: [['consentId'], ['at', 'cause'], ['reason']],
    now: ['at'],
  },
} as const satisfies Readonly<Record<string, Act>>;
