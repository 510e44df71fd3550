import { IconPill } from '@tabler/icons-react';
import { withdraw, type Act } from './act.ts';

/** What somebody takes, and where the next dose is. */
export const medicationActs = {
  RecordMedication: {
    group: 'record',
    icon: IconPill,
    rows: [
      ['medication', 'kind'],
      ['from', 'to'],
      ['scheduled', 'source'],
    ],
    now: ['from'],
    reason: 'aside',
    undo: withdraw,
  },
  ArrangeMedicationContinuity: {
    group: 'record',
    icon: IconPill,
    rows: [['medicationId'], ['nextDoseAt'], ['place']],
    reason: 'aside',
    ahead: { nextDoseAt: [0, 1, 7] },
    undo: withdraw,
  },
  RecordMissedDoses: {
    group: 'record',
    icon: IconPill,
    rows: [
      ['medicationId', 'doses'],
      ['from', 'to'],
    ],
    reason: 'aside',
    undo: withdraw,
  },
  EndMedication: {
    group: 'record',
    icon: IconPill,
    rows: [['medicationId'], ['at'], ['reason']],
    now: ['at'],
    undo: withdraw,
  },
} as const satisfies Readonly<Record<string, Act>>;
