import type { CommandFields } from '../commands.ts';
import { attended, day, inCareAt, presumptive, said, takes } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import type { Validity } from './commands.ts';
import { weeklyScreens } from './weekly-screens.ts';

const plan = (fields: Partial<CommandFields['SetScreeningPlan']> = {}): Step => ({
  type: 'SetScreeningPlan',
  ...said(day(0)),
  from: day(0),
  drugClasses: ['opioids', 'cocaine'],
  negativeBy: 'specimen',
  ...fields,
});
const strip = (steps: readonly Step[], until?: string) =>
  weeklyScreens(given(inCareAt('iop')).when(...steps).journey, { programme: standardFour, calendar: newYork }, until);
const symbols = (steps: readonly Step[], until?: string): string =>
  strip(steps, until)
    .map(({ symbol }) => symbol)
    .join('');
const found = (outcome: 'positive' | 'negative', days: number, validity: Validity = { finding: 'valid' }) =>
  presumptive([['opioids', outcome]], { collectedAt: day(days), validity });

describe('the strip of weekly screens', () => {
  it('is empty without a plan, and where a plan without an end has nothing to show yet', () => {
    expect(strip([found('positive', 1)])).toEqual([]);
    expect(strip([plan()])).toEqual([]);
  });

  it.each<readonly [string, length: number, until: string | undefined, steps: readonly Step[]]>([
    ['at the end of the plan', 3, undefined, [plan({ until: day(14) }), found('negative', 30)]],
    ['at the end that is asked for', 2, day(7), [plan(), found('negative', 30)]],
    ['at the earlier of both, the plan', 2, day(14), [plan({ until: day(7) })]],
    ['at the earlier of both, what is asked for', 2, day(7), [plan({ until: day(14) })]],
    ['with the last specimen', 3, undefined, [plan(), attended(day(8)), found('negative', 14)]],
    ['with the last session', 3, undefined, [plan(), found('negative', 8), attended(day(14))]],
    ['nowhere, where it would end before it begins', 0, undefined, [plan({ from: day(20) }), found('negative', 8)]],
  ])('ends %s', (_, length, until, steps) => {
    expect(strip(steps, until)).toHaveLength(length);
  });

  it('counts its first and its last day, and none before, after, or later in its last week', () => {
    const twoWeeks = plan({ from: day(7), until: day(17) });
    expect(symbols([twoWeeks, found('positive', 7), found('positive', 17)])).toBe('++');
    expect(symbols([twoWeeks, found('positive', 6), found('positive', 18)])).toBe('oo');
  });
});

describe('a day', () => {
  it('is not made negative by a visit where the plan counts specimens', () => {
    expect(symbols([plan({ until: day(6) }), attended(day(2))])).toBe('o');
  });

  it('is positive by any class of the plan', () => {
    const both = presumptive(
      [
        ['cocaine', 'positive'],
        ['opioids', 'negative'],
      ],
      { collectedAt: day(2) },
    );
    expect(symbols([plan({ until: day(6) }), both])).toBe('+');
  });

  it('is not positive where a medication explains all that was found, whatever else was looked for', () => {
    const codeine = presumptive(
      [
        ['opioids', 'positive', { analyte: 'codeine' }],
        ['opioids', 'negative', { analyte: '6-acetylmorphine' }],
      ],
      { collectedAt: day(2) },
    );
    expect(symbols([plan({ until: day(6) }), takes('codeine'), codeine])).toBe('-');
    expect(symbols([plan({ until: day(6) }), codeine])).toBe('+');
  });

  it.each([
    ['valid', '-'],
    ['not-recorded', '-'],
    ['dilute', 'o'],
    ['invalid', 'o'],
    ['substituted', 'o'],
    ['adulterated', 'o'],
  ] as const)('is negative by a specimen that is %s: %s', (finding, symbol) => {
    expect(symbols([plan({ until: day(6) }), found('negative', 2, { finding })])).toBe(symbol);
  });
});
