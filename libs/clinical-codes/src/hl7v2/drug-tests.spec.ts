import { readHl7Message } from './read-hl7-message.ts';
import { acme, cocaine, cocaineAmount, message, obr, obx, report, screen } from './specs/messages.ts';

const read = (...segments: readonly string[]) => {
  const reading = readHl7Message(report(...segments), acme);
  if (reading.is !== 'read') throw new Error(reading.is);
  return reading.message;
};
/** What is recorded: each fact's body, where facts are of drug tests. */
const bodies = (...segments: readonly string[]) =>
  read(...segments).facts.flatMap((fact) => (fact.type === 'RecordDrugTestResult' ? [fact.body] : []));
const results = (...segments: readonly string[]) => bodies(screen, ...segments).flatMap((body) => body.results);
const outcome = (...segments: readonly string[]) => results(...segments).map((result) => result.outcome);
const reasons = (...segments: readonly string[]) => read(screen, ...segments).questions.map(({ reason }) => reason);

describe('a report of a drug screen', () => {
  it('becomes the command that records it, of the person it names', () => {
    expect(
      read(
        screen,
        obx('ST', cocaine, 'POSITIVE', { range: 'NEGATIVE', flag: 'A' }),
        obx('NM', '2161-8^Creatinine^LN', '15', { unit: 'mg/dL' }),
        'NTE|1||Collector says: 14316-4 positive',
        'SPM|1|ORD9^26-77&ACME||UR^Urine^HL70487|||||||||||||20260202085500-0500',
      ),
    ).toEqual({
      person: {
        numbers: [{ system: 'ACME', value: '4711' }],
        name: { given: 'Jane', family: 'Doe' },
        birthDate: '1990-02-03',
      },
      facts: [
        {
          type: 'RecordDrugTestResult',
          body: {
            specimenId: '26-77',
            collectedAt: '2026-02-02T13:55:00.000Z',
            reportedAt: '2026-02-03T12:30:00.000Z',
            status: 'final',
            matrix: 'urine',
            laboratory: 'acme',
            validity: { finding: 'not-recorded', creatinineMgDl: 15 },
            results: [
              {
                drugClass: 'cocaine',
                analyte: 'benzoylecgonine',
                outcome: 'positive',
                stage: 'presumptive',
                loinc: '14314-9',
              },
            ],
          },
        },
      ],
      questions: [],
    });
  });

  it.each([
    ['CE', '10828004^Positive^SCT', 'positive'],
    ['CWE', 'NEG^Negative^ACMELAB', 'negative'],
    ['CE', 'Negative', 'negative'],
    ['ST', 'None Detected', 'negative'],
    ['TX', 'Positive (A)', 'positive'],
    ['FT', 'Indeterminate', 'indeterminate'],
    ['', 'QNS', 'not-done'],
    ['ID', 'POS', 'positive'],
  ])('has values of the type %s: %s', (type, value, expected) => {
    expect(outcome(obx(type, cocaine, value))).toEqual([expected]);
  });

  it.each([
    ['NM', '62.5', { range: '<50' }, { outcome: 'positive', amount: 62.5, cutoff: 50, unit: 'ng/mL' }],
    ['NM', '12', { range: '0 - 50' }, { outcome: 'negative', amount: 12, cutoff: 50 }],
    ['ST', '<50', { range: 'Cutoff: 50' }, { outcome: 'negative', cutoff: 50 }],
    ['SN', '<^50', {}, { outcome: 'negative' }],
    ['SN', '>^500', { range: '<50' }, { outcome: 'positive' }],
    ['SN', '^80', { flag: 'POS' }, { outcome: 'positive', amount: 80 }],
  ])('has amounts of the type %s: %s', (type, value, more, expected) => {
    expect(results(obx(type, cocaineAmount, value, { unit: 'ng/mL', ...more }))).toMatchObject([expected]);
  });

  it('has a flag alone, which must say what was found', () => {
    expect(outcome(obx('ST', cocaine, '', { flag: 'POS' }))).toEqual(['positive']);
    expect(reasons(obx('ST', cocaine, '', { flag: 'A' }))).toEqual(['flag-without-result']);
  });

  it('is asked about where a value is not understood, beside the results that are', () => {
    expect(reasons(obx('SN', cocaineAmount, '100^-^200'), obx('NM', cocaineAmount, '7'))).toEqual([
      'value-not-understood',
      'no-cut-off',
    ]);
    expect(read(screen, obx('ST', cocaine, 'NEG'), obx('ST', '18282-4^THC^LN', 'see note'))).toMatchObject({
      facts: [{ body: { results: [{ drugClass: 'cocaine' }] } }],
      questions: [{ reason: 'value-not-understood', resource: 1, drugClass: 'cannabis', about: '26-77' }],
    });
    expect(reasons(obx('ST', cocaine, 'NEG', { flag: 'POS' }))).toEqual(['contradiction']);
  });

  it('is of codes of the laboratory, and asked about where the mapping does not have one', () => {
    const panel = obr({ code: 'UDS7^Tox 7^ACMELAB' });
    expect(
      bodies(
        panel,
        obx('ST', 'COC^Cocaine^ACMELAB', 'Negative'),
        obx('ST', 'KRA^Kratom^ACMELAB', 'Detected'),
        obx('ST', 'VALID^Specimen^ACMELAB', 'Dilute'),
        obx('NM', 'TEMP^Temp^ACMELAB', '96', { unit: '[degF]' }),
        obx('NM', 'NITR^Nitrite^ACMELAB', '12', { unit: 'ug/mL' }),
        obx('NM', '2965-2^SG^LN', '1.010'),
        obx('NM', '2756-5^pH^LN', '6.5', { unit: '[pH]' }),
        obx('TX', 'INIT^Collector^ACMELAB', 'JD'),
      ),
    ).toMatchObject([
      {
        results: [
          { drugClass: 'cocaine', outcome: 'negative' },
          { drugClass: 'other', analyte: 'mitragynine', outcome: 'positive', stage: 'definitive' },
        ],
        validity: { finding: 'dilute', temperatureF: 96, nitriteUgMl: 12, specificGravity: 1.01, ph: 6.5 },
      },
    ]);
    expect(read(panel, obx('ST', 'XYL^Xylazine^ACMELAB', 'Detected')).questions).toMatchObject([
      { reason: 'no-loinc-code', resource: 0 },
    ]);
  });

  it('is definitive by its method, and shows it', () => {
    const test = obx('ST', '3393-6^Cocaine^LN', 'POS', { method: 'GCMS^GC/MS^ACMELAB' });
    expect(results(test)).toMatchObject([{ stage: 'definitive', method: 'GC/MS' }]);
  });
});

