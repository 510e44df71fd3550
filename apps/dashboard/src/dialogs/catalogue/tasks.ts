import { IconClipboardCheck, IconPlayerPause, IconUsers } from '@tabler/icons-react';
import type { Act } from './act.ts';

/** Whose work it is. */
export const taskActs = {
  ClaimTask: { group: 'tasks', icon: IconClipboardCheck, rows: [['taskId']], reason: 'aside' },
  AssignTask: { group: 'tasks', icon: IconUsers, rows: [['taskId'], ['to']], reason: 'aside' },
  SnoozeTask: {
    group: 'tasks',
    icon: IconPlayerPause,
    rows: [['taskId'], ['until']],
    reason: 'aside',
    ahead: { until: [1, 2, 3] },
  },
  CompleteTask: { group: 'tasks', icon: IconClipboardCheck, rows: [['taskId'], ['reason']] },
  AssignCareTeam: { group: 'tasks', icon: IconUsers, rows: [['members']], reason: 'aside' },
} as const satisfies Readonly<Record<string, Act>>;
