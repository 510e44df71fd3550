import fc from 'fast-check';
import { notOpened } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { history } from '../specs/journeys.ts';
import { nextVersion } from '../specs/settings.ts';
import { walk, type History } from '../specs/properties/walk.ts';
import { relive } from './relive.ts';

const numRuns = Number(process.env['STEPWAY_PROPERTY_RUNS'] ?? 60);
const seed = Number(process.env['STEPWAY_PROPERTY_SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

describe(`any journey (seed ${seed})`, () => {
  it('comes to the same when its facts and decisions are told again by its own version', () => {
    fc.assert(
      fc.property(history, (one: History) => {
        const { lived, programme } = walk(one);
        const published = (wanted: { version: number }): Programme =>
          wanted.version === 3 ? nextVersion(programme) : programme;
        const { now, calendar } = lived.context();
        const relived = relive(
          lived.events,
          {
            actual: notOpened('episode-1'),
            there: notOpened('episode-1'),
            setting: { programme, calendar, published },
            names: {},
            keepsItsVersion: false,
          },
          now,
        );
        const told = (events: typeof lived.events) => events.map(({ type, recordedAt }) => `${recordedAt} ${type}`);
        expect(relived.notSaid).toEqual([]);
        expect(told([...relived.events])).toEqual(told(lived.events));
      }),
      { numRuns, seed, interruptAfterTimeLimit: 100_000 },
    );
  });
});
