import type { CommandFields } from '../commands.ts';
import { attended, day, definitive, inCareAt, presumptive, said, takes } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { weeklyScreens } from './weekly-screens.ts';

const plan = (fields: Partial<CommandFields['SetScreeningPlan']> = {}): Step => ({
  type: 'SetScreeningPlan',
  ...said(day(0)),
  from: day(0),
  until: day(27),
  drugClasses: ['opioids', 'methadone'],
  negativeBy: 'specimen',
  ...fields,
});
const symbols = (...steps: readonly Step[]): string =>
  weeklyScreens(given(inCareAt('iop')).when(...steps).journey, { programme: standardFour, calendar: newYork })
    .map(({ symbol }) => symbol)
    .join('');
const positive = (at: string) => presumptive([['opioids', 'positive']], { collectedAt: at });
const negative = (at: string) => presumptive([['opioids', 'negative']], { collectedAt: at });

describe('the weekly screens', () => {
  it('tell one symbol for each week of the plan: positive, negative, both, or none', () => {
    expect(symbols(plan(), positive(day(1)), negative(day(8)), positive(day(14)), negative(day(16)))).toBe('+-*o');
  });

  it('count weeks from the local day of the plan, also across the hour that daylight saving takes', () => {
    const weeks = weeklyScreens(given(inCareAt('iop')).when(plan()).journey, {
      programme: standardFour,
      calendar: newYork,
    });
    expect(weeks.map(({ week, from }) => [week, from])).toEqual([
      [1, '2026-05-04'],
      [2, '2026-05-11'],
      [3, '2026-05-18'],
      [4, '2026-05-25'],
    ]);
  });

  it('go by the plan that was set last, also when an earlier one is told again', () => {
    const [wide, narrow] = [plan(), { ...plan({ drugClasses: ['opioids'] }), occurredAt: day(1) }];
    const { journey } = given(inCareAt('iop'), wide, narrow).when(wide).thenNothing();
    expect(journey.screeningPlan?.drugClasses).toEqual(['opioids']);
  });

  it('have a last, shorter week, and end with the plan', () => {
    expect(symbols(plan({ until: day(8) }), negative(day(8)), positive(day(9)))).toBe('o-');
  });

  it('go on to the last fact of a plan without an end; without a plan there are none', () => {
    expect(symbols(plan({ until: undefined }), negative(day(15)))).toBe('oo-');
    expect(symbols(negative(day(15)))).toBe('');
  });

  it('do not count what a medication explains, nor classes outside the plan', () => {
    const methadone = presumptive([['methadone', 'positive']], { collectedAt: day(1) });
    expect(symbols(plan(), takes('methadone'), methadone)).toBe('-ooo');
    expect(symbols(plan(), methadone)).toBe('+ooo');
    expect(
      symbols(
        plan(),
        presumptive(
          [
            ['cocaine', 'positive'],
            ['opioids', 'negative'],
          ],
          { collectedAt: day(1) },
        ),
      ),
    ).toBe('-ooo');
    expect(symbols(plan(), presumptive([['cocaine', 'negative']], { collectedAt: day(1) }))).toBe('oooo');
  });

  it('go by reported outcomes: a positive counts with a doubtful temperature, a negative does not', () => {
    const validity = { finding: 'valid', temperature: 'out-of-range' } as const;
    const doubtful = (outcome: 'positive' | 'negative') =>
      presumptive([['opioids', outcome]], { collectedAt: day(1), validity });
    expect(symbols(plan(), doubtful('positive'))).toBe('+ooo');
    expect(symbols(plan(), doubtful('negative'))).toBe('oooo');
  });

  it('do not take a specimen as negative that could not tell', () => {
    const thin = { finding: 'not-recorded', creatinineMgDl: 10, specificGravity: 1.001 } as const;
    const dilute = presumptive([['opioids', 'negative']], { collectedAt: day(1), validity: thin });
    expect(symbols(plan(), dilute)).toBe('oooo');
    expect(symbols(plan(), presumptive([['opioids', 'indeterminate']], { collectedAt: day(1) }))).toBe('oooo');
  });

  it('let the final report replace the preliminary one', () => {
    const preliminary = presumptive([['opioids', 'positive']], { collectedAt: day(1), status: 'preliminary' });
    expect(symbols(plan(), preliminary)).toBe('+ooo');
    expect(
      symbols(plan(), preliminary, definitive([['opioids', 'negative']], { collectedAt: day(1), reportedAt: day(2) })),
    ).toBe('-ooo');
  });

  it('take an attended visit as negative where the plan says so, and then no specimen', () => {
    const byVisit = plan({ negativeBy: 'attended-visit' });
    expect(symbols(byVisit, attended(day(1)), negative(day(8)))).toBe('-ooo');
    expect(symbols(byVisit, attended(day(1)), positive(day(1)))).toBe('+ooo');
    expect(symbols(byVisit, attended(day(1)), positive(day(2)))).toBe('*ooo');
  });

  it('is negative by no visit on which the person was only heard, or seen on a screen', () => {
    const byVisit = plan({ negativeBy: 'attended-visit' });
    expect(symbols(byVisit, { ...attended(day(1)), sessionType: 'telephone-check-up' })).toBe('oooo');
    expect(symbols(byVisit, { ...attended(day(1)), setting: 'virtual' })).toBe('oooo');
    expect(symbols(byVisit, { ...attended(day(1)), setting: 'on-site' })).toBe('-ooo');
  });

  it('are none where nothing is planned, or nothing has happened yet', () => {
    const rules = { programme: standardFour, calendar: newYork };
    expect(weeklyScreens(given(inCareAt('iop')).when(positive(day(1))).journey, rules)).toEqual([]);
    expect(weeklyScreens(given(inCareAt('iop')).when(plan({ until: undefined })).journey, rules)).toEqual([]);
  });

  it('end at a day that is asked for, or with the plan, whichever comes first', () => {
    const weeks = (planned: string | undefined, until: string | undefined) =>
      weeklyScreens(
        given(inCareAt('iop')).when(plan({ until: planned }), positive(day(0))).journey,
        { programme: standardFour, calendar: newYork },
        until,
      )
        .map(({ symbol }) => symbol)
        .join('');
    expect([weeks(day(13), day(27)), weeks(day(27), day(13))]).toEqual(['+o', '+o']);
    expect([weeks(undefined, day(13)), weeks(day(13), undefined), weeks(undefined, undefined)]).toEqual([
      '+o',
      '+o',
      '+',
    ]);
    expect(weeks(day(13), day(-1))).toBe('');
  });

  it('count from the first day of the plan to its last, and nothing before or after', () => {
    expect(symbols(plan({ from: day(7), until: day(20) }), positive(day(6)), negative(day(7)))).toBe('-o');
    expect(symbols(plan({ from: day(7), until: day(20) }), positive(day(20)), positive(day(21)))).toBe('o+');
    expect(symbols(plan({ until: undefined }), attended(day(15)))).toBe('ooo');
  });

  it('look at what was found of a class, one class being enough', () => {
    const classes = (hydrocodone: 'positive' | 'negative') =>
      definitive(
        [
          ['opioids', 'positive', { analyte: 'morphine' }],
          ['opioids', hydrocodone, { analyte: 'hydrocodone' }],
          ['methadone', 'negative'],
        ],
        { collectedAt: day(1) },
      );
    expect(symbols(plan(), takes('morphine'), classes('negative'))).toBe('-ooo');
    expect(symbols(plan(), takes('morphine'), classes('positive'))).toBe('+ooo');
    expect(symbols(plan(), classes('negative'))).toBe('+ooo');
    const cancelled = presumptive([['opioids', 'positive']], {
      collectedAt: day(1),
      status: 'cancelled',
      reportedAt: day(2),
    });
    expect(symbols(plan(), positive(day(1)), cancelled)).toBe('oooo');
  });

  it('take no visit as negative where specimens count, and no specimen of unknown worth', () => {
    expect(symbols(plan(), attended(day(1)))).toBe('oooo');
    const seen = (finding: 'not-recorded' | 'invalid' | 'substituted') =>
      symbols(plan(), presumptive([['opioids', 'negative']], { collectedAt: day(1), validity: { finding } }));
    expect([seen('not-recorded'), seen('invalid'), seen('substituted')]).toEqual(['-ooo', 'oooo', 'oooo']);
    const byVisit = plan({ negativeBy: 'attended-visit' });
    expect(symbols(byVisit, { ...attended(day(1)), attendance: 'missed' })).toBe('oooo');
  });
});
