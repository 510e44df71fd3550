import { createWriteStream, openSync, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import type { CareEvent } from '@stepway/pathway';
import { programmesDir, readProgrammes } from '@stepway/platform';
import { withProgress } from '../progress.ts';
import { live } from '../simulate/live.ts';
import { invent, type Cohort } from '../simulate/person.ts';
import { programmeAsked } from '../simulate/programme-asked.ts';
import { Tally, type SimulationReport } from '../simulate/report.ts';

export interface SimulateOptions {
  readonly patients: number;
  readonly days: number;
  readonly seed: number;
  /** `id`, `id@version` or a file. */
  readonly programme: string;
  /** Where to write the events, one JSON value a line. */
  readonly out?: string;
}

/** Any year would do; this one is not over, so nobody takes it for a record. */
const firstDay = '2027-01-04';

/** A cohort lives through the rules in memory: no server, nothing stored, the same for the same seed. */
export function simulate(options: SimulateOptions): Promise<SimulationReport> {
  const { patients, days, seed, programme: asked, out } = options;
  const programmes = readProgrammes(programmesDir(process.env));
  const programme = programmeAsked(asked, programmes);
  const [first] = programmes.sites;
  const calendar =
    programmes.sites.find((site) => site.programmes.some((one) => one.programme === programme.id)) ?? first;
  if (calendar === undefined) throw new Error('This deployment has no site');
  const cohort: Cohort = { seed, programme, calendar, firstDay };

  const file = out === undefined ? undefined : openForEvents(out);

  return withProgress(`${patients} people live ${days} days`, async (say) => {
    const tally = new Tally({ programme, days, seed });
    const begun = performance.now();
    for (let number = 1; number <= patients; number += 1) {
      const events: CareEvent[] = [];
      tally.add(live(invent(number, cohort), { programme, calendar, days }, (told) => events.push(...told)));
      if (file && !file.write(events.map((event) => `${JSON.stringify(event)}\n`).join(''))) await once(file, 'drain');
      if (number % 20 === 0) await said(number);
    }
    if (file) await new Promise((done) => file.end(done));
    await said(patients);
    return tally.report();

    /** Lets the progress be drawn: the rules do not pause by themselves. */
    async function said(number: number): Promise<void> {
      const perSecond = (number * days * 1_000) / (performance.now() - begun);
      say(`${number} of ${patients} people, ${Math.round(perSecond)} patient-days a second`);
      await new Promise((next) => setImmediate(next));
    }
  });
}

/** Before anybody lives: whoever named a file that cannot be written need not wait for the end to learn it. */
function openForEvents(out: string): WriteStream {
  try {
    return createWriteStream(out, { fd: openSync(out, 'w') });
  } catch {
    throw new Error(`${out} cannot be written: there must be a folder for it, and leave to write there`);
  }
}
