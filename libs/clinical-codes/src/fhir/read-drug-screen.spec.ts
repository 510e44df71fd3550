import { readdirSync, readFileSync } from 'node:fs';
import { drugClasses } from '@stepway/pathway';
import { reasonInWords } from '../question.ts';
import { readDrugScreen } from './read-drug-screen.ts';

const folder = 'libs/clinical-codes/fixtures/fhir';
const examples = readdirSync(folder);
const example = (name: string): unknown =>
  JSON.parse(readFileSync(`${folder}/Observation-${name}-urine-drug-screening-result.json`, 'utf8'));

interface Given {
  readonly [field: string]: unknown;
}
const loinc = (code: string, display?: string) => ({ coding: [{ system: 'http://loinc.org', code, display }] });
const observation = (code: string, fields: Given) => ({
  resourceType: 'Observation',
  status: 'final',
  code: loinc(code),
  effectiveDateTime: '2026-02-02T09:00:00-05:00',
  ...fields,
});
const interpretedAs = (
  code: string,
  system = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation',
) => ({
  interpretation: [{ coding: [{ system, code }] }],
});
const snomed = (code: string) => ({ valueCodeableConcept: { coding: [{ system: 'http://snomed.info/sct', code }] } });
const report = (fields: Given = {}) => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: loinc('65750-2'),
  ...fields,
});

const cocaineScreen = '14314-9';
const cocaineConfirmation = '14315-6';
const cocaineAmount = '3394-4';
const reasons = (...given: readonly unknown[]) => readDrugScreen(given).questions.map(({ reason }) => reason);
const outcomes = (...given: readonly unknown[]) => readDrugScreen(given).results.map(({ outcome }) => outcome);

describe('the published FHIR R4 drug screens', () => {
  it('all become a result of the right class, or a question with its reason', () => {
    expect(examples.length).toBe(12);
    const read = examples.map((file) => {
      const { results, questions } = readDrugScreen([JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))]);
      const name = /^Observation-(.+)-urine/.exec(file)?.[1];
      return [name, ...results.map((one) => `${one.drugClass} ${one.outcome}`), ...questions.map((one) => one.reason)];
    });
    expect(read).toEqual([
      ['amphetamine', 'amphetamines positive'],
      ['barbiturate', 'names-drugs'], // "Barbiturate screen absent": negative, and a list of names
      ['benzodiazepine', 'benzodiazepines negative'],
      ['buprenorphine', 'buprenorphine negative'],
      ['cannabinoid', 'cannabis negative'],
      ['cocaine', 'cocaine negative'],
      ['fentanyl', 'one-analyte-only'], // acetylfentanyl alone
      ['heroin', 'heroin negative'],
      ['methadone', 'methadone negative'],
      ['opiate', 'opioids positive'],
      ['oxycodone', 'one-analyte-only'], // noroxymorphone alone
      ['pcp', 'pcp negative'],
    ]);
  });

  it('error 3: are presumptive where the code names no method', () => {
    expect(readDrugScreen([example('opiate')]).results).toEqual([
      { drugClass: 'opioids', outcome: 'positive', stage: 'presumptive', loinc: '8220-6' },
    ]);
  });

  it('keep the day as it was written, and are of urine', () => {
    expect(readDrugScreen([example('cocaine')])).toMatchObject({
      status: 'final',
      matrix: 'urine',
      collected: '2025-07-01',
      validity: {},
    });
  });
});

