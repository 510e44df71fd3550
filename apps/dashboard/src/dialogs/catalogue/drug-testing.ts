import { IconCalendarPlus, IconTestPipe } from '@tabler/icons-react';
import { withdraw, type Act } from './act.ts';

/** Tests: planned, resulted, reviewed. */
export const drugTestingActs = {
  RecordDrugTestResult: {
    group: 'record',
    icon: IconTestPipe,
    rows: [
      ['specimenId', 'matrix', 'status'],
      ['collectedAt', 'reportedAt'],
      ['results'],
      ['validity'],
      ['acknowledgedUse'],
    ],
    now: ['reportedAt'],
    undo: withdraw,
    wide: true,
  },
  RecordMissedDrugTest: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['dueAt'], ['outcome'], ['reason']],
    undo: withdraw,
  },
  ScheduleDrugTest: {
    group: 'record',
    icon: IconCalendarPlus,
    rows: [['dueAt', 'cause'], ['drugClasses'], ['reason']],
    ahead: { dueAt: [0, 1, 2] },
  },
  ReviewDrugTest: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['specimenId', 'drugClass'], ['finding'], ['reason']],
    undo: withdraw,
  },
  RecordAcknowledgedUse: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['drugClass'], ['lastUseAt'], ['reason']],
    undo: withdraw,
  },
  SetScreeningPlan: {
    group: 'record',
    icon: IconTestPipe,
    rows: [['from', 'until'], ['drugClasses'], ['negativeBy']],
    now: ['from'],
    reason: 'aside',
  },
} as const satisfies Readonly<Record<string, Act>>;
