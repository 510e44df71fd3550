import type { Context } from '../decision.ts';
import type { NewEvent } from '../events.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import type { Level } from '../programme/level.ts';
import { notAsked, openTask, openTasks } from '../tasks/open.ts';
import { laterOf, plusHours } from '../time.ts';
import { levelOf } from '../transitions/level-of.ts';
import type { Role } from '../vocabulary.ts';
import { contactAsks, type ContactAsk } from './asks.ts';
import { outOfContactSince } from './missed-contact.ts';
import { stageAt, stagesToCome, stageSubject, type Stage } from './stages.ts';

/**
 * Missed contact (pathway §9, clinical-reference §4): outreach the same day, a safety check where the person is
 * expected daily, a clinical review after several; and what days without contact ask for. No rule ends an episode for it.
 */
export function contactOwed(journey: OpenedJourney, context: Context): readonly Owed[] {
  if (journey.status !== 'active' || !journey.sessions.some(({ attendance }) => attendance === 'missed')) return [];
  const level = levelOf(context.programme, journey.stay.level);
  return [...asksOwed(journey, level, context), ...stagesOwed(journey, level, context)];
}

function asksOwed(journey: Active, level: Level, context: Context): readonly Owed[] {
  return contactAsks(journey, level, context)
    .filter((ask) => notYetAsked(journey, ask))
    .map(({ withinHours, ...asked }) => ({
      at: journey.recordedAt,
      cause: 'missed-contact',
      subject: asked.subject,
      make: ({ now }) => [openTask(journey, { ...asked, dueAt: plusHours(now, withinHours) }, now)],
    }));
}

/** One review at a time: what is missed while it is open belongs to it. */
const notYetAsked = (journey: Active, { kind, subject }: ContactAsk): boolean =>
  notAsked(journey, kind, subject) && (kind !== 'missed-contact-review' || openTasks(journey, kind).length === 0);

function stagesOwed(journey: Active, level: Level, { calendar }: Context): readonly Owed[] {
  const since = outOfContactSince(journey, calendar);
  if (since === undefined) return [];
  const stages = stagesToCome(journey, since, level, calendar);
  return stages.map((stage, index) => ({
    at: stage.at,
    cause: 'no-contact',
    subject: stageSubject(stage),
    together: true,
    make: (context) => lost(journey, level, stage, stages[index + 1], context),
  }));
}

/** Several stages may have passed while the rules were stopped: each is said, the last one asks somebody. */
function lost(
  journey: Active,
  level: Level,
  stage: Stage,
  next: Stage | undefined,
  context: Context,
): readonly NewEvent[] {
  const { since, days, at } = stage;
  const said: NewEvent = { type: 'ContactLost', occurredAt: at, data: { since, days } };
  if (next !== undefined && next.at <= context.now) return [said];
  const asked = days < context.programme.discharge.administrativeCloseDays ? outreach : lookAtIt;
  return [said, asked(journey, level, stage, context)];
}

function outreach(journey: Active, level: Level, stage: Stage, { now, programme, calendar }: Context): NewEvent {
  const attemptsBy = plusHours(stageAt(stage.since, 0, calendar).at, level.missedContact.attempts.withinHours);
  const dueAt = laterOf(plusHours(now, programme.deadlines.sameDayHours), attemptsBy);
  const role = roleAt(stage, level, programme.discharge.administrativeCloseDays);
  return openTask(journey, { kind: 'contact-outreach', role, subject: stageSubject(stage), dueAt }, now);
}

/** The last outreach before the case is looked at goes out by letter or by a peer. */
function roleAt({ days }: Stage, { missedContact }: Level, closeDays: number): Role {
  const last = missedContact.outreachDays.filter((other) => other < closeDays).at(-1);
  return days === last ? 'peer-worker' : 'coordinator';
}

function lookAtIt(journey: Active, _level: Level, stage: Stage, { now, programme }: Context): NewEvent {
  const dueAt = plusHours(now, programme.deadlines.reviewHours);
  return openTask(journey, { kind: 'contact-lost-review', role: 'therapist', subject: stage.since, dueAt }, now);
}
