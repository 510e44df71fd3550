import fc from 'fast-check';
import type { OpenedJourney } from '../journey.ts';
import {
  admitted,
  day,
  definitive,
  missesDoses,
  opened,
  presumptive,
  reviewed,
  takes,
  tellsOfUse,
} from '../specs/commands.ts';
import { Lived, type Step } from '../specs/given.ts';
import { treatedElsewhere } from '../specs/safety.ts';
import { standardFour } from '../specs/standard-four.ts';
import type { DrugClass, Outcome } from '../vocabulary.ts';
import { judge } from './judge.ts';
import { mergeReports } from './merge.ts';

/** All facts become known at this one moment, so that only their order differs, not what time has done. */
const known = day(60);

const drugClass = fc.constantFrom<DrugClass>(
  'opioids',
  'heroin',
  'cocaine',
  'cannabis',
  'methadone',
  'benzodiazepines',
);
const outcome = fc.constantFrom<Outcome>('positive', 'positive', 'negative', 'negative', 'indeterminate');
const found = fc.uniqueArray(fc.tuple(drugClass, outcome), { minLength: 1, maxLength: 4, selector: ([one]) => one });
const validity = fc.constantFrom(
  { finding: 'valid' } as const,
  { finding: 'valid' } as const,
  { finding: 'dilute' } as const,
  { finding: 'adulterated' } as const,
  { finding: 'valid', temperature: 'out-of-range' } as const,
);

/** The reports on one specimen: any of preliminary, screen, definitive, corrected, cancelled, at most one of each. */
const specimen = fc
  .record({
    hours: fc.integer({ min: -72, max: 50 * 24 }),
    validity,
    preliminary: fc.option(found, { nil: undefined, freq: 3 }),
    screen: fc.option(found, { nil: undefined, freq: 2 }),
    confirmed: found,
    corrected: fc.option(found, { nil: undefined, freq: 4 }),
    cancelled: fc.boolean(),
    told: fc.boolean(),
  })
  .map((one): readonly Step[] => {
    const collectedAt = day(one.hours / 24);
    const at = { collectedAt, recordedAt: known, validity: one.validity };
    const reported = (days: number) => ({ ...at, reportedAt: day(one.hours / 24 + days) });
    return [
      ...(one.preliminary ? [presumptive(one.preliminary, { ...reported(1), status: 'preliminary' })] : []),
      ...(one.screen ? [presumptive(one.screen, { ...reported(2), acknowledgedUse: one.told })] : []),
      definitive(one.confirmed, reported(3)),
      ...(one.corrected ? [definitive(one.corrected, { ...reported(4), status: 'corrected' })] : []),
      ...(one.cancelled && one.corrected ? [definitive([], { ...reported(5), status: 'cancelled' })] : []),
    ];
  });

const medication = fc
  .record({ code: fc.constantFrom('methadone', 'morphine', 'diazepam'), from: fc.integer({ min: -10, max: 40 }) })
  .map(({ code, from }): Step => ({ ...takes(code, { from: day(from) }), occurredAt: known }));

const toldOf = fc
  .record({ of: drugClass, hours: fc.integer({ min: -96, max: 50 * 24 }) })
  .map(({ of, hours }): Step => tellsOfUse(of, day(hours / 24), known));

/** Care elsewhere, told once, or again when the list of drugs given is in. */
const elsewhere = fc
  .record({
    id: fc.constantFrom('e1', 'e2'),
    hours: fc.integer({ min: -72, max: 50 * 24 }),
    stayed: fc.integer({ min: 0, max: 72 }),
    given: fc.constantFrom(undefined, 'none' as const, [{ medication: 'morphine' }], [{ medication: 'midazolam' }]),
  })
  .map(({ id, hours, stayed, given }): readonly Step[] => {
    const from = day(hours / 24);
    const told = treatedElsewhere(from, { encounterId: id, at: known });
    const later = { encounterId: id, to: day((hours + stayed) / 24), ...(given && { drugsGiven: given }), at: known };
    return [told, treatedElsewhere(from, later)];
  });

/** Words of clinicians on one class of a specimen; a moment may be the same for two of them. */
const words = fc.uniqueArray(
  fc.record({
    of: fc.nat({ max: 5 }),
    finding: fc.constantFrom('negative', 'inconclusive', 'expected-prescribed'),
    on: fc.integer({ min: 51, max: 54 }),
  }),
  { maxLength: 5, selector: ({ of, finding, on }) => `${of} ${finding} ${on}` },
);

type Word = typeof words extends fc.Arbitrary<(infer T)[]> ? T : never;

const wordsOn = (specimens: readonly (readonly Step[])[], said: readonly Word[]): readonly Step[] =>
  said.flatMap(({ of, finding, on }) => {
    const report = specimens[of]?.find((step) => step.type === 'RecordDrugTestResult' && step.status === 'final');
    if (report?.type !== 'RecordDrugTestResult') return [];
    const [result] = report.results;
    return result ? [reviewed(report.specimenId, result.drugClass, finding, day(on))] : [];
  });

const shuffled = (steps: readonly Step[]) =>
  fc.shuffledSubarray([...steps], { minLength: steps.length, maxLength: steps.length });

