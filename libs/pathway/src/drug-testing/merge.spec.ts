import type { ClassResult } from './commands.ts';
import { day, definitive, inCareAt, presumptive } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import type { Outcome, Temperature, ValidityFinding } from '../vocabulary.ts';
import { mergeReports, spokenAs, type MergedClass, type MergedSpecimen } from './merge.ts';

/** What all reports on one specimen say together (pathway §4, "Merging"). */
const inIop = inCareAt('iop');
const at = (reportedOn: number, fields: Parameters<typeof definitive>[1] = {}) => ({
  reportedAt: day(reportedOn),
  ...fields,
});

function merged(...reports: readonly Step[]): MergedSpecimen {
  const then = given(inIop).when(...reports);
  expect(then.rejection).toBeUndefined();
  const [specimen] = then.journey.specimens;
  if (!specimen) throw new Error('no specimen was reported');
  return mergeReports(specimen);
}
const classOf = (...reports: readonly Step[]): MergedClass | undefined => merged(...reports).classes[0];
const opioids = (analyte: string, outcome: Outcome, more: Partial<ClassResult> = {}) =>
  [['opioids', outcome, { analyte, ...more }]] as const;

describe('the results of one class', () => {
  it.each<readonly [string, outcome: Outcome, stage: string, readonly Step[]]>([
    [
      'a screen of which one analyte could not be told',
      'indeterminate',
      'presumptive',
      [presumptive([...opioids('codeine', 'negative'), ...opioids('morphine', 'indeterminate')])],
    ],
    [
      'a screen with one positive analyte',
      'positive',
      'presumptive',
      [presumptive([...opioids('codeine', 'indeterminate'), ...opioids('morphine', 'positive')])],
    ],
    [
      'a confirmation that could not tell, after a negative screen',
      'indeterminate',
      'definitive',
      [presumptive([['pcp', 'negative']], at(10)), definitive([['pcp', 'indeterminate']], at(11))],
    ],
    [
      'a confirmation that was not done, after a positive screen',
      'indeterminate',
      'definitive',
      [presumptive([['pcp', 'positive']], at(10)), definitive([['pcp', 'not-done']], at(11))],
    ],
    [
      'a confirmation that was not done, after a negative screen',
      'negative',
      'presumptive',
      [presumptive([['pcp', 'negative']], at(10)), definitive([['pcp', 'not-done']], at(11))],
    ],
    ['a confirmation that was not done, alone', 'not-done', 'definitive', [definitive([['pcp', 'not-done']])]],
    ['a screen that was not done, alone', 'not-done', 'presumptive', [presumptive([['pcp', 'not-done']])]],
    [
      'analytes of two reports, the positive one first',
      'positive',
      'definitive',
      [definitive(opioids('morphine', 'positive'), at(11)), definitive(opioids('codeine', 'negative'), at(12))],
    ],
    [
      'an analyte that was found, and later not done',
      'positive',
      'definitive',
      [definitive([['pcp', 'positive']], at(11)), definitive([['pcp', 'not-done']], at(12))],
    ],
    [
      'an analyte that was not done, and later found',
      'positive',
      'definitive',
      [definitive([['pcp', 'not-done']], at(11)), definitive([['pcp', 'positive']], at(12))],
    ],
    [
      'another analyte in a preliminary report, beside a final one',
      'negative',
      'definitive',
      [
        definitive(opioids('morphine', 'positive'), at(10, { status: 'preliminary' })),
        definitive(opioids('codeine', 'negative'), at(11)),
      ],
    ],
    [
      'another analyte reported with or before a correction: replaced',
      'negative',
      'definitive',
      [
        definitive(opioids('codeine', 'negative'), at(12, { status: 'corrected' })),
        definitive(opioids('morphine', 'positive'), at(12)),
      ],
    ],
    [
      'another analyte reported after a correction: added',
      'positive',
      'definitive',
      [
        definitive(opioids('codeine', 'negative'), at(12, { status: 'corrected' })),
        definitive(opioids('morphine', 'positive'), at(13)),
      ],
    ],
  ])('%s: %s, %s', (_, outcome, stage, reports) => {
    expect(classOf(...reports)).toMatchObject({ outcome, stage, cancelled: false });
  });

  it('are those of the latest report, in whatever order they arrive', () => {
    const [first, last] = [100, 200].map((amount, index) =>
      definitive(opioids('morphine', 'positive', { amount }), at(11 + index)),
    );
    for (const reports of [
      [first, last],
      [last, first],
    ])
      expect(classOf(...reports.flatMap((one) => one ?? []))?.results).toEqual([
        { drugClass: 'opioids', outcome: 'positive', stage: 'definitive', analyte: 'morphine', amount: 200 },
      ]);
  });
});