describe('how far a report has come', () => {
  const statusOf = (status: string, own = 'F', value = 'NEG') =>
    bodies(obr({ status }), obx('ST', cocaine, value, { status: own })).map((body) => body.status);

  it.each([
    ['F', 'F', 'final'],
    ['P', 'P', 'preliminary'],
    ['R', 'R', 'preliminary'],
    ['A', 'F', 'preliminary'],
    ['C', 'C', 'corrected'],
    ['F', 'C', 'corrected'],
    ['', 'C', 'corrected'],
    ['', 'F', 'final'],
    ['F', '', 'final'],
  ])('is OBR-25 %s with OBX-11 %s: %s', (status, own, expected) => {
    expect(statusOf(status, own)).toEqual([expected]);
  });

  it('is nothing yet where an order is only announced', () => {
    const announced = readHl7Message(report(obr({ status: 'I' })), acme);
    expect(announced).toEqual({ is: 'nothing-in-it', why: 'no-drug-test' });
  });

  it('is asked about where it is not known, or one result has another', () => {
    expect(read(obr({ status: 'Y' }), obx('ST', cocaine, 'NEG')).questions).toMatchObject([
      { reason: 'status-not-understood' },
    ]);
    expect(reasons(obx('ST', cocaine, 'NEG', { status: 'P' }))).toEqual(['status-differs']);
    expect(reasons(obx('ST', cocaine, 'NEG', { status: 'W' }))).toEqual(['status-differs']);
    expect(reasons(obx('ST', cocaine, 'NEG', { status: 'constructor' }))).toEqual(['status-not-understood']);
  });

  it('takes back what was said when it is cancelled, unless a result still stands in it', () => {
    const cancelled = obr({ status: 'X' });
    expect(bodies(cancelled)).toMatchObject([{ status: 'cancelled', results: [] }]);
    expect(read(cancelled, obx('ST', cocaine, 'POS'))).toMatchObject({
      facts: [],
      questions: [{ reason: 'status-differs' }],
    });
  });

  it('takes back only the classes that a cancelled order names', () => {
    const cancelled = obr({ status: 'X' });
    const named = obx('ST', cocaine, '', { status: 'X' });
    const cocaineNotDone = { drugClass: 'cocaine', outcome: 'not-done', stage: 'presumptive' };
    expect(bodies(cancelled, named)).toMatchObject([{ status: 'cancelled', results: [cocaineNotDone] }]);
    expect(read(cancelled, named).questions).toEqual([]);
    // Which of what was said is meant by a code that nobody has mapped, a person has to say.
    const unknown = obx('ST', 'XYZ^Drug of the lab^ACMELAB', '', { status: 'X' });
    expect(read(cancelled, unknown)).toMatchObject({ facts: [], questions: [{ reason: 'no-loinc-code' }] });
  });

  it('does not take back a result of another order of the same specimen with an order that is cancelled', () => {
    const confirmation = obr({ code: '19359-4^Cocaine confirm^LN', status: 'X' });
    const asked = [{ reason: 'status-differs', about: '26-77' }];
    const beside = (...more: readonly string[]) => read(screen, obx('ST', cocaine, 'POS'), confirmation, ...more);
    const standing = [{ body: { status: 'final', results: [{ drugClass: 'cocaine', outcome: 'positive' }] } }];
    expect(beside()).toMatchObject({ facts: standing, questions: asked });
    const notDone = obx('ST', '14315-6^Cocaine^LN', '', { status: 'X' });
    expect(beside(notDone)).toMatchObject({ facts: standing, questions: asked });
    const others = obx('ST', '18282-4^THC^LN', '', { status: 'X' });
    expect(beside(others).facts).toMatchObject([...standing, { body: { status: 'cancelled' } }]);
  });

  it('leaves a test that could not be done as not done', () => {
    expect(outcome(obx('ST', cocaine, '', { status: 'X' }))).toEqual(['not-done']);
    expect(reasons(obx('ST', cocaine, 'POS', { status: 'X' }))).toEqual(['status-differs']);
  });
});