/** The same facts in two orders, and then what clinicians say of them; two specimens never share an id. */
const factsTwice = fc
  .tuple(
    fc.uniqueArray(specimen, {
      minLength: 1,
      maxLength: 6,
      selector: ([first]) => (first?.type === 'RecordDrugTestResult' ? first.specimenId : ''),
    }),
    fc.uniqueArray(medication, {
      maxLength: 2,
      selector: (one) => (one.type === 'RecordMedication' ? one.medicationId : ''),
    }),
    fc.array(toldOf, { maxLength: 3 }),
    fc.uniqueArray(elsewhere, {
      maxLength: 2,
      selector: ([one]) => (one && 'encounterId' in one ? one.encounterId : ''),
    }),
    fc.nat({ max: 45 }),
    words,
  )
  .chain(([specimens, medications, told, encounters, missedOn, said]) => {
    const facts = [
      { ...admitted('iop'), occurredAt: known },
      ...specimens.flat(),
      ...medications,
      ...told,
      ...encounters.flat(),
    ];
    const missed = medications.flatMap((step) =>
      step.type === 'RecordMedication' && step.from <= day(missedOn)
        ? [missesDoses(step.medicationId, day(missedOn), { occurredAt: known })]
        : [],
    );
    const reviews = [...wordsOn(specimens, said), ...missed];
    return fc.tuple(
      fc.constant([...facts, ...reviews]),
      fc.tuple(shuffled(facts), shuffled(reviews)).map((both): readonly Step[] => both.flat()),
    );
  });

function livedThrough(facts: readonly Step[]): OpenedJourney {
  const lived = new Lived();
  for (const step of [opened(), ...facts]) {
    lived.step(step);
    if (lived.rejection) throw new Error(JSON.stringify(lived.rejection));
  }
  return lived.opened();
}

const meaning = ({ specimens, uses }: OpenedJourney) => ({
  specimens: Object.fromEntries(
    specimens.map(({ specimenId, judgements }) => [
      specimenId,
      Object.entries(judgements)
        .map(([of, { disposition, rule, useId }]) => [of, disposition, rule, useId].join(' '))
        .toSorted(),
    ]),
  ),
  uses: uses
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ useId, drugClasses, specimenIds, at }) => [useId, ...drugClasses, ...specimenIds, at].join(' '))
    .toSorted(),
});

/** Judged from nothing, as if all had come at once. */
const judgedAtOnce = (journey: OpenedJourney) => {
  const { judged, uses } = judge(journey, standardFour);
  const bySpecimen = Map.groupBy(judged, ({ specimenId }) => specimenId);
  return {
    specimens: Object.fromEntries(
      [...bySpecimen].map(([specimenId, all]) => [
        specimenId,
        all.map((one) => [one.drugClass, one.disposition, one.rule, one.useId].join(' ')).toSorted(),
      ]),
    ),
    uses: uses
      .map(({ useId, drugClasses, specimenIds, at }) => [useId, ...drugClasses, ...specimenIds, at].join(' '))
      .toSorted(),
  };
};

describe('the same facts', () => {
  it('end in the same dispositions and uses, in whatever order they come', () => {
    fc.assert(
      fc.property(factsTwice, ([inOrder, another]) => {
        expect(meaning(livedThrough(another))).toEqual(meaning(livedThrough(inOrder)));
      }),
      { numRuns: 300 },
    );
  });

  it('mean the same judged one by one as judged all at once', () => {
    fc.assert(
      fc.property(factsTwice, ([, another]) => {
        const journey = livedThrough(another);
        expect(meaning(journey)).toEqual(judgedAtOnce(journey));
      }),
      { numRuns: 200 },
    );
  });

  it('told a second time change nothing', () => {
    fc.assert(
      fc.property(factsTwice, ([facts]) => {
        const once = livedThrough(facts);
        expect(livedThrough([...facts, ...facts]).version).toBe(once.version);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever the facts', () => {
  it('only a positive belongs to a use', () => {
    fc.assert(
      fc.property(factsTwice, ([facts]) => {
        const outcomes = livedThrough(facts).specimens.flatMap((specimen) =>
          mergeReports(specimen).classes.flatMap(({ drugClass: of, outcome: reported }) =>
            specimen.judgements[of]?.useId === undefined ? [] : [reported],
          ),
        );
        expect(outcomes.filter((one) => one !== 'positive')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('a prescribed medication alone never establishes a use', () => {
    const codes = Object.values(standardFour.formulary).filter(
      ({ explains, needsAnalyte, needsReview }) => explains.length > 0 && !needsAnalyte && !needsReview,
    );
    for (const { code, explains, analytes } of codes) {
      // A medication of two classes has analytes of both: there the class alone is compared.
      const named = explains.length === 1 && analytes[0] !== undefined ? { analyte: analytes[0] } : {};
      const lived = new Lived();
      const found = definitive(explains.map((one) => [one, 'positive', named] as const));
      for (const step of [opened(), admitted('iop'), takes(code), found]) lived.step(step);
      expect(lived.opened().uses).toEqual([]);
    }
  });

  it('a review outranks the rule for good: facts that come later leave it standing', () => {
    const lived = new Lived();
    const specimenId = 'S-2026-05-14T12';
    const steps = [
      opened(),
      admitted('iop'),
      definitive([['cocaine', 'positive']]),
      reviewed(specimenId, 'cocaine', 'inconclusive', day(11)),
      definitive([['cocaine', 'positive']], { collectedAt: day(9), recordedAt: day(12) }),
    ];
    for (const step of steps) lived.step(step);
    expect(lived.opened().specimens[0]?.judgements.cocaine).toMatchObject({ rule: 'reviewed' });
  });
});
