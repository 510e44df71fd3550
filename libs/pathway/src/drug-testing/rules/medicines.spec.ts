import type { ClassResult } from '../commands.ts';
import { day, definitive, inCareAt, missesDoses, presumptive, stopsTaking, takes } from '../../specs/commands.ts';
import { disposed } from '../../specs/events.ts';
import { given, givenWith, type Step } from '../../specs/given.ts';
import { standardFour } from '../../specs/standard-four.ts';
import { plusHours } from '../../time.ts';
import type { DrugClass, Outcome } from '../../vocabulary.ts';

/** Rules 7, 9, 10 and 15 at their boundaries: what is found, or not, beside a medication. */
const inIop = inCareAt('iop');
type Found = readonly [DrugClass, Outcome, Partial<ClassResult>?];
const late = { collectedAt: day(40) };
const ng = (amount: number) => ({ amount, unit: 'ng/mL' });

function meaning(before: readonly Step[], found: readonly Found[], fields: Parameters<typeof definitive>[1] = late) {
  const { journey } = given(inIop, ...before).when(definitive(found, fields));
  return journey.specimens.at(-1)?.judgements[found[0]?.[0] ?? 'other']?.disposition;
}

describe('rule 7: a medication that should be found', () => {
  const opioids = { drugClasses: ['opioids', 'oxycodone'] as const };

  it.each<readonly [string, before: readonly Step[], found: readonly Found[], expected: string]>([
    ['is missing', [takes('morphine')], [['opioids', 'negative']], 'unexpected-absence'],
    ['is missing among the analytes looked for', [takes('morphine')], [['opioids', 'negative', { analyte: 'hydrocodone' }], ['opioids', 'negative', { analyte: 'morphine' }]], 'unexpected-absence'],
    ['was not looked for', [takes('morphine')], [['opioids', 'negative', { analyte: 'hydrocodone' }]], 'negative'],
    ['need not be found, by the formulary', [takes('codeine')], [['opioids', 'negative']], 'negative'],
    ['must be found, by its record', [takes('codeine', { expectedPresence: true })], [['opioids', 'negative']], 'unexpected-absence'],
    ['need not be found, by its record', [takes('morphine', { expectedPresence: false })], [['opioids', 'negative']], 'negative'],
    ['is taken as needed', [takes('morphine', { scheduled: false })], [['opioids', 'negative']], 'negative'],
    ['is of another class', [takes('morphine')], [['oxycodone', 'negative']], 'negative'],
    ['names no analytes', [takes('other', { ...opioids, expectedPresence: true })], [['opioids', 'negative', { analyte: 'tilidine' }]], 'unexpected-absence'],
    ['is found as its other class', [takes('other', { ...opioids, expectedPresence: true })], [['opioids', 'negative'], ['oxycodone', 'positive']], 'negative'],
    ['is not found as its other class either', [takes('other', { ...opioids, expectedPresence: true })], [['opioids', 'negative'], ['oxycodone', 'negative']], 'unexpected-absence'],
    ['is reported under another class, by its analyte', [takes('methadone')], [['methadone', 'negative'], ['other', 'positive', { analyte: 'EDDP' }]], 'negative'],
    ['is reported so among other analytes', [takes('methadone')], [['methadone', 'negative'], ['other', 'positive', { analyte: 'EDDP' }], ['other', 'positive', { analyte: 'tramadol' }]], 'negative'],
    ['is absent beside something else', [takes('methadone')], [['methadone', 'negative'], ['other', 'positive', { analyte: 'tramadol' }]], 'unexpected-absence'],
    ['is absent under another class, too', [takes('methadone')], [['methadone', 'negative'], ['other', 'negative', { analyte: 'EDDP' }]], 'unexpected-absence'],
    ['has ended the hour before', [takes('methadone'), stopsTaking('methadone', plusHours(day(40), -1))], [['methadone', 'negative']], 'negative'],
    ['ends at the collection', [takes('methadone', { to: day(40) })], [['methadone', 'negative']], 'unexpected-absence'],
    ['was missed 72 hours before', [takes('methadone'), missesDoses('methadone', day(37))], [['methadone', 'negative']], 'negative'],
    ['was missed longer before', [takes('methadone'), missesDoses('methadone', plusHours(day(37), -1))], [['methadone', 'negative']], 'unexpected-absence'],
    ['began 72 hours before', [takes('methadone', { from: day(37) })], [['methadone', 'negative']], 'unexpected-absence'],
    ['began later', [takes('methadone', { from: plusHours(day(37), 1) })], [['methadone', 'negative']], 'negative'],
  ])('%s', (_, before, found, expected) => {
    expect(meaning(before, found)).toBe(expected);
  }); // prettier-ignore

  it('was missed only after the collection', () => {
    const later = missesDoses('methadone', plusHours(day(40), 1), { occurredAt: day(41) });
    const { journey } = given(inIop, takes('methadone'), definitive([['methadone', 'negative']], late)).when(later);
    expect(journey.specimens[0]?.judgements.methadone?.disposition).toBe('unexpected-absence');
  });
});

