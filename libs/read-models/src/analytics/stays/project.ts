import { awayDays, earlierOf, localDate, type Instant, type OpenedJourney } from '@stepway/pathway';
import type { RulesContext } from '../../row-context.ts';
import { livesThere, serviceFacts, services } from '../services.ts';
import type { StayRow } from './table.ts';

export const stayFacts = ({ stays, completedTransitions, discharges, leaves, ...care }: OpenedJourney) => [
  ...[stays, completedTransitions, discharges, leaves],
  ...serviceFacts(care),
];

/** How long were people at each level, and how did it begin and end? A row for each stay. */
export function projectStays(journey: OpenedJourney, context: RulesContext): readonly StayRow[] {
  const { stays, completedTransitions, discharges } = journey;
  const served = services(journey, context.programme);
  let spell = { number: 0, place: 0, since: '', entry: '' };
  let endsSeen = 0;
  return stays.map((stay, index) => {
    const begins = index === 0 || stay.reentry === true;
    spell = begins
      ? { number: spell.number + 1, place: 1, since: stay.since, entry: stay.level }
      : { ...spell, place: spell.place + 1 };
    const next = stays[index + 1];
    const moved = next !== undefined && next.reentry !== true;
    // A person may be discharged once in each spell: the ends come in the order of the spells.
    const end = stay.until === undefined || moved ? undefined : discharges[endsSeen];
    if (end !== undefined) endsSeen += 1;
    // The first stay is an admission; every further one was led to by a move that was made.
    const move = index === 0 ? undefined : completedTransitions[index - 1];
    const began = moved ? completedTransitions[index]?.startedAt : undefined;
    // A first service may have been told before the move was on record.
    const leftAt = began === undefined || stay.until === undefined ? stay.until : earlierOf(began, stay.until);
    return {
      episode_id: journey.episodeId,
      ordinal: index + 1,
      site_id: journey.siteId,
      programme: journey.programme.id,
      level: stay.level,
      round_the_clock: livesThere(context.programme, stay.level),
      spell: spell.number,
      spell_since: spell.since,
      spell_entry: spell.entry,
      place: spell.place,
      since: stay.since,
      until: stay.until ?? null,
      away_days: awayIn(journey, stay, context),
      entered: move?.kind ?? 'admission',
      next_level: moved ? next.level : null,
      reason: end?.reasonCode ?? null,
      left_at: leftAt ?? null,
      served_at: moved ? next.since : stay.until === undefined ? null : firstAfter(served, stay.until, context),
    };
  });
}

/** The discharge's own day does not count (NCQA, FUI). */
function firstAfter(served: readonly Instant[], at: Instant, { calendar }: RulesContext): Instant | null {
  const day = localDate(at, calendar);
  return served.find((moment) => moment > at && localDate(moment, calendar) > day) ?? null;
}

/** Of a stay that goes on, nothing yet: the leave may too. */
function awayIn(
  journey: OpenedJourney,
  { since, until }: { readonly since: Instant; readonly until?: Instant },
  { calendar }: RulesContext,
): number {
  if (journey.leaves.length === 0 || until === undefined || until <= since) return 0;
  return awayDays(journey, localDate(since, calendar), localDate(until, calendar), calendar);
}