describe('an outcome', () => {
  it.each([
    ['positive', ['positive', 'POS', 'Detected', ' Positive (A)', 'PRESENT', 'Pos.']],
    ['negative', ['negative', 'NEG', 'None  Detected', 'not detected', 'ND', 'Negative*']],
    ['indeterminate', ['Indeterminate', 'EQUIVOCAL', 'inconclusive']],
    ['not-done', ['QNS', 'Quantity not sufficient', 'Test not performed', 'TNP']],
  ] as const)('is %s in each spelling', (outcome, spellings) => {
    for (const valueString of spellings)
      expect(outcomes(observation(cocaineScreen, { valueString }))).toEqual([outcome]);
  });

  it.each([
    ['POS', 'positive'],
    ['DET', 'positive'],
    ['NEG', 'negative'],
    ['ND', 'negative'],
    ['IND', 'indeterminate'],
    ['E', 'indeterminate'],
  ])('is read from the interpretation %s alone', (code, outcome) => {
    expect(outcomes(observation(cocaineScreen, interpretedAs(code)))).toEqual([outcome]);
  });

  it.each([
    ['10828004', 'positive'],
    ['260373001', 'positive'],
    ['260385009', 'negative'],
    ['260415000', 'negative'],
    ['419984006', 'indeterminate'],
    ['42425007', 'indeterminate'],
    ['125154007', 'not-done'],
  ])('is read from the SNOMED CT code %s', (code, outcome) => {
    expect(outcomes(observation(cocaineScreen, snomed(code)))).toEqual([outcome]);
  });

  it('is not-done where the value is absent for a stated reason', () => {
    expect(outcomes(observation(cocaineScreen, { dataAbsentReason: { text: 'specimen lost' } }))).toEqual(['not-done']);
  });

  it('is read from a laboratory’s own code by its words', () => {
    const valueCodeableConcept = { coding: [{ system: 'urn:lab', code: '7', display: 'Positive' }] };
    expect(outcomes(observation(cocaineScreen, { valueCodeableConcept }))).toEqual(['positive']);
  });

  it('is a question where two codings of one value say two different things, and by its words where a code has two senses', () => {
    const coded = (...coding: readonly Given[]) => ({ valueCodeableConcept: { coding } });
    const twoWays = coded({ system: 'urn:lab', code: 'POS' }, { system: 'http://snomed.info/sct', code: '260415000' });
    expect(reasons(observation(cocaineScreen, twoWays))).toEqual(['contradiction']);
    const words = { valueCodeableConcept: { coding: [{ code: 'NEG' }], text: 'Positive' } };
    expect(reasons(observation(cocaineScreen, words))).toEqual(['contradiction']);
    // ND is "not detected" in HL7's table, and "not done" to many laboratories.
    const notDone = coded({ system: 'urn:lab', code: 'ND', display: 'Not Done' });
    expect(outcomes(observation(cocaineScreen, notDone))).toEqual(['not-done']);
    expect(outcomes(observation(cocaineScreen, coded({ code: 'ND', display: 'Not detected' })))).toEqual(['negative']);
    const flag = { valueString: 'positive', interpretation: [{ coding: [{ code: 'POS' }, { code: 'NEG' }] }] };
    expect(reasons(observation(cocaineScreen, flag))).toEqual(['contradiction']);
  });

  it.each([['A'], ['N'], ['H'], ['UNE'], ['EXP']])('is not read from the flag %s', (code) => {
    expect(reasons(observation(cocaineScreen, interpretedAs(code)))).toEqual(['flag-without-result']);
  });

  it('is a question where the words are not known, missing, or contradict the interpretation', () => {
    expect(reasons(observation(cocaineScreen, { valueString: 'see comment' }))).toEqual(['value-not-understood']);
    expect(reasons(observation(cocaineScreen, {}))).toEqual(['no-value']);
    expect(reasons(observation(cocaineScreen, { valueString: 'negative', ...interpretedAs('POS') }))).toEqual([
      'contradiction',
    ]);
  });
});

describe('an amount', () => {
  const amount = (value: number, code: string, comparator?: string) => ({ valueQuantity: { value, code, comparator } });
  const range = (value: number, code: string) => ({ referenceRange: [{ high: { value, code } }] });

  it('is compared with the cut-off of the reference range, whatever the units of mass', () => {
    const found = observation(cocaineAmount, { ...amount(0.15, 'mg/L'), ...range(100, 'ng/mL') });
    expect(readDrugScreen([found]).results).toEqual([
      {
        drugClass: 'cocaine',
        analyte: 'benzoylecgonine',
        outcome: 'positive',
        stage: 'presumptive',
        amount: 150,
        unit: 'ng/mL',
        cutoff: 100,
        loinc: cocaineAmount,
      },
    ]);
    expect(outcomes(observation(cocaineAmount, { ...amount(99, 'ug/L'), ...range(100, 'ng/mL') }))).toEqual([
      'negative',
    ]);
  });

  it('is compared with the cut-off that the code names', () => {
    expect(outcomes(observation('43985-1', amount(299, 'ng/mL')))).toEqual(['negative']);
    expect(outcomes(observation('43985-1', amount(300, 'ng/mL')))).toEqual(['positive']);
  });

  it('is compared with a cut-off code beside it, which is no result itself', () => {
    const beside = observation('19645-1', { ...amount(50, 'ng/mL'), ...interpretedAs('POS') });
    const given = [observation('16249-5', amount(60, 'ng/mL')), beside];
    expect(readDrugScreen(given).results).toMatchObject([{ drugClass: 'oxycodone', outcome: 'positive', cutoff: 50 }]);
    expect(readDrugScreen([beside]).results).toEqual([]);
  });

  it('below a limit that the laboratory states is negative, and is no amount', () => {
    const [result] = readDrugScreen([observation(cocaineAmount, { valueString: '<50 ng/mL' })]).results;
    expect(result).toMatchObject({ outcome: 'negative' });
    expect(result).not.toHaveProperty('amount');
  });

  it('without a cut-off, in moles, or below a limit far above it is a question', () => {
    expect(reasons(observation(cocaineAmount, amount(60, 'ng/mL')))).toEqual(['no-cut-off']);
    expect(reasons(observation(cocaineAmount, { ...amount(60, 'nmol/L'), ...range(100, 'ng/mL') }))).toEqual([
      'no-cut-off',
    ]);
    expect(reasons(observation(cocaineAmount, { ...amount(1000, 'ng/mL', '<'), ...range(100, 'ng/mL') }))).toEqual([
      'no-cut-off',
    ]);
  });

  it('with an interpretation needs no cut-off', () => {
    expect(outcomes(observation(cocaineAmount, { ...amount(60, 'nmol/L'), ...interpretedAs('POS') }))).toEqual([
      'positive',
    ]);
  });
});

