import { readFhirMessage, type FhirSender } from './read-fhir-message.ts';
import {
  bundle,
  cocaine,
  examples,
  moments,
  observation,
  of,
  ofSpecimen,
  opiates,
  patient,
  report,
  sender,
  specimen,
} from './specs/resources.ts';

function read(given: unknown, by: FhirSender = sender) {
  const reading = readFhirMessage(given, by);
  if (reading.is !== 'read') throw new Error(reading.is);
  return reading.message;
}
const reasons = (given: unknown, by?: FhirSender) => read(given, by).questions.map(({ reason }) => reason);
const factsOf = (given: unknown) =>
  read(given).facts.map(({ type, body }) => [
    type === 'RecordDrugTestResult' ? body.specimenId : type,
    ...(type === 'RecordDrugTestResult' ? [body.status, ...body.results.map((one) => one.drugClass)] : []),
  ]);

describe('the published FHIR R4 drug screens', () => {
  it('as they are tell no specimen and no moment: a person is asked', () => {
    expect(examples.size).toBe(12);
    const missing = ['no-specimen-number', 'no-collection-time', 'no-report-time'];
    for (const example of examples.values()) {
      const { facts, questions, person } = read(example);
      expect(facts).toEqual([]);
      expect(questions.map(({ reason }) => reason)).toEqual(expect.arrayContaining(missing));
      expect(person).toEqual({ numbers: [] });
    }
  });

  it('with these each become a fact of the right class, or a question with its reason', () => {
    const told = [...examples].map(([name, example]) => {
      const { facts, questions } = read({ ...example, ...moments, ...ofSpecimen('S-7') });
      const results = facts.flatMap(({ type, body }) => (type === 'RecordDrugTestResult' ? body.results : []));
      return [
        name,
        ...results.map(({ drugClass, outcome }) => `${drugClass} ${outcome}`),
        ...questions.map(({ reason }) => reason),
      ];
    });
    expect(told).toEqual([
      ['amphetamine', 'amphetamines positive'],
      ['barbiturate', 'names-drugs'],
      ['benzodiazepine', 'benzodiazepines negative'],
      ['buprenorphine', 'buprenorphine negative'],
      ['cannabinoid', 'cannabis negative'],
      ['cocaine', 'cocaine negative'],
      ['fentanyl', 'one-analyte-only'],
      ['heroin', 'heroin negative'],
      ['methadone', 'methadone negative'],
      ['opiate', 'opioids positive'],
      ['oxycodone', 'one-analyte-only'],
      ['pcp', 'pcp negative'],
    ]);
  });
});

describe('of whom a message speaks', () => {
  it('is told by the Patient that came with it', () => {
    const given = bundle({ p: patient('77'), o: observation(cocaine, { subject: of('p'), ...ofSpecimen('S-1') }) });
    expect(read(given).person).toEqual({
      numbers: [{ system: 'urn:acme:mrn', value: '77' }],
      name: { given: 'Ada', family: 'Canary' },
      birthDate: '1980-02-03',
    });
  });

  it('is told by the number in the reference, a contained Patient, or our own id', () => {
    const identifier = { system: 'urn:acme:mrn', value: '78' };
    expect(read(observation(cocaine, { subject: { identifier } })).person).toEqual({ numbers: [identifier] });
    const contained = { contained: [patient('79', { id: 'p' })], subject: { reference: '#p' } };
    expect(read(observation(cocaine, contained)).person.numbers).toMatchObject([{ value: '79' }]);
    const id = '11111111-2222-4333-8444-555555555555';
    expect(read(observation(cocaine, { subject: { reference: `Patient/${id}` } })).person).toEqual({
      numbers: [],
      patientId: id,
    });
    expect(read(observation(cocaine, { subject: { reference: 'Patient/7' } })).person).toEqual({ numbers: [] });
  });

  it('is found by the name that is in use, and by no day that is none', () => {
    const names = [
      { use: 'old', family: 'Old', given: ['Ada'] },
      { family: 'Brown', given: ['Bo'] },
    ];
    const given = bundle({
      p: patient('77', { name: names, birthDate: '1980-02' }),
      o: observation(cocaine, { subject: of('p') }),
    });
    expect(read(given).person).toEqual({
      numbers: [{ system: 'urn:acme:mrn', value: '77' }],
      name: { given: 'Bo', family: 'Brown' },
    });
  });

  it('is nobody who is contained and whom nothing refers to', () => {
    const two = [patient('80', { id: 'p' }), patient('81', { id: 'q' })];
    const given = observation(cocaine, { contained: two, subject: { reference: '#q' }, ...ofSpecimen('S-1') });
    expect(read(given)).toMatchObject({ person: { numbers: [{ value: '81' }] }, questions: [] });
  });

  it('is asked about where there are several', () => {
    const given = bundle({
      a: observation(cocaine, { subject: { reference: 'Patient/1' } }),
      b: observation(cocaine, { subject: { reference: 'Patient/2' } }),
    });
    expect(read(given)).toEqual({ person: { numbers: [] }, facts: [], questions: [{ reason: 'several-persons' }] });
  });
});

