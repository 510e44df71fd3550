import { localCodes } from '../message/local-codes.ts';
import { readDrugScreen } from './read-drug-screen.ts';

const local = localCodes([
  { system: 'L', code: 'COC', loinc: '14314-9' },
  { code: 'KRA', drugClass: 'other', analyte: 'mitragynine', stage: 'definitive' },
  { system: 'L', code: 'CONF', panel: 'definitive' },
  { system: 'L', code: 'VAL', validity: 'finding' },
  { system: 'L', code: 'NIT', validity: 'nitriteUgMl' },
  { system: 'L', code: 'TMP', validity: 'temperatureF' },
  { system: 'L', code: 'TOK', validity: 'temperature' },
  { system: 'L', code: 'INI', nothing: true },
]);
const observation = (code: string, fields: object, system = 'L') => ({
  resourceType: 'Observation',
  status: 'final',
  code: { coding: [{ system, code }] },
  ...fields,
});
const said = (valueString: string) => ({ valueString });
const measured = (value: number, unit: string) => ({ valueQuantity: { value, unit } });
const read = (...given: readonly object[]) => readDrugScreen(given, local);
const validity = (...given: readonly object[]) => read(...given).validity;

describe("a sender's own codes", () => {
  it('stand for LOINC codes, or for a class and analyte that LOINC has no code for', () => {
    expect(read(observation('COC', said('negative')), observation('KRA', said('positive'))).results).toEqual([
      { drugClass: 'cocaine', analyte: 'benzoylecgonine', outcome: 'negative', stage: 'presumptive', loinc: '14314-9' },
      { drugClass: 'other', analyte: 'mitragynine', outcome: 'positive', stage: 'definitive' },
    ]);
  });

  it('are asked about where the mapping does not have them, whatever they are called', () => {
    for (const [code, system] of [
      ['THC', 'L'],
      ['COC', 'M'],
      ['constructor', 'L'],
      ['toString', '__proto__'],
    ] as const)
      expect(read(observation(code, said('negative'), system)).questions).toEqual([
        { reason: 'no-loinc-code', resource: 0 },
      ]);
  });

  it('are not asked about where they have nothing to do with a drug test', () => {
    expect(read(observation('INI', said('JD')))).toMatchObject({ results: [], questions: [] });
  });

  it('are two meanings, and none, where the LOINC code beside them says another class', () => {
    const both = {
      coding: [
        { system: 'http://loinc.org', code: '14316-4' },
        { system: 'L', code: 'COC' },
      ],
    };
    expect(read({ ...observation('', said('negative')), code: both }).questions).toMatchObject([
      { reason: 'contradiction' },
    ]);
  });

  it('give the stage of the panel', () => {
    const report = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { coding: [{ system: 'L', code: 'CONF' }] },
    };
    const cocaine = { ...observation('3393-6', said('positive'), 'http://loinc.org') };
    expect(read(report, cocaine).results).toMatchObject([{ stage: 'definitive' }]);
  });
});

describe('what a report says of the specimen itself', () => {
  it('is read in its units', () => {
    expect(validity(observation('NIT', measured(60, 'mg/dL')), observation('TMP', measured(36, 'Cel')))).toEqual({
      nitriteUgMl: 600,
      temperatureF: 96.8,
    });
    expect(validity(observation('2161-8', measured(2, 'mmol/L'), 'http://loinc.org'))).toEqual({
      creatinineMgDl: 22.624,
    });
  });

  it('is read in words', () => {
    expect(validity(observation('VAL', said('Dilute')), observation('TOK', said('Out-of-range')))).toEqual({
      finding: 'dilute',
      temperature: 'out-of-range',
    });
  });

  it('is asked about where it cannot be read, and left aside where nothing is given', () => {
    const strange = [
      observation('VAL', said('constructor')),
      observation('2756-5', measured(70, ''), 'http://loinc.org'),
      observation('2161-8', measured(2, 'constructor'), 'http://loinc.org'),
      observation('TMP', measured(36, 'K')),
    ];
    for (const one of strange)
      expect(read(one)).toMatchObject({ validity: {}, questions: [{ reason: 'value-not-understood' }] });
    expect(read(observation('VAL', {}))).toMatchObject({ validity: {}, questions: [] });
  });
});

describe('a hostile text', () => {
  it('is no word, no amount, and costs nothing', () => {
    const long = `${' '.repeat(1_000_000)}x`;
    const begun = process.cpuUsage();
    expect(read(observation('COC', said(long))).questions).toMatchObject([{ reason: 'value-not-understood' }]);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(500);
  });

  it('is not taken for a code that every object has', () => {
    const value = { valueCodeableConcept: { coding: [{ system: 'x', code: 'constructor' }] } };
    expect(read(observation('COC', value)).questions).toMatchObject([{ reason: 'value-not-understood' }]);
  });
});