describe('rule 9: a pattern', () => {
  const bup = takes('buprenorphine', { kind: 'moud' });
  const methadone = takes('methadone', { kind: 'moud' });
  const parent = (more: Partial<ClassResult> = {}, outcome: Outcome = 'positive'): Found => [
    'buprenorphine',
    outcome,
    { analyte: 'buprenorphine', ...more },
  ];
  const nor = (more: Partial<ClassResult> = {}, outcome: Outcome = 'positive'): Found => [
    'buprenorphine',
    outcome,
    { analyte: 'norbuprenorphine', ...more },
  ];
  const withoutEddp: readonly Found[] = [
    ['methadone', 'positive', { analyte: 'methadone' }],
    ['methadone', 'negative', { analyte: 'EDDP' }],
  ];

  it.each<readonly [string, readonly Step[], readonly Found[], string]>([
    ['reads the parent wherever it is named', [bup], [nor(ng(100)), parent(ng(1000))], 'awaiting-review'],
    ['is not read from the metabolite alone', [bup], [nor(ng(100))], 'expected-prescribed'],
    ['is not read where the metabolite was not looked for', [bup], [parent(ng(100))], 'expected-prescribed'],
    ['is not read without an amount of the metabolite', [bup], [parent(ng(1000)), nor()], 'expected-prescribed'],
    ['is not read without an amount of the parent', [bup], [parent(), nor(ng(1))], 'expected-prescribed'],
    ['is not read where the parent is told as nothing', [bup], [parent(ng(0)), nor(ng(1))], 'expected-prescribed'],
    ['is unexpected without its metabolite, however much there is', [bup], [parent(), nor({ cutoff: 5 }, 'negative')], 'unexpected-pattern'],
    ['is unexpected where a cut-off is not told', [bup], [parent(ng(1000)), nor({}, 'negative')], 'unexpected-pattern'],
    ['is for a review where the cut-off leaves it open', [bup], [parent(ng(100)), nor({ cutoff: 5 }, 'negative')], 'awaiting-review'],
    ['has no ratio where only the metabolite counts', [methadone], [['methadone', 'positive', { analyte: 'methadone', ...ng(1000) }], ['methadone', 'positive', { analyte: 'EDDP', ...ng(1) }]], 'expected-prescribed'],
    ['is of those who take the medication', [takes('oxycodone')], withoutEddp, 'unexpected-use'],
    ['is of those who took it for 72 hours', [takes('methadone', { from: day(37) })], withoutEddp, 'unexpected-pattern'],
    ['is not yet of others', [takes('methadone', { from: plusHours(day(37), 1) })], withoutEddp, 'expected-prescribed'],
    ['is no more of those who ended it', [methadone, stopsTaking('methadone', day(39))], withoutEddp, 'expected-prescribed'],
    ['is not read after doses missed within 72 hours', [methadone, missesDoses('methadone', day(37))], withoutEddp, 'expected-prescribed'],
    ['is read of its own class', [methadone], [['opioids', 'positive', { analyte: 'methadone' }], ['opioids', 'negative', { analyte: 'EDDP' }]], 'unexpected-use'],
  ])('%s', (_, before, found, expected) => {
    expect(meaning(before, found)).toBe(expected);
  }); // prettier-ignore
});

