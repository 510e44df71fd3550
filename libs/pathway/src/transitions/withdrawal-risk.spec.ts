import { assessed, rated } from '../specs/assessments.ts';
import { day, definitive, inCareAt } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { asked } from '../specs/person.ts';
import { plusHours, type Instant } from '../time.ts';

const residential = inCareAt('residential');
const use = definitive([['cocaine', 'positive']], { collectedAt: day(10) });
/** Of sweating and tremor up to 4 each, and gooseflesh, which counts 5. */
const cows = (at: Instant, points: number) => {
  const skin = points >= 5 ? 5 : 0;
  const tremor = Math.min(4, points - skin);
  return asked('cows', { 'gooseflesh-skin': skin, tremor, sweating: points - skin - tremor }, at);
};
const ciwa = (at: Instant, points: number) =>
  asked('ciwa-ar', { tremor: Math.min(5, points), 'nausea-vomiting': Math.max(0, points - 5) }, at);
const late = { occurredAt: plusHours(day(9), 23) };

/** What the rule saw of the use, when it was considered last. */
function seen(before: readonly Step[], ...since: readonly Step[]): unknown[] {
  const { events } = given(residential, before).when(use, ...since);
  const rules = events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules ?? [];
  return rules.flatMap(({ rule, held, saw }) => (rule === 'withdrawal-risk' ? [held, saw] : []));
}
const nothing = 'no current assessment or scale on record';
const before = (saw: string) => ['unknown', `${nothing}, only before the use: ${saw}`];

describe('a sign of withdrawal risk', () => {
  it.each<readonly [what: string, step: Step, saw: string]>([
    [
      'dimension 1 severe, three days ago',
      rated([3, 0, 0, 0, 0, 0], day(7)),
      `assessed ${day(7)}: withdrawal (dimension 1) 3`,
    ],
    ['dimension 1 at x.7', assessed({ 1: '1.7' }, day(9)), `assessed ${day(9)}: withdrawal (dimension 1) 1.7`],
    ['COWS 13, a day ago', cows(day(9), 13), `COWS 13 at ${day(9)}`],
    ['CIWA-Ar 10, a day ago', ciwa(day(9), 10), `CIWA-Ar 10 at ${day(9)}`],
  ])('is %s', (_what, step, saw) => expect(seen([step])).toEqual([true, saw]));

  it.each<readonly [what: string, step: Step, saw: string]>([
    ['dimension 1 moderate', rated([2, 0, 0, 0, 0, 0], day(9)), `assessed ${day(9)}: withdrawal (dimension 1) 2`],
    ['dimension 1 below x.7', assessed({ 1: '2.5' }, day(9)), `assessed ${day(9)}: withdrawal (dimension 1) 2.5`],
    ['another dimension', rated([0, 4, 4, 4, 4, 4], day(9)), `assessed ${day(9)}: withdrawal (dimension 1) 0`],
    ['COWS 12', cows(day(9), 12), `COWS 12 at ${day(9)}`],
    ['CIWA-Ar 9', ciwa(day(9), 9), `CIWA-Ar 9 at ${day(9)}`],
  ])('is not %s', (_what, step, saw) => expect(seen([step])).toEqual(before(saw)));

  it.each<readonly [what: string, step: Step]>([
    ['an assessment of more than three days ago', rated([4, 0, 0, 0, 0, 0], plusHours(day(7), -0.001))],
    ['COWS of more than a day ago', cows(plusHours(day(9), -0.001), 13)],
    ['CIWA-Ar of more than a day ago', ciwa(plusHours(day(9), -0.001), 10)],
    ['an assessment that could not rate dimension 1', assessed({ 1: 'EVAL' }, day(9))],
    ['another scale', asked('phq-9', {}, day(9))],
  ])('is nothing known from %s', (_what, step) => expect(seen([step])).toEqual(['unknown', nothing]));

  it('goes by the last of each: an assessment, a scale, whichever was told first', () => {
    expect(seen([rated([4, 0, 0, 0, 0, 0], day(8)), rated([1, 0, 0, 0, 0, 0], day(9))])).toEqual(
      before(`assessed ${day(9)}: withdrawal (dimension 1) 1`),
    );
    const [noon, evening] = [plusHours(day(9), 1), plusHours(day(9), 6)];
    const told = [
      { ...cows(evening, 5), ...late },
      { ...cows(noon, 13), ...late },
    ];
    for (const order of [told, told.toReversed()]) expect(seen(order)).toEqual(before(`COWS 5 at ${evening}`));
    const falling = [
      { ...cows(evening, 13), ...late },
      { ...cows(noon, 5), ...late },
    ];
    for (const order of [falling, falling.toReversed()]) expect(seen(order)).toEqual([true, `COWS 13 at ${evening}`]);
  });

  it('goes by what could be rated, where the last assessment left dimension 1 open', () => {
    expect(seen([assessed({ 1: '3.7' }, day(8)), assessed({ 1: 'EVAL' }, day(9))])).toEqual([
      true,
      `assessed ${day(8)}: withdrawal (dimension 1) 3.7`,
    ]);
  });

  it('is one that is enough, whatever else was found; all that show one are named', () => {
    expect(seen([rated([0, 0, 0, 0, 0, 0], day(9)), cows(day(9.5), 13)])).toEqual([true, `COWS 13 at ${day(9.5)}`]);
    expect(seen([rated([3, 0, 0, 0, 0, 0], day(9)), ciwa(day(9.5), 10), cows(day(9.5), 13)])).toEqual([
      true,
      `assessed ${day(9)}: withdrawal (dimension 1) 3, CIWA-Ar 10 at ${day(9.5)}, COWS 13 at ${day(9.5)}`,
    ]);
  });

  it('is known to be none from what was looked at since the use, from its moment on', () => {
    expect(seen([cows(day(10), 5)])).toEqual([false, `COWS 5 at ${day(10)}`]);
    expect(seen([cows(plusHours(day(10), -0.001), 5)])[0]).toBe('unknown');
    expect(seen([rated([1, 0, 0, 0, 0, 0], day(9))], ciwa(day(10.5), 3))).toEqual([false, `CIWA-Ar 3 at ${day(10.5)}`]);
  });
});
