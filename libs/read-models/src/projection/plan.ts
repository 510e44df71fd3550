import { notOpened, type CareEvent, type Journey } from '@stepway/pathway';
import { fold, HoleInJourney, type Change, type ContextFor } from '../change.ts';
import { projections, type Projection } from '../models.ts';
import { rowContext } from '../row-context.ts';
import type { Row, Table } from '../table.ts';
import { changedRows, lastOfEach } from './changed-rows.ts';
import { codeOf, poisonOf, type Poison } from './parked.ts';

/** Where a journey stands in the tables. */
export interface Gate {
  readonly episodeId: string;
  /** Events up to it are in the tables; 0 = none. */
  readonly version: number;
  readonly parked: boolean;
}

/** The rows that one journey's events make, by table. */
export interface PlannedRows {
  readonly change: Change;
  readonly rows: readonly (readonly [Projection, readonly Row[]])[];
  /** Rows that the journey no longer has. */
  readonly gone: readonly (readonly [Table, readonly Row[]])[];
}

/** What to do with one journey: write its rows, park it, or nothing, when all is known. */
export interface Plan {
  readonly episodeId: string;
  readonly planned?: PlannedRows;
  readonly poison?: Poison;
  /** It came from the log, because what came by Kafka had a hole. */
  readonly healed?: true;
}

export interface Sources {
  readonly contextFor: ContextFor;
  /** Learns programmes that were published elsewhere; whether there were any. */
  readonly learn?: () => Promise<boolean>;
  /** All events of one journey, in order, from the log. Rejects while the log cannot be reached. */
  readonly readEvents: (episodeId: string) => Promise<readonly CareEvent[]>;
}

/**
 * What the next events of a journey make of its rows. A journey that is not in memory, or whose events have a hole, is
 * read from the log, which may be ahead of Kafka: later records are then dropped by the gate.
 * @param known the journey as it was folded last, if it is still in memory
 */
export async function plan(
  gate: Gate,
  known: Journey | undefined,
  events: readonly CareEvent[],
  sources: Sources,
): Promise<Plan> {
  const made = await planWithWhatIsKnown(gate, known, events, sources);
  // Not poison yet: the journey may stand on a programme that another process published a moment ago.
  if (made.poison?.reason !== 'NOT_PUBLISHED' || !(await sources.learn?.())) return made;
  return planWithWhatIsKnown(gate, known, events, sources);
}

async function planWithWhatIsKnown(
  { episodeId, version }: Gate,
  known: Journey | undefined,
  events: readonly CareEvent[],
  sources: Sources,
): Promise<Plan> {
  if (events.every((event) => event.version <= version)) return { episodeId };
  const before = version === 0 ? notOpened(episodeId) : known?.version === version ? known : undefined;
  const made = before && planned(before, events, sources);
  if (made !== undefined && made !== 'hole') return made;
  const logged = await readLogged(episodeId, sources);
  if ('reason' in logged) return { episodeId, poison: logged };
  const inTables = foldTo(episodeId, version, logged);
  if ('reason' in inTables) return { episodeId, poison: inTables };
  const fromLog = planned(inTables, logged, sources);
  if (fromLog === 'hole') return { episodeId, poison: { episodeId, version: version + 1, reason: 'HOLE_IN_LOG' } };
  return made === 'hole' ? { ...fromLog, healed: true } : fromLog;
}

/** The log may hold an event of a later build: waiting would not help, so it is poison and not trouble of the moment. */
async function readLogged(episodeId: string, { readEvents }: Sources): Promise<readonly CareEvent[] | Poison> {
  try {
    return await readEvents(episodeId);
  } catch (error) {
    if (codeOf(error) === 'UnreadableEvent') return poisonOf(episodeId, null, error);
    throw error;
  }
}

/**
 * The journey as the tables have it. They know more than the log when it was restored from a backup: then they have to be
 * rebuilt.
 */
function foldTo(episodeId: string, version: number, logged: readonly CareEvent[]): Journey | Poison {
  const beginning = notOpened(episodeId);
  const inTables = logged.filter((event) => event.version <= version);
  try {
    const journey = fold(beginning, inTables)?.after ?? beginning;
    return journey.version === version ? journey : { episodeId, version: version + 1, reason: 'LOG_BEHIND_TABLES' };
  } catch (error) {
    return poisonOf(episodeId, version + 1, error);
  }
}

/** Rules and rows are pure: what they throw now they throw again, so the journey is parked and not tried again. */
function planned(before: Journey, events: readonly CareEvent[], { contextFor }: Sources): Plan | 'hole' {
  const { episodeId, version } = before;
  try {
    const rows = foldRows(before, events, contextFor);
    return rows === undefined ? { episodeId } : { episodeId, planned: rows };
  } catch (error) {
    if (error instanceof HoleInJourney) return 'hole';
    return { episodeId, poison: poisonOf(episodeId, version + 1, error) };
  }
}

/**
 * Folds events and makes the rows of their journey.
 * @returns undefined if all events are known
 * @throws HoleInJourney
 */
export function foldRows(
  before: Journey,
  events: readonly CareEvent[],
  contextFor: ContextFor,
  from: readonly Projection[] = projections,
): PlannedRows | undefined {
  const ofSteps = new Map<Projection, Row[]>();
  const change = fold(before, events, (step) => {
    for (const projection of from) {
      if (!('ofStep' in projection)) continue;
      const rows = projection.ofStep(step);
      const known = ofSteps.get(projection);
      if (known === undefined) ofSteps.set(projection, [...rows]);
      else known.push(...rows);
    }
  });
  if (change === undefined) return undefined;
  const context = rowContext(change.after, contextFor);
  const gone: (readonly [Table, readonly Row[]])[] = [];
  const rows = from.map((projection): PlannedRows['rows'][number] => {
    if ('ofChange' in projection) return [projection, projection.ofChange(change, context)];
    if ('ofStep' in projection) return [projection, lastOfEach(projection.table, ofSteps.get(projection) ?? [])];
    const whole = changedRows(projection, change, context, contextFor);
    if (whole.gone.length > 0) gone.push([projection.table, whole.gone]);
    return [projection, whole.changed];
  });
  return { change, rows, gone };
}
