import type { Context } from '../decision.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import { plusHours, type Instant } from '../time.ts';
import { levelThen } from '../transitions/level-of.ts';
import type { Role, TaskKind } from '../vocabulary.ts';
import { openLeave } from './clock.ts';
import { judgedAgain } from './decide.ts';
import { returnOwed } from './return-owed.ts';
import { returnOverdueAt } from './returns.ts';
import type { Leave } from './state.ts';

/**
 * Leave asks people (pathway §8): to record the return, to call when it is overdue, to decide about the bed,
 * to test after a short leave, and to look after medication and tolerance after hospital and jail.
 */
export function leavesOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  if (journey.status !== 'active' || journey.leaves.length === 0) return [];
  const open = openLeave(journey);
  return [
    ...(open
      ? [...seenOwed(journey, open), ...overdueOwed(journey, open, programme), ...bedOwed(journey, open, programme)]
      : []),
    ...journey.leaves.flatMap((leave) => returnOwed(journey, leave)),
  ];
}

/** Only what these events change is read from the fold ahead, never who recorded them. */
const byRule = { actor: { id: 'rules', kind: 'rule', role: 'system' }, commandId: '' } as const;

/** Who attends at the next level is back. */
function seenOwed(journey: Active, { leaveId, startedAt }: Leave): readonly Owed[] {
  const at = journey.stay.since;
  if (at <= startedAt) return [];
  const ended = { type: 'LeaveEnded', occurredAt: at, data: { leaveId, at, cause: 'seen' } } as const;
  const make: Owed['make'] = (context) => [ended, ...judgedAgain(journey, ended, byRule, context, startedAt)];
  return [{ at: journey.recordedAt, cause: 'now', subject: leaveId, make }];
}

function overdueOwed(journey: Active, leave: Leave, programme: Programme): readonly Owed[] {
  const { expectedReturnAt, leaveId: subject } = leave;
  if (expectedReturnAt === undefined) return [];
  const level = levelThen(journey, leave.level, programme);
  const overdueAt = returnOverdueAt(expectedReturnAt, level);
  const asked = (kind: TaskKind, role: Role, at: Instant, cause: Owed['cause']): readonly Owed[] => {
    const known = taskOf(journey, kind, subject);
    // A return that is expected later now is asked for afresh.
    if (known && known.openedAt >= at && known.state !== 'cancelled') return [];
    const make: Owed['make'] = ({ now }) => {
      const dueAt = plusHours(now, level.leave.overdueCallHours);
      return [openTask(journey, { kind, role, subject, dueAt }, at)];
    };
    return [{ at, cause, subject, make }];
  };
  return [
    ...asked('confirm-return', 'coordinator', expectedReturnAt, 'leave-ending'),
    ...asked('safety-call', level.schedule.roundTheClock ? 'nurse' : 'coordinator', overdueAt, 'leave-overdue'),
  ];
}

/** The bed is kept for a time; then a person decides, no rule. */
function bedOwed(
  journey: Active,
  { leaveId: subject, level, startedAt }: Leave,
  programme: Programme,
): readonly Owed[] {
  const { bedKeptHours } = levelThen(journey, level, programme).leave;
  if (bedKeptHours === undefined || taskOf(journey, 'bed-decision', subject)) return [];
  const at = plusHours(startedAt, bedKeptHours);
  const make: Owed['make'] = ({ now, programme: { deadlines } }) => {
    const dueAt = plusHours(now, deadlines.sameDayHours);
    return [openTask(journey, { kind: 'bed-decision', role: 'coordinator', subject, dueAt }, at)];
  };
  return [{ at, cause: 'bed-kept', subject, make }];
}
