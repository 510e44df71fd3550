import { IconClipboardCheck, IconDoorExit, IconUserCheck } from '@tabler/icons-react';
import type { Act } from './act.ts';

/** How a journey begins, ends and goes on. */
export const beginAndEndActs = {
  OpenEpisode: {
    group: 'end',
    icon: IconUserCheck,
    rows: [
      ['patientId'],
      ['programme', 'siteId'],
      ['entryLevel', 'ageGroup'],
      ['referralSource', 'priority'],
      ['requestedAt'],
      ['reason'],
    ],
    now: ['requestedAt'],
  },
  CloseReferral: { group: 'end', icon: IconDoorExit, rows: [['reasonCode'], ['at'], ['reason']], now: ['at'] },
  SetAftercarePlan: { group: 'end', icon: IconClipboardCheck, rows: [['parts'], ['reason']] },
  DischargeEpisode: {
    group: 'end',
    icon: IconDoorExit,
    rows: [['reasonCode'], ['at'], ['termination'], ['destination'], ['againstAdvice'], ['leaving'], ['reason']],
    asksWhen: {
      termination: { field: 'reasonCode', says: 'terminated-by-facility' },
      leaving: { field: 'againstAdvice', says: true },
    },
    now: ['at'],
    confirm: 'Discharge',
  },
  ReopenEpisode: {
    group: 'end',
    icon: IconUserCheck,
    rows: [['level'], ['attendedAt'], ['reason']],
    reason: 'required',
    now: ['attendedAt'],
  },
  RecordDeath: {
    group: 'end',
    icon: IconDoorExit,
    rows: [['at', 'cause'], ['reason']],
    now: ['at'],
    confirm: 'Death',
  },
} as const satisfies Readonly<Record<string, Act>>;