describe('several orders in one report', () => {
  const confirmation = obr({ code: '19359-4^Cocaine confirm^LN' });

  it('are one report of one specimen, what another order says of the specimen with them', () => {
    const one = bodies(
      obr({ code: 'SPV^Specimen validity^ACMELAB' }),
      obx('NM', '2965-2^SG^LN', '1.002'),
      obr({ code: 'CBC^Complete blood count^ACMELAB' }),
      obx('NM', 'WBC^Leukocytes^ACMELAB', '7'),
      screen,
      obx('ST', cocaine, 'NEG'),
      confirmation,
      obx('ST', '14315-6^Cocaine^LN', 'NEG'),
    );
    expect(one).toMatchObject([
      { validity: { specificGravity: 1.002 }, results: [{ stage: 'presumptive' }, { stage: 'definitive' }] },
    ]);
  });

  it('were reported when the last of them was', () => {
    const later = confirmation.replace('20260203073000', '20260204090000');
    const [one] = bodies(screen, obx('ST', cocaine, 'NEG'), later, obx('ST', '14315-6^Cocaine^LN', 'NEG'));
    expect(one?.reportedAt).toBe('2026-02-04T14:00:00.000Z');
  });

  it('are two reports where they have come differently far, or are of two specimens', () => {
    const two = bodies(
      screen,
      obx('ST', cocaine, 'NEG'),
      obr({ status: 'P' }),
      obx('ST', '18282-4^THC^LN', 'POS', { status: 'P' }),
    );
    expect(two.map(({ status }) => status)).toEqual(['final', 'preliminary']);
    const others = bodies(screen, obx('ST', cocaine, 'NEG'), obr({ number: '26/78' }), obx('ST', cocaine, 'NEG'));
    expect(others.map(({ specimenId }) => specimenId)).toEqual(['26-77', 'x_.26_2f78']);
  });
});

