import type { DueCause } from '../decision.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import { afterInCareDays } from '../leaves/clock.ts';
import type { Owed } from '../owed.ts';
import type { Programme } from '../programme/programme.ts';
import { askedOrDoneSince, openTask } from '../tasks/open.ts';
import { plusHours, toMs, type Instant } from '../time.ts';
import { closedAt, goalReached } from '../transitions/goal-reached.ts';
import { levelOf } from '../transitions/level-of.ts';
import { lastAssessment } from './as-made.ts';
import type { Assessment } from './state.ts';

/** A reason to assess all dimensions again. */
interface Occasion {
  readonly subject: string;
  readonly at: Instant;
  readonly withinHours: number;
  readonly cause: DueCause;
  readonly causedBy?: string;
  /** An assessment from then on answers it already; without it, one made since the occasion. */
  readonly answeredFrom?: Instant;
}

interface Rules {
  readonly programme: Programme;
  readonly calendar: SiteCalendar;
}

/**
 * All dimensions are assessed again in the cadence of the level, and always on event: a move, goals reached, hospital or
 * emergency care, a pregnancy, a use that moved no one (clinical-reference §2). What a use that may move, a crisis or
 * the therapist's meeting asks for comes with them. One reassessment at a time answers all that came until then.
 */
export function reassessmentOwed(journey: OpenedJourney, rules: Rules): readonly Owed[] {
  const last = lastAssessment(journey);
  if (journey.status !== 'active' || last === undefined) return [];
  const [next] = occasions(journey, last, rules)
    .filter((occasion) => !isAnswered(journey, last, occasion))
    .toSorted((a, b) => toMs(a.at) - toMs(b.at));
  return next === undefined ? [] : [asked(journey, next)];
}

const isAnswered = (journey: Active, last: Assessment, { at, answeredFrom = at }: Occasion): boolean =>
  last.assessedAt >= answeredFrom || askedOrDoneSince(journey, 'reassessment', at);

const occasions = (journey: Active, last: Assessment, rules: Rules): readonly Occasion[] => [
  ...inCadence(journey, last, rules),
  ...arrivals(journey, rules),
  ...goalsReached(journey, rules),
  ...careElsewhere(journey, rules),
  ...pregnancies(journey, rules),
  ...usesWithoutMove(journey, rules),
];

/** Not while the person is away: the clock stands still. */
function inCadence(journey: Active, last: Assessment, { programme, calendar }: Rules): readonly Occasion[] {
  const { reassessEveryDays } = levelOf(programme, journey.stay.level);
  const at = afterInCareDays(journey, last.assessedAt, reassessEveryDays, calendar);
  const { reviewHours } = programme.deadlines;
  return at === undefined ? [] : [{ subject: last.assessmentId, at, withinHours: reviewHours, cause: 'reassessment' }];
}

function arrivals({ completedTransitions, stay }: Active, { programme }: Rules): readonly Occasion[] {
  const move = completedTransitions.findLast(({ completedAt }) => completedAt === stay.since);
  if (move === undefined) return [];
  const { assessmentHours } = levelOf(programme, stay.level).entry;
  const { transitionId, startedAt } = move;
  return [
    { subject: transitionId, at: stay.since, withinHours: assessmentHours, cause: 'now', answeredFrom: startedAt },
  ];
}

function goalsReached(journey: Active, { programme }: Rules): readonly Occasion[] {
  const goal = goalReached(journey);
  if (goal === undefined) return [];
  const { reviewHours } = programme.deadlines;
  return [{ subject: goal.goalId, at: closedAt(goal), withinHours: reviewHours, cause: 'now', causedBy: goal.eventId }];
}

const careElsewhere = ({ externalEncounters, stay }: Active, { programme }: Rules): readonly Occasion[] =>
  externalEncounters
    .filter(({ kind, from }) => kind !== 'procedure' && from >= stay.since)
    .map(({ encounterId, from, to, eventId }) => ({
      subject: encounterId,
      at: to ?? from,
      withinHours: programme.crisis.reassessHours,
      cause: 'now',
      causedBy: eventId,
    }));

const pregnancies = ({ pregnancies, stay }: Active, { programme }: Rules): readonly Occasion[] =>
  pregnancies
    .filter(({ recordedAt }) => recordedAt >= stay.since)
    .map(({ pregnancyId, recordedAt, eventId }) => ({
      subject: pregnancyId,
      at: recordedAt,
      withinHours: programme.deadlines.reviewHours,
      cause: 'now',
      causedBy: eventId,
    }));

/** On hold, or below the threshold: nothing follows, but the person used. */
const usesWithoutMove = ({ uses, stay }: Active, { programme }: Rules): readonly Occasion[] =>
  uses.flatMap(({ useId, withdrawn, considered, at, eventId }) =>
    !withdrawn && considered?.outcome === 'nothing' && at >= stay.since
      ? [
          {
            subject: useId,
            at: considered.at,
            withinHours: programme.deadlines.reviewHours,
            cause: 'now' as const,
            causedBy: eventId,
          },
        ]
      : [],
  );

const asked = (journey: Active, { subject, at, withinHours, cause, causedBy }: Occasion): Owed => ({
  at,
  cause,
  subject,
  make: ({ now }) => [
    {
      ...openTask(
        journey,
        { kind: 'reassessment', role: 'therapist', subject, dueAt: plusHours(now, withinHours) },
        now,
      ),
      ...(causedBy !== undefined && { causedBy }),
    },
  ],
});
