import { assessed } from '../../specs/assessments.ts';
import { continues, day, definitive, inCareAt, takes } from '../../specs/commands.ts';
import { givenWith, type Step } from '../../specs/given.ts';
import { arrived, cancelledBy, first, overrideTo, placeOffered, therapistMet } from '../../specs/moves.ts';
import { lives } from '../../specs/person.ts';
import { isBack, leaves } from '../../specs/safety.ts';
import { newYork, standardFour, withoutTestPlan } from '../../specs/standard-four.ts';
import { plusHours, type Instant } from '../../time.ts';
import { levelOf } from '../level-of.ts';
import { guards, guardsMature, timeHasPassed, waitedFor } from './in-order.ts';

const programme = withoutTestPlan(standardFour);
const dayBegins = (days: number): Instant => plusHours(day(days), -8);

/** A person in IOP after these steps, as the guards look at them. */
function facts(...steps: readonly Step[]) {
  const { journey } = givenWith({ programme }, inCareAt('iop')).when(...steps);
  if (journey.status !== 'active') throw new Error('not in care');
  return {
    journey,
    level: levelOf(programme, 'iop'),
    to: levelOf(programme, 'aftercare'),
    programme,
    calendar: newYork,
  };
}
const cocaine = [
  definitive([['cocaine', 'positive']], { collectedAt: day(10) }),
  cancelledBy(first, 'clinician-retains', day(10)),
];

describe('a guard of less support may see something else', () => {
  it.each<readonly [rule: string, when: string, steps: readonly Step[], moments: readonly Instant[]]>([
    ['minimum-stay', 'once the stay is long enough', [], [dayBegins(14)]],
    ['minimum-stay', 'later by the days away', [leaves(day(2), 'hospital'), isBack(day(5))], [dayBegins(16)]],
    ['minimum-stay', 'never while the person is away', [leaves(day(2), 'hospital')], []],
    ['no-use-in-look-back', 'never without a use', [], []],
    ['no-use-in-look-back', 'once a use was looked back over', cocaine, [dayBegins(24)]],
    ['attendance-in-last-full-week', 'on the next three Mondays', [], [dayBegins(7), dayBegins(14), dayBegins(21)]],
    [
      'no-assessment-against',
      'when an assessment begins and ends to count',
      [assessed({ 5: '2.1' }, day(3))],
      [day(3), day(17)],
    ],
    [
      'therapist-meeting',
      'when a meeting begins and ends to count',
      [therapistMet('goals-achieved', day(3))],
      [day(3), day(17)],
    ],
    ['safe-place-to-live', 'when a place was recorded', [lives('own-home', day(3), true)], [day(3)]],
    [
      'medication-continuity',
      'when a medication begins and ends, and with the next dose',
      [takes('methadone', { kind: 'moud', from: day(1), to: day(30) }), continues('methadone', day(3), day(5))],
      [day(1), day(30), day(5)],
    ],
    [
      'receiving-place',
      'while a place is kept',
      [placeOffered('aftercare', day(3), day(9), { keptUntil: day(6) })],
      [day(3), day(6)],
    ],
    ['not-retained-by-a-person', 'when it was assessed', [assessed({ 5: '2.1' }, day(3))], [day(3)]],
  ])('%s: %s', (rule, _when, steps, moments) => {
    const guard = guards.find((one) => one.rule === rule);
    expect(guard?.matures?.(facts(...steps), day(0))).toEqual(moments);
  });

  it('in the order of time, after now only', () => {
    const of = facts(assessed({ 5: '2.1' }, day(3)), lives('own-home', day(4), true), ...cocaine);
    expect(guardsMature(of, day(4))).toEqual([
      dayBegins(7),
      dayBegins(14),
      dayBegins(14),
      day(17),
      dayBegins(21),
      dayBegins(24),
    ]);
    expect(guardsMature(of, day(17))).not.toContain(day(17));
    expect(guardsMature(of, plusHours(day(17), -0.001))).toContain(day(17));
  });

  it('has had all that time can bring when the stay is long enough and the last use was looked back over', () => {
    expect(timeHasPassed(facts())).toBe(dayBegins(14));
    expect(timeHasPassed(facts(...cocaine))).toBe(dayBegins(24));
    expect(timeHasPassed(facts(leaves(day(2), 'hospital')))).toBe('');
    const stayed = facts(overrideTo('residential', day(1)), arrived(first, day(2)));
    expect(timeHasPassed({ ...stayed, level: levelOf(programme, 'residential') })).toBe(dayBegins(9));
  });
});

describe('what less support waits for', () => {
  it('is said of each guard, in their order', () => {
    const failed = guards.map(({ rule }) => ({ rule, held: false, saw: '' }));
    expect(waitedFor(failed.toReversed())).toEqual([
      'a further goal, since a person kept this level',
      'the shortest stay of this level',
      'the end of the crisis',
      'a result that is not settled',
      'time without unexpected use',
      'the end of the pause',
      'the return from hospital or jail',
      'the hours of a whole week',
      'an assessment that indicates less support',
      'the therapist’s meeting with the person',
      'the person’s agreement',
      'a safe place to live',
      'the next dose of the medication',
      'a place at the next level',
    ]);
    expect(waitedFor([])).toEqual([]);
  });
});