describe('rule 10: what was found is explained', () => {
  it.each<readonly [string, readonly Step[], readonly Found[], string]>([
    ['whatever else was looked for', [takes('morphine')], [['opioids', 'positive', { analyte: 'morphine' }], ['opioids', 'negative', { analyte: 'hydrocodone' }]], 'expected-prescribed'],
    ['not by what the medication never leaves', [takes('morphine')], [['opioids', 'positive', { analyte: 'hydrocodone' }]], 'unexpected-use'],
    ['not by an unknown analyte', [takes('morphine')], [['opioids', 'positive', { analyte: 'tilidine' }]], 'unexpected-use'],
    ['by what its record adds to the formulary', [{ ...takes('hydrocodone', { analytes: ['hydrocodone', 'morphine'] }), reason: { sealed: 'kid.nonce.words' } }], [['opioids', 'positive', { analyte: 'morphine', ...ng(9000) }]], 'expected-prescribed'],
    ['by either of two, the one to be reviewed beside a plain one', [takes('medical-cannabis'), takes('dronabinol')], [['cannabis', 'positive', { analyte: 'thc-cooh' }]], 'expected-prescribed'],
    ['for a review where one analyte has only such a one', [takes('medical-cannabis'), takes('dronabinol')], [['cannabis', 'positive', { analyte: 'thc-cooh' }], ['cannabis', 'positive', { analyte: 'thcv-cooh' }]], 'awaiting-review'],
    ['by one that began at the collection', [takes('oxycodone', { from: day(40) })], [['oxycodone', 'positive']], 'expected-prescribed'],
    ['not by an isomer of it that was looked for and not found', [takes('selegiline')], [['methamphetamine', 'positive'], ['methamphetamine', 'negative', { analyte: 'd-methamphetamine' }]], 'awaiting-confirmation'],
    ['not by a medication of isomers for another class', [takes('selegiline')], [['cocaine', 'positive']], 'unexpected-use'],
    ['not by a medication of isomers that ended', [takes('selegiline'), stopsTaking('selegiline', day(35))], [['methamphetamine', 'positive']], 'unexpected-use'],
  ])('%s', (_, before, found, expected) => {
    expect(meaning(before, found)).toBe(expected);
  }); // prettier-ignore
});

