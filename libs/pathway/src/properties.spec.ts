import fc from 'fast-check';
import type { OpenedJourney } from './journey.ts';
import { admission, definitive, inCareAt, missed, takes } from './specs/commands.ts';
import { Lived } from './specs/given.ts';
import { history } from './specs/journeys.ts';
import { ofFacts } from './specs/properties/facts.ts';
import { ofMoves } from './specs/properties/moves.ts';
import { ofSafety } from './specs/properties/safety.ts';
import { ofTime } from './specs/properties/time.ts';
import { walk, type Checks, type History, type Walk } from './specs/properties/walk.ts';
import { plusDays } from './time.ts';

// More or other histories: STEPWAY_PROPERTY_RUNS, STEPWAY_PROPERTY_SEED. A failure prints its seed and the smallest history.
const numRuns = Number(process.env['STEPWAY_PROPERTY_RUNS'] ?? 500);
const seed = Number(process.env['STEPWAY_PROPERTY_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

const all: Checks = { ...ofMoves, ...ofFacts, ...ofTime, ...ofSafety };

/** Many are walked part by part, each with its own seed: the walks of a part are kept until all is checked of them. */
const part = 500;
const parts = Array.from({ length: Math.ceil(numRuns / part) }, (_, index) => ({
  seed: (seed + index) % 2 ** 31,
  runs: Math.min(part, numRuns - index * part),
}));

describe.each(parts)('any journey (seed $seed, $runs histories)', (one) => {
  const walked = new Map<string, Walk>();
  afterAll(() => walked.clear());

  // One seed gives every property the same histories: each is walked once.
  function walkOnce(lived: History): Walk {
    const key = fc.stringify(lived);
    const known = walked.get(key) ?? walk(lived);
    walked.set(key, known);
    return known;
  }

  it.each(Object.entries(all))(
    '%s',
    (_, check) => {
      fc.assert(
        fc.property(history, (lived) => check(walkOnce(lived))),
        { numRuns: one.runs, seed: one.seed, interruptAfterTimeLimit: 250_000, markInterruptAsFailure: true },
      );
    },
    300_000,
  );
});

describe(`a journey of explained positives, negatives and missed tests (seed ${seed})`, () => {
  const harmless = fc.record({
    what: fc.constantFrom('prescribed', 'negative', 'missed'),
    drugClass: fc.constantFrom('cocaine', 'fentanyl', 'opioids', 'methamphetamine'),
    onDay: fc.integer({ min: 4, max: 90 }),
  });

  it('6: establishes no use and is never stepped up', () => {
    fc.assert(
      fc.property(fc.array(harmless, { maxLength: 30 }), (facts) => {
        const lived = new Lived();
        for (const step of [...inCareAt('iop'), takes('buprenorphine-naloxone', { kind: 'moud' })]) lived.step(step);
        facts
          .toSorted((a, b) => a.onDay - b.onDay)
          .forEach(({ what, drugClass, onDay }, index) => {
            const collectedAt = plusDays(admission, onDay);
            const fields = { specimenId: `S-${index}`, collectedAt };
            if (what === 'missed') lived.step(missed(collectedAt));
            if (what === 'negative') lived.step(definitive([[drugClass, 'negative']], fields));
            if (what === 'prescribed') lived.step(definitive([['buprenorphine', 'positive']], fields));
          });
        const journey: OpenedJourney = lived.opened();
        expect(journey.uses).toEqual([]);
        expect(lived.events.filter((event) => event.type === 'TransitionStarted')).toEqual([]);
      }),
      { numRuns, seed },
    );
  });
});
