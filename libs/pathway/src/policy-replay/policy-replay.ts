import type { SiteCalendar } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { CareEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { foldAhead } from '../fold-ahead.ts';
import { NeverAtRest } from '../journey-in-memory.ts';
import { notOpened, type Journey, type OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { LevelNames } from '../programme-versions/commands.ts';
import { moveToProgrammeVersion } from '../programme-versions/decide.ts';
import type { RejectionType } from '../rejections.ts';
import type { Instant } from '../time.ts';
import { lastFirst } from '../withdrawn-facts/told.ts';
import { differences, type Difference } from './differences.ts';
import { NotComparable, relive, type NotSaid, type Relived } from './relive.ts';

export interface PolicyReplay {
  readonly proposed: Programme;
  /** The versions by which journeys were judged. */
  readonly published: NonNullable<Context['published']>;
  readonly calendar: SiteCalendar;
  /** What the proposed version calls otherwise. */
  readonly names: LevelNames;
  /** From here the proposed version holds; what was recorded before stays as it was. */
  readonly from: Instant;
  readonly until: Instant;
}

export type Replayed =
  | {
      readonly episodeId: string;
      readonly outcome: 'compared';
      readonly differences: readonly Difference[];
      /** What people said and could not have said by the proposed version. */
      readonly notSaid: readonly NotSaid[];
      /** Lived again by its own version it comes to what the log tells; if not, the difference is less sure. */
      readonly faithful: boolean;
    }
  | { readonly episodeId: string; readonly outcome: 'not-compared'; readonly why: RejectionType | 'NEVER_AT_REST' }
  /** Nothing of it lies in the time that is asked about. */
  | { readonly episodeId: string; readonly outcome: 'untouched' };

/**
 * What a proposed version would have made of a journey: its facts and people's decisions are lived through twice in
 * memory, by its own version and by the proposed one, and compared. Both are lived again, so that nothing but the version
 * differs. Nothing is stored.
 */
export function replayJourney(log: readonly CareEvent[], replay: PolicyReplay): Replayed {
  const episodeId = log[0]?.episodeId ?? '';
  const { from, until, calendar, published, names } = replay;
  const before = log.filter(({ recordedAt }) => recordedAt < from);
  const during = log.filter(({ recordedAt }) => recordedAt >= from && recordedAt <= until);
  const actual = before.reduce<Journey>(evolve, notOpened(episodeId));
  const own = ownProgramme(actual, during, published);
  if (own === undefined) return { episodeId, outcome: 'untouched' };
  // Not in any log: it has a number of its own, so that a file that is worked on may keep the number of the published one.
  const proposed: Programme = { ...replay.proposed, version: 0 };
  try {
    const asItWas = { actual, there: actual, setting: { programme: own, calendar, published } };
    const byOwn = relive(during, { ...asItWas, names: {}, keepsItsVersion: false }, until);
    const begins = moved(actual, { ...replay, own, proposed });
    const asProposed = { actual, there: begins.journey, setting: { programme: proposed, calendar } };
    const relived = relive(during, { ...asProposed, names, keepsItsVersion: true }, until);
    const byProposed = { ...relived, events: [...begins.events, ...relived.events] };
    if (nothingHappens(byOwn, byProposed)) return { episodeId, outcome: 'untouched' };
    return {
      episodeId,
      outcome: 'compared',
      differences: differences(byOwn, byProposed),
      notSaid: byProposed.notSaid,
      faithful: byOwn.notSaid.length === 0 && sameMoves(byOwn.events, during),
    };
  } catch (error) {
    if (error instanceof NotComparable) return { episodeId, outcome: 'not-compared', why: error.rejection.type };
    if (error instanceof NeverAtRest) return { episodeId, outcome: 'not-compared', why: error.code };
    throw error;
  }
}

function ownProgramme(
  actual: Journey,
  [first]: readonly CareEvent[],
  published: PolicyReplay['published'],
): Programme | undefined {
  if (actual.status !== 'not-opened') return published(actual.programme);
  return first?.type === 'EpisodeOpened' ? published(first.data.programme) : undefined;
}

interface Begins {
  readonly journey: Journey;
  readonly events: readonly CareEvent[];
}

/** Who was in care already is moved to the proposed version when it begins to hold, as `MoveToProgrammeVersion` does. */
function moved(
  journey: Journey,
  { own, proposed, from, calendar, names }: PolicyReplay & { readonly own: Programme },
): Begins {
  if (journey.status === 'not-opened') return { journey, events: [] };
  const actor = { id: 'replay', kind: 'rule', role: 'system' } as const;
  const command = {
    type: 'MoveToProgrammeVersion',
    ...{ commandId: 'replay', actor, occurredAt: from },
    programme: { id: proposed.id, version: proposed.version },
    levels: names,
  } as const;
  const eventId = (index: number): string => `${journey.episodeId}.replay-${index}`;
  const context: Context = { now: from, programme: own, calendar, eventId, published: () => proposed };
  const decision = moveToProgrammeVersion(journey, command, context);
  if (!decision.accepted) throw new NotComparable(decision.rejection);
  const after: OpenedJourney = foldAhead(journey, decision.events, command, context);
  return { journey: after, events: eventsSince(after, journey.version) };
}

const eventsSince = ({ told }: OpenedJourney, before: number): readonly CareEvent[] =>
  [...lastFirst(told)].filter(({ version }) => version > before).reverse();

const nothingHappens = (own: Relived, proposed: Relived): boolean =>
  own.events.length === 0 && proposed.events.every(({ type }) => type === 'MovedToProgrammeVersion');

/** The moves are what people notice first: where they are the same, the own life was told again as it was. */
function sameMoves(relived: readonly CareEvent[], log: readonly CareEvent[]): boolean {
  const moves = (events: readonly CareEvent[]): string =>
    events
      .flatMap((event) =>
        event.type === 'TransitionStarted' || event.type === 'TransitionProposed'
          ? [`${event.type} ${event.data.from} ${event.data.to}`]
          : [],
      )
      .join('\n');
  return moves(relived) === moves(log);
}