describe('what the laboratory took back', () => {
  const both = definitive([...opioids('morphine', 'positive'), ['pcp', 'negative'], ['cocaine', 'negative']], at(11));
  const cancelled = (names: Parameters<typeof definitive>[0], reportedOn: number) =>
    definitive(names, at(reportedOn, { status: 'cancelled' }));
  const standing = (...reports: readonly Step[]) =>
    merged(...reports).classes.map(({ drugClass, cancelled: gone }) => [drugClass, !gone]);

  it('is what it names, or all, of what was reported until then', () => {
    const names = [...opioids('morphine', 'positive'), ['pcp', 'negative']] as const;
    expect(standing(both, cancelled(names, 12))).toEqual([
      ['opioids', false],
      ['pcp', false],
      ['cocaine', true],
    ]);
    expect(standing(both, cancelled([], 11))).toEqual([
      ['opioids', false],
      ['pcp', false],
      ['cocaine', false],
    ]);
    expect(standing(cancelled([], 10), both)).toEqual([
      ['opioids', true],
      ['pcp', true],
      ['cocaine', true],
    ]);
  });

  it('shows what it said as long as nothing else is known, and no longer', () => {
    expect(classOf(both, cancelled([], 12))).toMatchObject({ outcome: 'positive', preliminary: true, cancelled: true });
    const again = definitive(opioids('codeine', 'negative'), at(13, { status: 'preliminary' }));
    expect(classOf(both, cancelled([], 12), again)).toMatchObject({
      outcome: 'negative',
      preliminary: true,
      cancelled: false,
    });
  });
});

describe('a specimen without any class', () => {
  const none = (fields: Parameters<typeof definitive>[1]) => definitive([], fields);
  const nothing = { drugClass: 'other', outcome: 'not-done', stage: 'presumptive', results: [] };

  it.each([
    ['final', false, false, [none(at(10))]],
    ['preliminary', true, false, [none(at(10, { status: 'preliminary' }))]],
    ['final after a preliminary report', false, false, [none(at(10, { status: 'preliminary' })), none(at(11))]],
    ['cancelled', false, true, [none(at(10)), none(at(11, { status: 'cancelled' }))]],
  ] as const)('is not done of an unnamed class: %s', (_, preliminary, cancelled, reports) => {
    expect(merged(...reports).classes).toEqual([{ ...nothing, preliminary, cancelled }]);
  });
});

