import { IconArrowsExchange, IconCalendarPlus, IconSitemap, IconUserCheck } from '@tabler/icons-react';
import { withdraw, type Act } from './act.ts';

/** Into a level, and from one to the next. */
export const moveActs = {
  Admit: {
    group: 'move',
    icon: IconUserCheck,
    rows: [['level'], ['attendedAt'], ['reason']],
    now: ['attendedAt'],
  },
  ChangeLevelOfCare: {
    group: 'move',
    icon: IconSitemap,
    rows: [['to'], ['reasonCode'], ['reason']],
    reason: 'required',
    confirm: 'Override',
  },
  DecideProposal: {
    group: 'move',
    icon: IconSitemap,
    rows: [['transitionId'], ['decision'], ['reason']],
  },
  ScheduleHandOff: {
    group: 'move',
    icon: IconArrowsExchange,
    rows: [['transitionId'], ['appointmentAt'], ['reason']],
    ahead: { appointmentAt: [0, 1, 2] },
  },
  CompleteHandOff: {
    group: 'move',
    icon: IconArrowsExchange,
    rows: [['transitionId'], ['attendedAt']],
    now: ['attendedAt'],
    reason: 'aside',
  },
  FailHandOff: { group: 'move', icon: IconArrowsExchange, rows: [['transitionId'], ['reasonCode'], ['reason']] },
  FailTransition: {
    group: 'move',
    icon: IconArrowsExchange,
    rows: [['transitionId'], ['reasonCode'], ['reason']],
    reason: 'required',
  },
  CancelTransition: { group: 'move', icon: IconArrowsExchange, rows: [['transitionId'], ['reasonCode'], ['reason']] },
  RecordPatientDecision: {
    group: 'move',
    icon: IconUserCheck,
    rows: [['transitionId'], ['decision', 'level'], ['at'], ['words']],
    now: ['at'],
    reason: 'aside',
    undo: withdraw,
  },
  OfferSlot: {
    group: 'move',
    icon: IconCalendarPlus,
    rows: [['level'], ['startsAt', 'keptUntil']],
    reason: 'aside',
    undo: { command: 'DeclineSlot', field: 'slotId' },
  },
  DeclineSlot: { group: 'move', icon: IconCalendarPlus, rows: [['slotId'], ['reason']] },
  MoveToProgrammeVersion: { group: 'move', icon: IconSitemap, rows: [['programme'], ['levels']], reason: 'aside' },
} as const satisfies Readonly<Record<string, Act>>;