describe('rule 15: the evidence floors', () => {
  const opiate = (analyte: string, more: Partial<ClassResult> = {}, outcome: Outcome = 'positive'): Found => [
    'opioids',
    outcome,
    { analyte, ...more },
  ];
  const alcohol = (analyte: string, more: Partial<ClassResult> = {}, outcome: Outcome = 'positive'): Found => [
    'alcohol',
    outcome,
    { analyte, ...more },
  ];

  it.each<readonly [string, readonly Found[], string]>([
    ['hold where another analyte was looked for and not found', [opiate('morphine', ng(300)), opiate('hydrocodone', {}, 'negative')], 'inconclusive'],
    ['hold where each of several is below', [opiate('morphine', ng(300)), opiate('codeine', ng(1999))], 'inconclusive'],
    ['do not hold where one of several is not', [opiate('morphine', ng(300)), opiate('codeine', ng(2000))], 'unexpected-use'],
    ['hold where the cut-off lies below, too', [opiate('morphine', { ...ng(300), cutoff: 1999 })], 'inconclusive'],
    ['do not hold where the cut-off is as high', [opiate('morphine', { ...ng(300), cutoff: 2000 })], 'unexpected-use'],
    ['do not hold where no amount is told', [opiate('morphine')], 'unexpected-use'],
    ['do not hold in a unit that is no mass', [opiate('morphine', { amount: 3, unit: 'mmol/L' })], 'unexpected-use'],
    ['say nothing of EtS alone', [alcohol('EtS')], 'unexpected-use'],
    ['say nothing of alcohol itself', [alcohol('ethanol', ng(1))], 'unexpected-use'],
    ['are for EtG by either name', [alcohol('Ethyl glucuronide', ng(499)), alcohol('Ethyl sulfate')], 'inconclusive'],
    ['do not hold with EtS and enough EtG', [alcohol('EtG', ng(500)), alcohol('EtS')], 'unexpected-use'],
    ['hold without EtS, however much EtG there is', [alcohol('EtG', ng(5000)), alcohol('EtS', {}, 'negative')], 'inconclusive'],
    ['are of their class', [['oxycodone', 'positive', { analyte: 'morphine', ...ng(1) }]], 'unexpected-use'],
  ])('%s', (_, found, expected) => {
    expect(meaning([], found)).toBe(expected);
  }); // prettier-ignore

  it('hold beside heroin that was not found, or that the laboratory took back', () => {
    const heroin = (outcome: Outcome): Found => ['heroin', outcome];
    expect(meaning([], [opiate('morphine', ng(300)), heroin('negative')])).toBe('inconclusive');
    expect(meaning([], [opiate('morphine', ng(300)), heroin('positive')])).toBe('unexpected-use');
    const both = definitive([opiate('morphine', ng(300)), heroin('positive')], late);
    const { journey } = given(inIop, both).when(
      definitive([heroin('positive')], { ...late, status: 'cancelled', reportedAt: day(41) }),
    );
    expect(journey.specimens[0]?.judgements.opioids?.disposition).toBe('inconclusive');
  });
});

describe('rule 16: a screen', () => {
  const waived = {
    ...standardFour,
    confirmation: { ...standardFour.confirmation, notRequiredFor: ['cannabis', 'cocaine'] as const },
  };

  it('goes on without a confirmation where the programme needs none for its class', () => {
    const saw = { rule: 'awaiting-confirmation', held: false, saw: 'the programme needs no confirmation for cannabis' };
    givenWith({ programme: waived }, inIop)
      .when(presumptive([['cannabis', 'positive']], late))
      .thenIncludes(
        disposed('unexpected-use', {
          rules: expect.arrayContaining([saw]),
          explanation:
            'Cannabis: positive, collected 40 days after admission; no medication and no earlier use explains it. Unexpected positive, treated as new use.',
        }),
      );
    givenWith({ programme: waived }, inIop)
      .when(presumptive([['mdma', 'positive']], late))
      .thenIncludes(disposed('awaiting-confirmation'));
  });

  it.each<readonly [medication: string, DrugClass, expected: string]>([
    ['bupropion', 'cocaine', 'A screen may mislead'],
    ['bupropion', 'amphetamines', 'Bupropion alone may make it positive'],
    ['tramadol', 'pcp', 'Tramadol alone may make it positive'],
    ['naltrexone-oral', 'oxycodone', 'Naltrexone, oral alone may make it positive'],
    ['naltrexone-depot', 'oxycodone', 'A screen may mislead'],
    ['oxycodone', 'opioids', 'Oxycodone alone may make it positive'],
  ])('beside %s for %s: %s', (medication, drugClass, words) => {
    given(inIop, takes(medication))
      .when(presumptive([[drugClass, 'positive']], late))
      .thenIncludes(disposed('awaiting-confirmation', { explanation: expect.stringContaining(words) }));
  });

  it('is misled by no medication that ended', () => {
    given(inIop, takes('tramadol'), stopsTaking('tramadol', day(36)))
      .when(presumptive([['pcp', 'positive']], late))
      .thenIncludes(
        disposed('awaiting-confirmation', { explanation: expect.stringContaining('A screen may mislead') }),
      );
  });
});
