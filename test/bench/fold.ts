import { evolve, notOpened, type CareEvent, type Journey } from '@stepway/pathway';
import { spread } from './figures.ts';
import { count, perSecond, type BenchReport } from './report.ts';
import { simulatedLogs } from './simulated-logs.ts';

const people = 400;
const days = 365;
const rounds = 7;
const roundMs = 2_000;

const about = `the logs of ${people} simulated people over a year, each folded from its first event with evolve, on one core`;

/** How fast a journey's present is known from its log, and how fast a cohort lives. */
export function benchFold(say: (what: string) => void): Promise<BenchReport> {
  const { journeys, patientDaysPerSecond } = simulatedLogs(people, days);
  const events = journeys.reduce((sum, { length }) => sum + length, 0);
  say(`${events} events of ${journeys.length} journeys`);
  foldAll(journeys);
  return Promise.resolve({
    bench: 'fold',
    about,
    findings: [
      count(
        `events, of ${journeys.length} journeys; the longest has`,
        Math.max(...journeys.map(({ length }) => length)),
      ),
      perSecond(
        'events folded in a second of processor time',
        spread(Array.from({ length: rounds }, () => eventsPerSecond(journeys, events))),
        { atLeast: 500_000 },
      ),
      perSecond('patient-days simulated', spread([patientDaysPerSecond])),
    ],
  });
}

/** In a second of processor time, garbage collection included: whoever else works on the machine plays no part. */
function eventsPerSecond(journeys: readonly (readonly CareEvent[])[], events: number): number {
  const begun = performance.now();
  const before = process.cpuUsage();
  let folded = 0;
  let passedMs = 0;
  while (passedMs < roundMs) {
    foldAll(journeys);
    folded += events;
    passedMs = performance.now() - begun;
  }
  const { user, system } = process.cpuUsage(before);
  return (folded * 1_000_000) / (user + system);
}

function foldAll(journeys: readonly (readonly CareEvent[])[]): void {
  for (const events of journeys) {
    let journey: Journey = notOpened(events[0]?.episodeId ?? '');
    for (const event of events) journey = evolve(journey, event);
    // A fold that nobody reads might not be done at all.
    if (journey.version !== events.length) throw new Error(`${journey.episodeId} was not folded to its end`);
  }
}