describe('a report with its results and specimen', () => {
  it('becomes one fact', () => {
    const given = bundle({
      s: specimen('S-1'),
      r: report({ specimen: [of('s')], result: [of('a'), of('b')] }),
      a: observation(cocaine, { specimen: of('s') }),
      b: observation(opiates, { valueString: 'POS' }),
    });
    expect(factsOf(given)).toEqual([['S-1', 'final', 'cocaine', 'opioids']]);
    expect(read(given).questions).toEqual([]);
  });

  it('is read with what is contained in it, and through its panels', () => {
    const panel = {
      ...{ resourceType: 'Observation', status: 'final', code: { text: 'Urine drug panel' } },
      hasMember: [of('a')],
    };
    const given = bundle({
      r: report({
        contained: [observation(opiates, { id: 'o' }), specimen('S-2', { id: 's' })],
        specimen: [{ reference: '#s' }],
        result: [{ reference: '#o' }, of('p')],
      }),
      p: panel,
      a: observation(cocaine),
    });
    expect(factsOf(given)).toEqual([['S-2', 'final', 'opioids', 'cocaine']]);
    expect(read(given).questions).toEqual([]);
  });

  it('is one fact for each specimen that its results were found in', () => {
    const given = bundle({
      ...{ s: specimen('S-3'), t: specimen('S-4') },
      r: report({ specimen: [of('s'), of('t')], result: [of('a'), of('b')] }),
      a: observation(cocaine, { specimen: of('s') }),
      b: observation(cocaine, { specimen: of('t') }),
    });
    expect(factsOf(given)).toEqual([
      ['S-3', 'final', 'cocaine'],
      ['S-4', 'final', 'cocaine'],
    ]);
  });

  it('has no number of its specimen where the reference is of this message only', () => {
    const contained = (id: string) => ({
      contained: [{ resourceType: 'Specimen', id }],
      specimen: { reference: `#${id}` },
    });
    expect(read(observation(cocaine, contained('s1')))).toMatchObject({
      facts: [],
      questions: [{ reason: 'no-specimen-number' }],
    });
    const urn = bundle({ s: { resourceType: 'Specimen' }, a: observation(cocaine, { specimen: of('s') }) });
    expect(reasons(urn)).toEqual(['no-specimen-number']);
    const elsewhere = observation(cocaine, {
      specimen: { reference: 'urn:uuid:5f4b1b62-0000-4000-8000-000000000000' },
    });
    expect(reasons(elsewhere)).toEqual(['no-specimen-number']);
    const two = bundle({ a: observation(cocaine, contained('s1')), b: observation(opiates, contained('s1')) });
    expect(read(two).facts).toEqual([]);
  });

  it('has the number that the laboratory’s own reference tells, whether the specimen came with it or not', () => {
    const given = observation(cocaine, { specimen: { reference: 'Specimen/L-9' } });
    const beside = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ resource: given }, { resource: { resourceType: 'Specimen', id: 'L-9' } }],
    };
    expect([factsOf(given), factsOf(beside)]).toEqual([[['L-9', 'final', 'cocaine']], [['L-9', 'final', 'cocaine']]]);
  });

  it('without the results that it refers to is asked about', () => {
    expect(reasons(report({ result: [{ reference: 'Observation/9' }], specimen: [of('s')] }))).toContain(
      'results-elsewhere',
    );
  });

  it('that is cancelled takes back what was said', () => {
    const given = report({ status: 'entered-in-error', specimen: [{ identifier: { value: 'S-5' } }] });
    expect(factsOf(given)).toEqual([['S-5', 'cancelled']]);
  });

  it('that is cancelled takes back only what it names, and nothing that stands beside it', () => {
    const taken = report({ status: 'entered-in-error', specimen: [of('s')], result: [of('a')] });
    const given = bundle({
      ...{ s: specimen('S-6'), r: taken, a: observation(cocaine, { status: 'entered-in-error' }) },
      b: observation(opiates, { specimen: of('s') }),
    });
    expect(factsOf(given)).toEqual([
      ['S-6', 'cancelled', 'cocaine'],
      ['S-6', 'final', 'opioids'],
    ]);
    const both = bundle({
      ...{ s: specimen('S-7'), r: { ...taken, result: [] }, q: report({ specimen: [of('s')], result: [of('b')] }) },
      b: observation(opiates),
    });
    expect(factsOf(both)).toEqual([['S-7', 'final', 'opioids']]);
    expect(reasons(both)).toEqual(['status-differs']);
  });
});