describe('the stage', () => {
  const stages = (...given: readonly unknown[]) => readDrugScreen(given).results.map(({ stage }) => stage);
  const negative = { valueString: 'negative' };

  it('follows the code', () => {
    expect(stages(observation(cocaineScreen, negative))).toEqual(['presumptive']);
    expect(stages(observation(cocaineConfirmation, negative))).toEqual(['definitive']);
  });

  it('follows the method in words where the code names none', () => {
    expect(stages(observation('3349-8', { ...negative, method: { text: 'LC-MS/MS' } }))).toEqual(['definitive']);
    expect(stages(observation('3349-8', { ...negative, method: { text: 'Immunoassay' } }))).toEqual(['presumptive']);
  });

  it('follows the panel where neither says', () => {
    expect(stages(report({ code: loinc('97161-4') }), observation('3349-8', negative))).toEqual(['definitive']);
    expect(stages(report(), observation('3349-8', negative))).toEqual(['presumptive']);
  });

  it('is presumptive where the value says so, whatever the code says', () => {
    expect(stages(observation(cocaineConfirmation, snomed('720735008')))).toEqual(['presumptive']);
    expect(stages(observation(cocaineConfirmation, { valueString: 'Presumptive Positive' }))).toEqual(['presumptive']);
  });

  it('is presumptive where code and method disagree', () => {
    expect(stages(observation(cocaineConfirmation, { ...negative, method: { text: 'EMIT' } }))).toEqual([
      'presumptive',
    ]);
  });
});

