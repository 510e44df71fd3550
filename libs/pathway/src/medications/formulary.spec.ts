import { day, definitive, inCareAt, presumptive, stopsTaking, takes } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusDays, plusHours } from '../time.ts';
import { drugClasses } from '../vocabulary.ts';
import type { ClassResult } from '../drug-testing/commands.ts';
import type { FormularyEntry } from '../programme/formulary.ts';

/** clinical-defaults §2, row by row, over the data that ship. Collected late, when no earlier use explains anything. */
const inIop = inCareAt('iop');
const late = day(60);
const rows = Object.values(standardFour.formulary);
const explaining = rows.filter(({ explains }) => explains.length > 0);
const classOf = ({ explains }: FormularyEntry) => explains[0] ?? 'other';
const found = (drugClass: (typeof drugClasses)[number], analyte?: string, more: Partial<ClassResult> = {}) =>
  [drugClass, 'positive', { ...(analyte === undefined ? {} : { analyte }), ...more }] as const;
const meant = (before: readonly Step[], ...results: ReturnType<typeof found>[]) => {
  const [specimen] = given(inIop, ...before).when(definitive(results, { collectedAt: late })).journey.specimens;
  return results.map(([drugClass]) => specimen?.judgements[drugClass]?.disposition);
};
/** With amounts that stay within what the medication leaves of a minor analyte. */
const own = (entry: FormularyEntry, analyte: string) => {
  const limit = entry.limits?.find((one) => one.analyte === analyte);
  const source = limit?.of.find((one) => one !== analyte);
  return source === undefined
    ? [found(classOf(entry), analyte)]
    : [found(classOf(entry), source, { amount: 1000 }), found(classOf(entry), analyte, { amount: 20 })];
};

describe('the formulary', () => {
  it('has every medication of clinical-defaults §2', () => {
    expect(rows.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'methadone', 'buprenorphine', 'buprenorphine-naloxone', 'buprenorphine-depot', 'naltrexone-oral',
        'naltrexone-depot', 'morphine', 'codeine', 'hydrocodone', 'hydromorphone', 'oxycodone', 'oxymorphone',
        'tramadol', 'tapentadol', 'fentanyl-patch', 'fentanyl-anaesthesia', 'diazepam', 'chlordiazepoxide',
        'lorazepam', 'clonazepam', 'alprazolam', 'midazolam', 'phenobarbital', 'butalbital', 'butalbital-codeine',
        'gabapentin', 'zolpidem', 'mixed-amphetamine-salts', 'lisdexamfetamine', 'methylphenidate', 'dronabinol',
        'medical-cannabis', 'selegiline', 'l-methamphetamine-inhaler', 'bupropion', 'trazodone', 'pseudoephedrine',
        'nsaid', 'efavirenz',
      ]),
    ); // prettier-ignore
  });

  it.each(explaining.map((entry) => [entry.title, entry] as const))('%s explains what it leaves', (_, entry) => {
    const expected = entry.needsReview ? 'awaiting-review' : 'expected-prescribed';
    const ofTwoClasses = entry.explains.length > 1 && entry.needsAnalyte !== true;
    for (const analyte of ofTwoClasses ? [] : entry.analytes)
      expect([analyte, meant([takes(entry.code)], ...own(entry, analyte))]).toEqual([
        analyte,
        own(entry, analyte).map(() => expected),
      ]);
    if (entry.needsAnalyte !== true)
      expect(meant([takes(entry.code)], ...entry.explains.map((one) => found(one)))).toEqual(
        entry.explains.map(() => expected),
      );
  });

  it.each(explaining.map((entry) => [entry.title, entry] as const))('%s does not explain the rest', (_, entry) => {
    const explained = ['expected-prescribed'];
    for (const analyte of entry.doesNotExplain)
      expect(explained).not.toContain(meant([takes(entry.code)], found(classOf(entry), analyte))[0]);
    for (const drugClass of drugClasses.filter((one) => !entry.explains.includes(one)))
      expect(explained).not.toContain(meant([takes(entry.code)], found(drugClass))[0]);
    // Whatever else is taken: these come from heroin alone.
    for (const analyte of standardFour.drugTesting.neverExplained)
      expect(explained).not.toContain(meant([takes(entry.code)], found(classOf(entry), analyte))[0]);
  });

  it.each(explaining.map((entry) => [entry.title, entry] as const))(
    '%s explains to the end of its tail',
    (_, entry) => {
      const stopped = [takes(entry.code), stopsTaking(entry.code, day(1))];
      const after = (hours: number) => {
        const collectedAt = plusHours(plusDays(day(1), entry.tailDays), hours);
        const [analyte] = entry.needsAnalyte ? entry.analytes : [];
        const report = definitive([found(classOf(entry), analyte)], { collectedAt });
        return given(inIop, stopped).when(report).journey.specimens[0]?.judgements[classOf(entry)]?.rule;
      };
      expect(after(0)).toBe('expected-prescribed');
      expect(after(1)).not.toBe('expected-prescribed');
    },
  );

  it.each(rows.map((entry) => [entry.title, entry] as const))('%s is missed where it should be found', (_, entry) => {
    const negative = (stage: 'definitive' | 'presumptive', scheduled = true) => {
      const report = stage === 'definitive' ? definitive : presumptive;
      const { journey } = given(inIop, takes(entry.code, { scheduled })).when(report([[classOf(entry), 'negative']]));
      return journey.specimens[0]?.judgements[classOf(entry)]?.disposition;
    };
    const missed = { yes: 'unexpected-absence', no: 'negative', 'definitive-only': 'unexpected-absence' } as const;
    expect(negative('definitive')).toBe(missed[entry.presence]);
    expect(negative('presumptive')).toBe(entry.presence === 'yes' ? 'unexpected-absence' : 'negative');
    // As needed it may rightly be absent.
    expect(negative('definitive', false)).toBe('negative');
  });
});