describe('a specimen', () => {
  const of = (fields: Parameters<typeof obr>[0], ...more: readonly string[]) =>
    read(obr(fields), obx('ST', cocaine, 'NEG'), ...more);

  it('is urine where nothing else is said, and a question where the code is for urine and it is not', () => {
    expect(of({}).facts).toMatchObject([{ body: { matrix: 'urine' } }]);
    expect(of({ source: 'UR&Urine&HL70070' }).facts).toMatchObject([{ body: { matrix: 'urine' } }]);
    expect(of({ source: 'SAL&Saliva' }).questions).toMatchObject([{ reason: 'matrix-differs' }]);
    expect(of({}, 'SPM|1|^77||STONE').questions).toMatchObject([{ reason: 'matrix-not-understood' }]);
  });

  it('is asked about where it has no number, no moment of collection, or there are several', () => {
    expect(of({ number: '' }).questions).toMatchObject([{ reason: 'no-specimen-number' }]);
    expect(of({ at: '20260202' }).questions).toMatchObject([{ reason: 'no-collection-time' }]);
    expect(of({}, 'SPM|1|^1||UR', 'SPM|2|^2||UR').questions).toMatchObject([{ reason: 'several-specimens' }]);
  });
});

describe('a report without a drug test', () => {
  it('is nothing for us', () => {
    const blood = report(obr({ code: 'CBC^Complete blood count^ACMELAB' }), obx('NM', 'WBC^Leukocytes^ACMELAB', '7'));
    expect(readHl7Message(blood, acme)).toEqual({ is: 'nothing-in-it', why: 'no-drug-test' });
  });

  it('is not one that names drugs in words nobody has mapped: those are asked about', () => {
    for (const name of ['Opiates, urine', 'BENZOYLECGONINE', 'Fentanyl Screen', 'THC', 'Urine drug screen'])
      expect(read(obr({ code: 'X1^Panel^ACMELAB' }), obx('ST', `X2^${name}^ACMELAB`, 'POS')).questions).toMatchObject([
        { reason: 'no-loinc-code' },
      ]);
  });

  it('is not one of which only a picture came', () => {
    expect(reasons(obx('ED', 'PDF^Report^ACMELAB', '^application^pdf^Base64^AAAA'))).toEqual(['no-value']);
  });
});

describe('a message of several persons', () => {
  it('is for a person to take apart', () => {
    const two = report(
      screen,
      obx('ST', cocaine, 'NEG'),
      'PID|2||4712^^^ACME||Roe^Ann',
      screen,
      obx('ST', cocaine, 'POS'),
    );
    expect(readHl7Message(two, acme)).toMatchObject({
      message: { person: { numbers: [] }, facts: [], questions: [{ reason: 'several-persons' }] },
    });
  });
});

describe('the person of a message', () => {
  const person = (pid: string) => {
    const reading = readHl7Message(message('ORU^R01', [pid, screen, obx('ST', cocaine, 'NEG')]), acme);
    return reading.is === 'read' ? reading.message.person : undefined;
  };

  it('is told by numbers of authorities that are known, by name or universal id', () => {
    expect(person('PID|1||1^^^ELSEWHERE~2^^^X&1.2.3&ISO~p-1^^^STEPWAY~3^^^ACME||Doe^Jane||1990')).toEqual({
      patientId: 'p-1',
      numbers: [
        { system: '1.2.3', value: '2' },
        { system: 'ACME', value: '3' },
      ],
      name: { given: 'Jane', family: 'Doe' },
    });
  });

  it('has the legal name where names are marked, as it is meant', () => {
    expect(person('PID|1||||Nick^Jay^^^^^N~O\\T\\Hara&de^Mar\\XC3AD\\a^^^^^L||19900230')).toEqual({
      numbers: [],
      name: { given: 'María', family: 'O&Hara' },
    });
  });

  it('has no name where half of it is missing', () => {
    expect(person('PID|1||||Doe')).toEqual({ numbers: [] });
  });
});
