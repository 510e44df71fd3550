import { IconAlertOctagon, IconDoorExit, IconPlayerPause } from '@tabler/icons-react';
import { withdraw, type Act } from './act.ts';

/** What stops automatic moves, or comes before everything. */
export const pauseActs = {
  PlaceHold: {
    group: 'pause',
    icon: IconPlayerPause,
    rows: [['until'], ['reason']],
    reason: 'required',
    ahead: { until: [1, 3, 7, 14] },
    undo: { command: 'ReleaseHold', field: 'holdId' },
  },
  ReleaseHold: { group: 'pause', icon: IconPlayerPause, rows: [['holdId'], ['reason']] },
  StartLeave: {
    group: 'pause',
    icon: IconDoorExit,
    rows: [['kind'], ['at', 'expectedReturnAt'], ['reason']],
    now: ['at'],
    undo: withdraw,
  },
  EndLeave: {
    group: 'pause',
    icon: IconDoorExit,
    rows: [['leaveId'], ['at'], ['reason']],
    now: ['at'],
    undo: withdraw,
  },
  RaiseCrisis: {
    group: 'pause',
    icon: IconAlertOctagon,
    rows: [['kind'], ['actions'], ['reason']],
  },
  ResolveCrisis: { group: 'pause', icon: IconAlertOctagon, rows: [['crisisId'], ['actions'], ['reason']] },
} as const satisfies Readonly<Record<string, Act>>;
