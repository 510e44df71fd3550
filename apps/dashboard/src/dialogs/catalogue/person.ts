import { IconHome, IconPill, IconUserCheck } from '@tabler/icons-react';
import { withdraw, type Act } from './act.ts';

/** How somebody lives. */
export const personActs = {
  RecordLivingSituation: {
    group: 'person',
    icon: IconHome,
    rows: [['situation', 'safe'], ['at']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  RecordNaloxoneProvided: {
    group: 'person',
    icon: IconPill,
    rows: [['at', 'kits']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  RecordPregnancy: {
    group: 'person',
    icon: IconUserCheck,
    rows: [['from'], ['reason']],
    now: ['from'],
    undo: withdraw,
  },
  EndPregnancy: {
    group: 'person',
    icon: IconUserCheck,
    rows: [['pregnancyId'], ['at']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
} as const satisfies Readonly<Record<string, Act>>;