describe('a report of many results', () => {
  const specimen = (fields: Given) => ({
    resourceType: 'Specimen',
    id: 's1',
    identifier: [{ value: 'LAB-77' }],
    ...fields,
  });
  const negative = { valueString: 'negative' };

  it('is read with its specimen, its figures of validity and its components', () => {
    const panel = observation('65750-2', {
      component: [
        { code: loinc('18282-4'), valueString: 'POSITIVE' },
        { code: loinc(cocaineScreen), valueString: 'NEGATIVE' },
      ],
    });
    const given = [
      report({ issued: '2026-02-03T08:00:00Z' }),
      specimen({
        type: { coding: [{ code: '122575003' }] },
        collection: { collectedDateTime: '2026-02-02T08:55:00Z' },
      }),
      panel,
      observation('2161-8', { valueQuantity: { value: 15, unit: 'mg/dL' } }),
      observation('5811-5', { valueString: '1.002' }),
      observation('2756-5', { valueQuantity: { value: 6.5, code: '[pH]' } }),
      { resourceType: 'Patient', name: [{ family: 'Nobody' }] },
    ];
    expect(readDrugScreen(given)).toEqual({
      status: 'final',
      matrix: 'urine',
      specimen: 'LAB-77',
      collected: '2026-02-02T08:55:00Z',
      reported: '2026-02-03T08:00:00Z',
      validity: { creatinineMgDl: 15, specificGravity: 1.002, ph: 6.5 },
      results: [
        { drugClass: 'cannabis', outcome: 'positive', stage: 'presumptive', loinc: '18282-4' },
        {
          drugClass: 'cocaine',
          analyte: 'benzoylecgonine',
          outcome: 'negative',
          stage: 'presumptive',
          loinc: cocaineScreen,
        },
      ],
      setAside: [],
      questions: [],
    });
  });

  it('keeps the value of an observation that has components beside it', () => {
    const withCutoff = observation('18282-4', {
      valueString: 'POSITIVE',
      component: [{ code: loinc('69562-7', 'cut-off'), valueQuantity: { value: 50, code: 'ng/mL' } }],
    });
    expect(outcomes(withCutoff)).toEqual(['positive']);
    const flagged = observation('18282-4', { ...interpretedAs('POS'), component: [{ code: { text: 'comment' } }] });
    expect(outcomes(flagged)).toEqual(['positive']);
  });

  it('is a correction where one of its results is one', () => {
    const corrected = observation(cocaineScreen, { ...negative, status: 'corrected' });
    expect(readDrugScreen([report(), corrected]).status).toBe('corrected');
    expect(readDrugScreen([report({ status: 'preliminary' }), corrected]).status).toBe('preliminary');
  });

  it('has no code of LOINC that does not look like one: anything could stand there', () => {
    const [question] = readDrugScreen([observation('Jane Doe 1980', negative)]).questions;
    expect(question).toEqual({ reason: 'no-loinc-code', resource: 0 });
  });

  it('sets a negative of one analyte aside, without asking, where other results remain', () => {
    const read = readDrugScreen([observation('74372-4', negative), observation(cocaineScreen, negative)]);
    expect(read.results.map(({ drugClass }) => drugClass)).toEqual(['cocaine']);
    expect(read.setAside.map(({ analyte }) => analyte)).toEqual(['acetylfentanyl']);
    expect(read.questions).toEqual([]);
  });

  it('keeps that negative where the class was looked for, or where another analyte is positive', () => {
    expect(outcomes(observation('74372-4', negative), observation('11235-9', negative))).toEqual([
      'negative',
      'negative',
    ]);
    const [oxazepam, lorazepam] = ['19638-6', '19520-6'];
    expect(outcomes(observation(oxazepam, { valueString: 'positive' }), observation(lorazepam, negative))).toEqual([
      'positive',
      'negative',
    ]);
  });

  it('asks about antagonists and unknown codes beside the results that stand', () => {
    const read = readDrugScreen([
      observation('12309-1', { valueString: 'positive' }), // naltrexone
      observation('2345-7', { valueString: 'positive' }), // glucose
      { ...observation('1', { valueString: 'positive' }), code: { text: 'THC' } },
      observation(cocaineScreen, negative),
    ]);
    expect(read.questions.map(({ reason, resource }) => [reason, resource])).toEqual([
      ['antagonist', 0],
      ['code-not-in-table', 1],
      ['no-loinc-code', 2],
    ]);
    expect(read.results).toHaveLength(1);
  });

  it('asks where two results or two codes contradict each other', () => {
    expect(
      reasons(observation(cocaineScreen, negative), observation(cocaineScreen, { valueString: 'positive' })),
    ).toEqual(['contradiction', 'contradiction']);
    const both = { coding: [...loinc(cocaineScreen).coding, ...loinc('18282-4').coding] };
    expect(reasons({ ...observation(cocaineScreen, negative), code: both })).toEqual(['contradiction']);
  });

  it('asks where the specimen is not urine, not known, or more than one', () => {
    const saliva = specimen({ type: { text: 'Saliva' } });
    expect(readDrugScreen([saliva, observation(cocaineScreen, negative)])).toMatchObject({
      matrix: 'oral-fluid',
      results: [],
      questions: [{ reason: 'matrix-differs', drugClass: 'cocaine' }],
    });
    expect(reasons(specimen({ type: { text: 'swab' } }), observation(cocaineScreen, negative))).toEqual([
      'matrix-not-understood',
    ]);
    const of = (reference: string) => observation(cocaineScreen, { ...negative, specimen: { reference } });
    expect(reasons(of('Specimen/1'), of('Specimen/2'))).toEqual(['several-specimens']);
  });

  it.each([
    ['preliminary', 'preliminary'],
    ['partial', 'preliminary'],
    ['amended', 'corrected'],
    ['corrected', 'corrected'],
    ['cancelled', 'cancelled'],
    ['entered-in-error', 'cancelled'],
    ['appended', 'final'],
  ])('with the status %s is %s', (status, own) => {
    expect(readDrugScreen([report({ status })])).toMatchObject({ status: own });
  });

  it('asks where a status says nothing, or differs from the report', () => {
    expect(reasons(report({ status: 'unknown' }))).toEqual(['status-not-understood']);
    expect(reasons(observation(cocaineScreen, { status: 'registered' }))).toContain('no-result-yet');
    expect(reasons(report(), observation(cocaineScreen, { ...negative, status: 'preliminary' }))).toEqual([
      'status-differs',
    ]);
  });

  it('that cannot be read is a question, not an error', () => {
    expect(reasons('nonsense', { resourceType: 'Observation', status: 'done' })).toEqual([
      'not-readable',
      'not-readable',
    ]);
    expect(readDrugScreen([])).toEqual({ matrix: 'urine', validity: {}, results: [], setAside: [], questions: [] });
  });

  it('gives only classes that the pathway knows, and a sentence for each reason', () => {
    for (const file of examples) {
      const { results, questions } = readDrugScreen([JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))]);
      for (const { drugClass } of results) expect(drugClasses).toContain(drugClass);
      for (const { reason } of questions) expect(reasonInWords[reason]).toMatch(/^[A-Z].+\.$/);
    }
  });
});
