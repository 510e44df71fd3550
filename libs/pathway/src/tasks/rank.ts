import type { SiteCalendar } from '../calendar.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { laterOf, msPerHour, toMs, type Instant } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { concernOf, type TaskConcern } from './concern.ts';
import { pressingFacts, type PressingFact } from './pressing.ts';
import type { Task } from './state.ts';

/** The rule that ranks tasks; a change of its points is a new version. */
export const rankRule = { id: 'rank', version: 1 } as const;

/** One reason for a task's place in the worklist: what was seen, and its points. */
export type RankPart = { readonly points: number } & (
  | { readonly part: 'asked'; readonly concern: TaskConcern }
  | { readonly part: 'went-up'; readonly to: Role; readonly at: Instant }
  | PressingFact
);

/** Points for what a task is about: danger outranks whatever else may come together. */
const askedPoints: Readonly<Record<TaskConcern, number>> = {
  danger: 100,
  safety: 46,
  'hand-off': 24,
  medication: 24,
  'by-law': 22,
  decision: 18,
  contact: 16,
  evidence: 12,
  assessment: 10,
  routine: 4,
};

/**
 * Points for what is known of the person. No published score orders tasks of addiction care: these are defaults for a
 * medical director to confirm, in the order of what clinical-reference §4 says people die or are lost of.
 */
const factPoints: Readonly<Record<PressingFact['part'], number>> = {
  'open-crisis': 20,
  'opioid-use-without-naloxone': 20,
  'hand-off-overdue': 16,
  'lost-tolerance': 14,
  'missed-doses': 14,
  'next-dose-not-arranged': 14,
  pregnant: 12,
  injects: 8,
  'hand-off-missed': 8,
  'hand-off-without-appointment': 6,
  'recent-use': 8,
  'out-of-contact': 8,
};
const wentUpPoints = 6;

/** Two missed appointments weigh twice as much as one; more say nothing new. */
const timesOf = (fact: PressingFact): number => (fact.part === 'hand-off-missed' ? Math.min(fact.times, 2) : 1);

/** Of whom a crisis tells already, its own task is not told again that there is one. */
const tellsNew = ({ part }: PressingFact, concern: TaskConcern): boolean =>
  part !== 'open-crisis' || concern !== 'danger';

/**
 * Why a task stands where it stands, whatever the clock says: the most points first. Pure: the same journey gives the
 * same parts. What time adds is `timePart`.
 */
export function rankParts(
  journey: OpenedJourney,
  task: Task,
  rules: { readonly programme: Programme; readonly calendar: SiteCalendar },
): readonly RankPart[] {
  const concern = concernOf(task.kind);
  const parts: RankPart[] = [
    { part: 'asked', concern, points: askedPoints[concern] },
    ...pressingFacts(journey, rules)
      .filter((fact) => tellsNew(fact, concern))
      .map((fact) => ({ ...fact, points: factPoints[fact.part] * timesOf(fact) })),
  ];
  if (task.escalatedAt !== undefined)
    parts.push({ part: 'went-up', to: task.role, at: task.escalatedAt, points: wentUpPoints });
  return parts.toSorted((a, b) => b.points - a.points);
}

export const pointsOf = (parts: readonly { readonly points: number }[]): number =>
  parts.reduce((sum, { points }) => sum + points, 0);

/** What the clock adds, from the longest overdue on: steps and no slope, so that a list can be read from an index. */
export const timeSteps = [
  { step: 'over-a-day', fromHours: 24, points: 20 },
  { step: 'overdue', fromHours: 0, points: 14 },
  { step: 'due-soon', fromHours: -8, points: 6 },
  { step: 'later', fromHours: -Infinity, points: 0 },
] as const;
export type TimeStep = (typeof timeSteps)[number]['step'];

/** Where a deadline stands at a moment. */
export function timeStep(actBy: Instant, now: Instant): (typeof timeSteps)[number] {
  const hoursOver = (toMs(now) - toMs(actBy)) / msPerHour;
  return timeSteps.find(({ fromHours }) => hoursOver >= fromHours) ?? timeSteps[3];
}

/** When somebody must have acted: a task that was put off is due when that ends. */
export const actByOf = ({ dueAt, snoozedUntil }: Pick<Task, 'dueAt' | 'snoozedUntil'>): Instant =>
  laterOf(dueAt, snoozedUntil ?? dueAt);