describe('observations without a report', () => {
  it('are one fact for each specimen and status', () => {
    const given = bundle({
      a: observation(cocaine, ofSpecimen('S-1')),
      b: observation(opiates, ofSpecimen('S-1')),
      c: observation(opiates, { ...ofSpecimen('S-2'), status: 'preliminary' }),
    });
    expect(factsOf(given)).toEqual([
      ['S-1', 'final', 'cocaine', 'opioids'],
      ['S-2', 'preliminary', 'opioids'],
    ]);
  });

  it('take back only their own class when one was entered in error', () => {
    const given = observation(cocaine, { ...ofSpecimen('S-1'), status: 'entered-in-error' });
    expect(factsOf(given)).toEqual([['S-1', 'cancelled', 'cocaine']]);
  });
});

describe('what nobody has mapped', () => {
  const unknown = { code: { coding: [{ system: 'urn:acme:tests', code: 'XYZ', display: 'Glucose' }] } };

  it('is asked about beside a drug test, unless the sender’s feed is wider than we are', () => {
    const given = bundle({
      a: observation(cocaine, ofSpecimen('S-1')),
      b: observation('', { ...unknown, ...ofSpecimen('S-9') }),
    });
    expect(reasons(given)).toEqual(['no-loinc-code']);
    expect(reasons(given, { ...sender, leavesAside: ['other-content'] })).toEqual([]);
  });

  it('is asked about where its words sound like a drug', () => {
    const opioid = { code: { coding: [{ system: 'urn:acme:tests', code: 'OP', display: 'Opioid screen' }] } };
    expect(reasons(observation('', { ...opioid, ...ofSpecimen('S-1') }))).toEqual(['no-loinc-code']);
  });

  it('is read by the sender’s mapping', () => {
    const codes = [{ system: 'urn:acme:tests', code: 'XYZ', drugClass: 'other', stage: 'definitive' }] as const;
    const { facts } = read(observation('', { ...unknown, ...ofSpecimen('S-1') }), { ...sender, codes });
    expect(facts).toMatchObject([{ body: { results: [{ drugClass: 'other', stage: 'definitive' }] } }]);
  });

  it('is nothing in it where there is no drug test and no stay', () => {
    for (const given of [
      { resourceType: 'CarePlan', status: 'active' },
      observation('8867-4', { valueString: undefined, valueQuantity: { value: 72, unit: '/min' } }),
      bundle({}),
      bundle({ b: bundle({ o: observation(cocaine) }) }),
    ])
      expect(readFhirMessage(given, sender)).toEqual({ is: 'nothing-in-it' });
  });
});

describe('a resource that cannot be taken by its words', () => {
  it('is asked about', () => {
    const changed = { modifierExtension: [{ url: 'urn:not', valueBoolean: true }] };
    expect(reasons(observation(cocaine, { ...changed, ...ofSpecimen('S-1') }))).toEqual(['meaning-changed']);
    expect(reasons(observation(cocaine, { status: 'done' }))).toEqual(['not-readable']);
    expect(reasons('nothing that we know')).toEqual(['not-readable']);
    expect(reasons(null)).toEqual(['not-readable']);
  });
});

describe('an encounter', () => {
  const stay = {
    ...{ resourceType: 'Encounter', status: 'finished', class: { code: 'IMP' }, identifier: [{ value: 'V-1' }] },
    period: { start: '2026-02-01T08:00:00Z', end: '2026-02-04T08:00:00Z' },
  };
  const took = { from: '2026-02-01T08:00:00.000Z', to: '2026-02-04T08:00:00.000Z' };

  it('is a stay of the hospital, or of the emergency room', () => {
    expect(read(stay).facts).toEqual([
      { type: 'RecordExternalEncounter', body: { encounterId: 'V-1', kind: 'hospital', ...took } },
    ]);
    expect(read({ ...stay, class: { code: 'EMER' } }).facts).toMatchObject([
      { body: { encounterId: 'V-1.ed', kind: 'emergency-department' } },
    ]);
  });

  it('is asked about where its number or times are missing, or it is taken back', () => {
    expect(reasons({ ...stay, identifier: [] })).toEqual(['no-visit-number']);
    expect(reasons({ ...stay, period: { start: '2026-02-01' } })).toEqual(['no-time-of-stay']);
    expect(reasons({ ...stay, status: 'entered-in-error' })).toEqual(['stay-cancelled']);
  });

  it('is none where the person came and went', () => {
    expect(readFhirMessage({ ...stay, class: { code: 'AMB' } }, sender)).toEqual({ is: 'nothing-in-it' });
  });

  it('beside a drug test is where it was taken, unless it is told whole', () => {
    const test = observation(cocaine, ofSpecimen('S-1'));
    expect(factsOf(bundle({ test, stay: { ...stay, period: {} } }))).toEqual([['S-1', 'final', 'cocaine']]);
    expect(factsOf(bundle({ test, stay }))).toEqual([['S-1', 'final', 'cocaine'], ['RecordExternalEncounter']]);
  });

  it('of somebody who has died is for a person', () => {
    const given = bundle({ p: patient('7', { deceasedDateTime: '2026-02-04' }), e: { ...stay, subject: of('p') } });
    expect(reasons(given)).toEqual(['death-told']);
  });
});
