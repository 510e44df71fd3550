import type { ClassResult } from '../drug-testing/commands.ts';
import { day, definitive, inCareAt, stopsTaking, takes } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import type { DrugClass } from '../vocabulary.ts';

/** What a medication leaves, and how much of it (clinical-defaults §2). Late, when no earlier use explains anything. */
const inIop = inCareAt('iop');
type Found = readonly [analyte: string, more?: Partial<ClassResult>];

function meaning(before: readonly Step[], drugClass: DrugClass, found: readonly Found[], at = day(60)) {
  const report = definitive(
    found.map(([analyte, more]) => [drugClass, 'positive', { analyte, ...more }] as const),
    { collectedAt: at },
  );
  const [specimen] = given(inIop, ...before).when(report).journey.specimens;
  return specimen?.judgements[drugClass]?.disposition;
}

const amount = (value: number, unit = 'ng/mL') => ({ amount: value, unit });

describe('a minor analyte of a medication', () => {
  it.each([
    ['hydromorphone at 5 %', 'hydromorphone', amount(500), 'expected-prescribed'],
    ['hydromorphone above 5 %', 'hydromorphone', amount(501), 'unexpected-use'],
    ['hydromorphone at 5 %, in another unit', 'hydromorphone', amount(0.5, 'mg/L'), 'expected-prescribed'],
    ['hydromorphone of which no amount is given', 'hydromorphone', {}, 'expected-prescribed'],
    ['codeine at 5 %', 'codeine', amount(500), 'expected-prescribed'],
    ['codeine above 5 %, less than is evidence', 'codeine', amount(501), 'inconclusive'],
    ['codeine above 5 %, more than that', 'codeine', amount(2000), 'unexpected-use'],
    ['hydrocodone, which it never leaves', 'hydrocodone', amount(1), 'unexpected-use'],
  ] as const)('beside morphine: %s', (_, analyte, share, expected) => {
    expect(
      meaning([takes('morphine')], 'opioids', [
        ['morphine', amount(10_000)],
        [analyte, share],
      ]),
    ).toBe(expected);
  });

  it('is not explained without what it stems from, nor by a morphine that was not found', () => {
    expect(meaning([takes('morphine')], 'opioids', [['hydromorphone', amount(1)]])).toBe('unexpected-use');
    const notFound = given(inIop, takes('morphine')).when(
      definitive(
        [
          ['opioids', 'positive', { analyte: 'hydromorphone', ...amount(1) }],
          ['opioids', 'negative', { analyte: 'morphine' }],
        ],
        { collectedAt: day(60) },
      ),
    );
    expect(notFound.journey.specimens[0]?.judgements.opioids?.disposition).toBe('unexpected-use');
  });

  it('passes where the amount of its source is not known, or is in a unit that is none', () => {
    const beside = (morphine: Partial<ClassResult>) =>
      meaning([takes('morphine')], 'opioids', [
        ['morphine', morphine],
        ['hydromorphone', amount(501)],
      ]);
    expect(beside({})).toBe('expected-prescribed');
    expect(beside(amount(10, 'mmol/L'))).toBe('expected-prescribed');
    expect(beside(amount(100))).toBe('unexpected-use');
  });

  it('codeine leaves hydrocodone up to 10 % of it, whatever other medication it comes in', () => {
    const beside = (medication: string, hydrocodone: number) =>
      meaning([takes(medication)], 'opioids', [
        ['codeine', amount(5000)],
        ['hydrocodone', amount(hydrocodone)],
      ]);
    for (const medication of ['codeine', 'butalbital-codeine'])
      expect([beside(medication, 500), beside(medication, 501)]).toEqual(['expected-prescribed', 'unexpected-use']);
  });
});

describe('isomers', () => {
  it('of mixed amphetamine salts: always more of the d-isomer', () => {
    const isomers = (d: number, l: number) =>
      meaning([takes('mixed-amphetamine-salts')], 'amphetamines', [
        ['d-amphetamine', amount(d)],
        ['l-amphetamine', amount(l)],
      ]);
    expect(isomers(900, 300)).toBe('expected-prescribed');
    expect(isomers(300, 299)).toBe('expected-prescribed');
    expect(isomers(300, 300)).toBe('unexpected-use');
  });

  it('of selegiline: less than 20 % of the d-isomer; without amounts more is not ruled out', () => {
    const isomers = (d: Partial<ClassResult>, l: Partial<ClassResult> = d) =>
      meaning([takes('selegiline')], 'methamphetamine', [
        ['l-methamphetamine', l],
        ['d-methamphetamine', d],
      ]);
    expect(isomers(amount(199), amount(801))).toBe('expected-prescribed');
    expect(isomers(amount(200), amount(800))).toBe('unexpected-use');
    expect(isomers({})).toBe('unexpected-use');
    expect(isomers(amount(1), {})).toBe('unexpected-use');
  });

  it('of selegiline: what names none goes with one of its own', () => {
    const beside = (analyte: string) =>
      meaning([takes('selegiline')], 'methamphetamine', [['methamphetamine'], [analyte]]);
    expect(beside('l-methamphetamine')).toBe('expected-prescribed');
    expect(beside('d-amphetamine')).toBe('unexpected-use');
  });
});

describe('the days after the last dose', () => {
  const after = (medication: string, taken: number, days: number, analyte: string, drugClass: DrugClass) =>
    meaning([takes(medication), stopsTaking(medication, day(taken))], drugClass, [[analyte]], day(taken + days));

  it.each([
    ['taken for 30 days', 30, 30, 'expected-prescribed'],
    ['taken for 30 days, a day later', 30, 31, 'unexpected-use'],
    ['taken for 29 days', 29, 10, 'expected-prescribed'],
    ['taken for 29 days, a day later', 29, 11, 'unexpected-use'],
    ['taken for 35 days, a day later', 35, 31, 'unexpected-use'],
  ] as const)('diazepam is found for 10 days, after long treatment for 30: %s', (_, taken, days, expected) => {
    expect(after('diazepam', taken, days, 'nordiazepam', 'benzodiazepines')).toBe(expected);
  });

  it('are as many after long treatment where the formulary names no others', () => {
    expect(after('oxycodone', 40, 4, 'oxycodone', 'oxycodone')).toBe('expected-prescribed');
    expect(after('oxycodone', 40, 5, 'oxycodone', 'oxycodone')).toBe('unexpected-use');
  });
});