describe('use that the person tells of with a specimen', () => {
  const screen = (fields: Parameters<typeof definitive>[1]) =>
    presumptive(
      [
        ['pcp', 'positive'],
        ['cocaine', 'negative'],
      ],
      fields,
    );

  it('lies at its collection where all of it is acknowledged, by any report, for what was found', () => {
    const reports = [screen(at(10, { acknowledgedUse: true })), screen(at(11))];
    expect(merged(...reports).classes.map(({ acknowledgedUseAt }) => acknowledgedUseAt)).toEqual([day(10), undefined]);
    expect(merged(screen(at(11))).classes.map(({ acknowledgedUseAt }) => acknowledgedUseAt)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is the latest that was told of the class', () => {
    const told = (...days: readonly number[]) =>
      presumptive(
        days.map((one, index) => [
          'opioids',
          'positive',
          { analyte: `analyte ${index}`, acknowledged: { lastUseAt: day(one) } },
        ]),
      );
    expect(classOf(told(8, 9, 7))?.acknowledgedUseAt).toBe(day(9));
  });
});

describe('the validity of a specimen', () => {
  const said = (finding: ValidityFinding, reportedOn: number, fields = {}, more = {}) =>
    definitive([['pcp', 'negative']], at(reportedOn, { validity: { finding, ...more }, ...fields }));
  const corrected = { status: 'corrected' };
  const cancelled = { status: 'cancelled', results: [] };

  it.each<readonly [string, ValidityFinding, readonly Step[]]>([
    ['the graver of two', 'dilute', [said('dilute', 10), said('valid', 11)]],
    ['the graver of two, in the other order', 'dilute', [said('valid', 10), said('dilute', 11)]],
    ['invalid before dilute', 'invalid', [said('invalid', 10), said('dilute', 11)]],
    ['substituted before invalid', 'substituted', [said('invalid', 10), said('substituted', 11)]],
    ['adulterated before all', 'adulterated', [said('adulterated', 10), said('substituted', 11)]],
    ['the word of a correction', 'valid', [said('dilute', 10), said('valid', 11, corrected)]],
    [
      'that of the first where the correction says none',
      'dilute',
      [said('dilute', 10), said('not-recorded', 11, corrected)],
    ],
    ['final before preliminary', 'valid', [said('dilute', 10, { status: 'preliminary' }), said('valid', 11)]],
    ['not recorded where nobody says any', 'not-recorded', [said('not-recorded', 10)]],
    [
      'no longer what was taken back',
      'valid',
      [said('dilute', 10), said('not-recorded', 11, cancelled), said('valid', 12)],
    ],
    ['what was taken back, where nothing came after it', 'dilute', [said('dilute', 10), said('valid', 11, cancelled)]],
  ])('is %s: %s', (_, finding, reports) => {
    expect(merged(...reports).validity.finding).toBe(finding);
  });

  it.each<readonly [Temperature, readonly (readonly [Temperature | undefined, object])[]]>([
    ['not-recorded', [[undefined, {}]]],
    ['in-range', [['in-range', {}]]],
    [
      'out-of-range',
      [
        ['in-range', {}],
        ['out-of-range', {}],
      ],
    ],
    [
      'out-of-range',
      [
        ['out-of-range', {}],
        ['in-range', {}],
      ],
    ],
    [
      'in-range',
      [
        ['out-of-range', {}],
        ['in-range', corrected],
      ],
    ],
    [
      'in-range',
      [
        ['in-range', {}],
        ['not-recorded', corrected],
      ],
    ],
    [
      'out-of-range',
      [
        ['out-of-range', {}],
        [undefined, corrected],
      ],
    ],
  ])('is of a temperature %s, by the reports %j', (expected, words) => {
    const reports = words.map(([temperature, fields], index) =>
      said('valid', 10 + index, fields, temperature === undefined ? {} : { temperature }),
    );
    expect(merged(...reports).validity.temperature).toBe(expected);
  });

  it('has the figures of the weightiest report that gives them; a cancelled one gives none', () => {
    const reports = [
      said('valid', 10, corrected, { creatinineMgDl: 50 }),
      said('valid', 11, {}, { creatinineMgDl: 5, ph: 6 }),
      definitive(
        [['pcp', 'negative']],
        at(12, { status: 'cancelled', validity: { finding: 'dilute', nitriteUgMl: 9 } }),
      ),
    ];
    expect(merged(...reports).validity).toEqual({
      finding: 'valid',
      temperature: 'not-recorded',
      creatinineMgDl: 50,
      ph: 6,
    });
  });
});

describe('the name of an analyte', () => {
  it.each([
    [' 6-Acetylmorphine ', '6-acetylmorphine'],
    ['THC  COOH', 'thc-cooh'],
    ['Ethyl glucuronide', 'ethyl-glucuronide'],
    ['α-Hydroxy α', 'alpha-hydroxy-alpha'],
  ])('%s is %s', (written, expected) => {
    expect(spokenAs(written)).toBe(expected);
  });
});
