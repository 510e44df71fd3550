import { durableDatabase } from '@stepway/test-support';
import { benchAppend } from './append.ts';
import { startBenchStack, type BenchStack } from './bench-stack.ts';
import { benchFold } from './fold.ts';
import { machine, machineSentence } from './machine.ts';
import { benchMllp } from './mllp.ts';
import { benchMoves } from './moves.ts';
import { benchReads } from './reads.ts';
import { benchRebuild } from './rebuild.ts';
import { benchRecord } from './record.ts';
import { isSound, tableOf, type BenchReport } from './report.ts';
import { benchVisible } from './visible.ts';

// What `npm run bench -- [names] [--json]` runs: one after the other, each alone on the machine.
type Say = (what: string) => void;

/** Each on a stack or a PostgreSQL of its own, so that none meets what another left to be written. */
const benches: Readonly<Record<string, (say: Say) => Promise<BenchReport>>> = {
  record: onStack(benchRecord),
  moves: onStack(benchMoves),
  visible: onStack(benchVisible),
  mllp: onStack(benchMllp),
  append: onPostgres(benchAppend),
  rebuild: onPostgres(benchRebuild),
  reads: onPostgres(benchReads),
  fold: benchFold,
};

function onStack(bench: (stack: BenchStack, say: Say) => Promise<BenchReport>): (say: Say) => Promise<BenchReport> {
  return async (say) => {
    say('starting everything');
    const stack = await startBenchStack();
    try {
      return await bench(stack, say);
    } finally {
      await stack.stop();
    }
  };
}

function onPostgres(bench: (url: string, say: Say) => Promise<BenchReport>): (say: Say) => Promise<BenchReport> {
  return async (say) => {
    say('starting PostgreSQL');
    return bench(await durableDatabase(), say);
  };
}

const args = process.argv.slice(2);
const asJson = args.includes('--json');
const named = args.filter((arg) => arg !== '--json');
const unknown = named.filter((name) => !(name in benches));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`);
  process.exit(2);
}

const on = machine();
if (!asJson) console.log(machineSentence(on));
const reports: BenchReport[] = [];
let failed = false;
for (const [name, bench] of Object.entries(benches)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const begun = performance.now();
  const say: Say = (what) => console.error(`${name} ${Math.round((performance.now() - begun) / 1_000)} s: ${what}`);
  try {
    const report = await bench(say);
    reports.push(report);
    if (!asJson) console.log(tableOf(report));
    if (isSound(report)) continue;
    say('something acknowledged was lost');
  } catch (error) {
    console.error(`${name} did not run to its end:`, error);
  }
  failed = true;
}
if (asJson) console.log(JSON.stringify({ machine: on, reports }, null, 2));
process.exit(failed ? 1 : 0);
