import { notOpened, type CareEvent, type Journey } from '@stepway/pathway';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { projections, type Projection } from './models.ts';
import { foldRows } from './projection/plan.ts';
import { howToKeepShapes, shapeOf } from './shapes.ts';
import { keptJourneys } from './specs/kept-journeys.ts';
import { admitted, day, discharged, says, tested, withPlan } from './specs/lived.ts';
import { contextFor } from './specs/rules.ts';
import type { Row } from './table.ts';

// Whoever changes the rows of a read model sees it here: with STEPWAY_KEEP_SHAPES=1 what comes out now is kept, and the
// projector of an upgraded folder builds those rows again. A change that no kept journey shows needs one that does.
const keeps = process.env['STEPWAY_KEEP_SHAPES'] === '1';

/** So many events come at once, as they do from Kafka. */
const atOnce = 8;

function* rowsOf(events: readonly CareEvent[]): Generator<readonly [Projection, readonly Row[]]> {
  let journey: Journey = notOpened(events[0]?.episodeId ?? '');
  for (let start = 0; start < events.length; start += atOnce) {
    const folded = foldRows(journey, events.slice(start, start + atOnce), contextFor);
    if (folded === undefined) throw new Error('unreachable');
    yield* folded.rows;
    journey = folded.change.after;
  }
}

const made = new Map(
  projections.map((projection) => [
    projection,
    { rows: 0, hash: createHash('sha256').update(JSON.stringify(projection.table)) },
  ]),
);
/** What the kept journeys do not show. */
const besides = [
  tested(withPlan(admitted('screened')), 10, 'positive'),
  says(discharged(admitted('died'), 12), 20, { type: 'RecordDeath', at: day(8), cause: 'not-known' }),
].map(({ events }) => events);

for (const events of [...keptJourneys(), ...besides])
  for (const [projection, rows] of rowsOf(events)) {
    const one = made.get(projection);
    if (one === undefined) throw new Error('unreachable');
    one.rows += rows.length;
    one.hash.update(JSON.stringify(rows));
  }
const now = [...made].map(([{ table }, { rows, hash }]) => ({ table, rows, shape: hash.digest('hex').slice(0, 12) }));

describe('the rows of a read model', () => {
  it('look as they did, or an upgraded folder builds them again', () => {
    if (keeps) {
      keep();
      return;
    }
    const changed = now.filter(({ table, shape }) => shape !== shapeOf(table));
    const told = changed.map(
      ({ table }) => `The rows of read.${table.name} changed. If you mean it: ${howToKeepShapes}`,
    );
    expect(told).toEqual([]);
  });

  it.each(now)('of read.$table.name are among those of the kept journeys', ({ rows }) => {
    expect(rows).toBeGreaterThan(0);
  });
});

function keep(): void {
  const file = 'libs/read-models/src/shapes.ts';
  const lines = now.map(({ table, shape }) => `  ${table.name}: '${shape}',\n`).join('');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(string>> = \{)[^}]*\}/, `$1\n${lines}}`));
}
