import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Active } from '../journey.ts';
import { endOf, isMoud } from '../medications/explains.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { openTask, taskOf } from '../tasks/open.ts';
import { plusHours, type Instant } from '../time.ts';
import { levelThen } from '../transitions/level-of.ts';
import type { Disposition, Role, TaskKind } from '../vocabulary.ts';
import { collectedSince, type Returned } from './returns.ts';
import type { Leave } from './state.ts';

/** Asked when the return becomes known, all at once: what comes to light later about the time before asks no more. */
export function returnOwed(journey: Active, leave: Leave): readonly Owed[] {
  const { ended, kind, leaveId: subject } = leave;
  // Back before this stay, or away until a discharge: there is nothing left to do on the day of return.
  if (ended === undefined || ended.cause === 'discharged' || ended.recordedAt < journey.stay.since) return [];
  const returned: Returned = { ...leave, ended };
  const at = ended.recordedAt;
  switch (kind) {
    case 'other':
      return [];
    case 'pass':
      if (taskOf(journey, 'return-test', subject) || collectedSince(journey, ended.at)) return [];
      return [{ at, cause: 'now', subject, make: (context) => testAfter(journey, returned, context) }];
    case 'hospital':
    case 'jail':
      if (taskOf(journey, 'medication-list', subject)) return [];
      return [{ at, cause: 'now', subject, make: (context) => careAfter(journey, returned, context) }];
  }
}

/** Shortly after return from a pass (ASAM, Appropriate Use of Drug Testing, 2017). */
function testAfter(
  journey: Active,
  { leaveId: subject, level, ended }: Returned,
  { now, programme }: Context,
): readonly NewEvent[] {
  const dueAt = plusHours(now, levelThen(journey, level, programme).leave.returnTestHours);
  return [
    { ...openTask(journey, { kind: 'return-test', role: 'nurse', subject, dueAt }, now), causedBy: ended.eventId },
  ];
}

/**
 * Tolerance is lost in a few days: after hospital and jail the risk of overdose is at its highest. The medication for
 * opioid use disorder goes on, or is offered, the same day.
 */
function careAfter(
  journey: Active,
  { leaveId: subject, startedAt, ended }: Returned,
  { now, programme }: Context,
): readonly NewEvent[] {
  const dueAt = plusHours(now, programme.deadlines.sameDayHours);
  const ask = (kind: TaskKind, role: Role): NewEvent => ({
    ...openTask(journey, { kind, role, subject, dueAt }, now),
    causedBy: ended.eventId,
  });
  return [
    ask('medication-list', 'nurse'),
    ask('tolerance-check', 'nurse'),
    ...(opioidsMatter(journey, startedAt, programme) ? [ask('moud-same-day', 'prescriber')] : []),
  ];
}

/** A medication for opioid use disorder was taken when the person left, or a test showed an opioid that none explains. */
function opioidsMatter({ medications, specimens }: Active, leftAt: Instant, programme: Programme): boolean {
  const opioids = programme.drugTesting.overdoseCheck.always;
  const taken = medications.some((medication) => isMoud(medication, programme) && (endOf(medication) ?? '~') > leftAt);
  return (
    taken ||
    specimens.some(({ judgements }) =>
      opioids.some((drugClass) => shownUse.includes(judgements[drugClass]?.disposition ?? 'negative')),
    )
  );
}

const shownUse: readonly Disposition[] = ['unexpected-use', 'residual', 'baseline'];
