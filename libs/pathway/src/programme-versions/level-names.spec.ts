import type { OpenedJourney } from '../journey.ts';
import { assessed } from '../specs/assessments.ts';
import { admitted, day, opened } from '../specs/commands.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import {
  answered,
  arrived,
  discharged,
  first,
  goalReached,
  goalsSet,
  held,
  overrideTo,
  placeOffered,
  referralClosed,
  session,
} from '../specs/moves.ts';
import { leaves } from '../specs/safety.ts';
import { withLevelsNamed } from './level-names.ts';

const lived = (until: number, ...steps: readonly (Step | readonly Step[])[]): OpenedJourney =>
  given(...steps).when(timePasses(day(until))).journey;

const throughIop = [
  opened({ entryLevel: 'residential' }),
  admitted('residential'),
  overrideTo('iop', day(1)),
  arrived(first, day(2)),
  goalsSet(day(3), 'g1'),
  session(day(3)),
  assessed({ 1: '2.1' }, day(4), { preferredLevel: 'iop', actualLevel: 'iop' }),
  assessed({}, day(5), { preferredLevel: 'residential' }),
  assessed({ 1: '2.1' }, day(6), { actualLevel: 'iop' }),
  answered('agrees', day(7)),
  answered('agrees', day(8), { level: 'iop' }),
  placeOffered('iop', day(9), day(12)),
  leaves(day(20), 'pass', { expectedReturnAt: day(21) }),
];
const levelless = lived(2, opened(), admitted('iop'), assessed({ 1: '4' }, day(1)));
const notWeighed = { ...levelless, assessments: levelless.assessments.map(({ indicates: _none, ...one }) => one) };
const goalsReachedEarly = [
  opened({ entryLevel: 'residential' }),
  admitted('residential'),
  goalsSet(day(1), 'g1'),
  goalReached('g1', day(3)),
];

/** All that is known of it with the other name in each place; the events stay as they were told. */
const known = ({ told: _told, ...journey }: OpenedJourney): unknown => calledIntensive(journey);
function calledIntensive(value: unknown): unknown {
  if (value === 'iop') return 'intensive';
  if (Array.isArray(value)) return value.map(calledIntensive);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, calledIntensive(one)]));
}

describe('a level that is called otherwise', () => {
  const journeys: readonly (readonly [what: string, journey: OpenedJourney, state: object])[] = [
    ['a wait for it', lived(-1, opened()), { status: 'referred', waitlisted: { level: 'iop' } }],
    ['a wait for another', lived(-1, opened({ entryLevel: 'residential' })), { status: 'referred' }],
    ['a stay there', lived(60, throughIop), { status: 'active', assessments: [{}, {}, {}] }],
    ['an assessment that indicates no level', levelless, { assessments: [{ indicates: { asam: { code: '4' } } }] }],
    ['an assessment without what it indicates', notWeighed, { assessments: [{ edition: 4 }] }],
    ['a move from there', lived(60, throughIop, overrideTo('residential', day(60))), { transition: { from: 'iop' } }],
    ['a move to there', lived(8, goalsReachedEarly), { transition: { state: 'started', to: 'iop' } }],
    [
      'a move to there that waits for the end of a hold',
      lived(9, goalsReachedEarly, held('h1', day(8), day(12))),
      { transition: { state: 'suspended', before: { to: 'iop' } } },
    ],
    ['less support that is considered', lived(4, goalsReachedEarly), { stepDownConsidered: { to: 'iop' } }],
    ['an end of care there', lived(60, throughIop, discharged('transferred', day(60))), { lastLevel: 'iop' }],
    ['a referral that was closed', lived(0, opened(), referralClosed(day(-1))), { status: 'discharged' }],
  ];
  it.each(journeys)('is called so wherever it is named: %s', (_what, journey, state) => {
    expect(journey).toMatchObject(state);
    const { told: _told, ...there } = withLevelsNamed(journey, { iop: 'intensive', nowhere: 'residential' });
    expect(there).toStrictEqual(known(journey));
  });

  it.each(journeys)('leaves every other level, and what was told, as they are: %s', (_what, journey) => {
    expect(withLevelsNamed(journey, { nowhere: 'intensive' })).toEqual(journey);
    expect(withLevelsNamed(journey, {})).toBe(journey);
    expect(withLevelsNamed(journey, { iop: 'intensive' }).told).toBe(journey.told);
  });
});
