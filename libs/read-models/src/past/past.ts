import type { BoardRow, ToldLater } from '@stepway/contracts';
import {
  due,
  evolve,
  notOpened,
  type CareEvent,
  type Instant,
  type Journey,
  type OpenedJourney,
} from '@stepway/pathway';
import type { ContextFor, Step } from '../change.ts';
import type { RowContext } from '../row-context.ts';
import { happenedAt } from './happened-at.ts';

/** What was known then, or what, as is known by now, was true then. */
export type Sense = 'known' | 'true';

/** A moment that is looked at instead of now. */
export interface PastMoment {
  readonly asOf: Instant;
  readonly sense: Sense;
}

/**
 * The events of a journey that tell of it as it was at a moment, in recorded order; none before it was opened.
 * `known`: what was recorded by then. `true`: what, by all that is known now, was so by then; the events in between are
 * left out, so that they are folded without looking at their versions.
 */
export function eventsAt(events: readonly CareEvent[], { asOf, sense }: PastMoment): readonly CareEvent[] {
  if (sense === 'known') {
    const end = events.findIndex(({ recordedAt }) => recordedAt > asOf);
    return end === -1 ? events : events.slice(0, end);
  }
  const at = happenedAt(events);
  const [opening] = events;
  return opening === undefined || at(opening) > asOf ? [] : events.filter((event) => at(event) <= asOf);
}

/**
 * The journey as it was at a moment; undefined before it was opened.
 * @param onStep is shown each event; nothing else keeps the journeys in between
 */
export function journeyAt(
  events: readonly CareEvent[],
  moment: PastMoment,
  onStep?: (step: Step) => void,
): OpenedJourney | undefined {
  const told = eventsAt(events, moment);
  const [first] = told;
  if (first === undefined) return undefined;
  const journey = told.reduce<Journey>((before, event) => {
    const after = evolve(before, event);
    onStep?.({ event, before, after });
    return after;
  }, notOpened(first.episodeId));
  return journey.status === 'not-opened' ? undefined : journey;
}

/** What rows are made from, at a moment of the past. Whatever was true, the run waited for what it knew. */
export function contextAt(
  events: readonly CareEvent[],
  moment: PastMoment,
  journey: OpenedJourney,
  contextFor: ContextFor,
): RowContext {
  const known = moment.sense === 'known' ? journey : journeyAt(events, { ...moment, sense: 'known' });
  const next = known && due(known, contextFor(known, known.recordedAt));
  const nextDue: BoardRow['nextDue'] = next === undefined ? null : { at: next.at, cause: next.cause };
  return { ...contextFor(journey, moment.asOf), nextDue };
}

/** What is known now of that moment and was not known then: facts that people and systems told after it. */
export function toldLater(events: readonly CareEvent[], asOf: Instant): ToldLater {
  const at = happenedAt(events);
  const late = events.filter(
    (event) => event.actor.kind !== 'rule' && event.recordedAt > asOf && isFact(event) && at(event) <= asOf,
  );
  const specimens = late.flatMap((event) => (event.type === 'DrugTestResultRecorded' ? [event.data.specimenId] : []));
  return { facts: late.length, specimens: new Set(specimens).size };
}

/** What a specimen came to mean is no fact that anybody told. */
const isFact = ({ type }: CareEvent): boolean =>
  type !== 'DrugTestDisposed' && type !== 'UseEstablished' && type !== 'UseWithdrawn' && type !== 'LevelRecommended';
