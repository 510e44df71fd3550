import { fhirFaults, fhirParts } from './parts.ts';
import { readFhirMessage } from './read-fhir-message.ts';
import { bundle, cocaine, observation, of, ofSpecimen, patient, report, sender, specimen } from './specs/resources.ts';

const placesOf = (given: unknown) => fhirParts(given).map(({ places }) => [...places].toSorted((a, b) => a - b));

describe('a Bundle', () => {
  it('of one person stays as it came', () => {
    const given = bundle({
      p: patient('1'),
      o: observation(cocaine, { subject: of('p') }),
      x: { resourceType: 'Basic' },
    });
    expect(fhirParts(given)).toEqual([{ given, places: new Set([0, 1, 2]) }]);
  });

  it('of several is one message for each, with what belongs to it and nothing of the others', () => {
    const given = bundle({
      ...{ p: patient('1'), q: patient('2') },
      s: specimen('S-1'),
      r: report({ subject: of('p'), result: [of('a')], specimen: [of('s')] }),
      a: observation(cocaine),
      b: observation(cocaine, { subject: of('q'), ...ofSpecimen('S-2') }),
      x: { resourceType: 'CarePlan', subject: of('q') },
    });
    expect(placesOf(given)).toEqual([
      [0, 2, 3, 4],
      [1, 5],
    ]);
    const read = fhirParts(given).map((part) => readFhirMessage(part.given, sender));
    expect(read).toMatchObject([
      { message: { person: { numbers: [{ value: '1' }] }, facts: [{ body: { specimenId: 'S-1' } }], questions: [] } },
      { message: { person: { numbers: [{ value: '2' }] }, facts: [{ body: { specimenId: 'S-2' } }], questions: [] } },
    ]);
  });

  it('keeps what is of nobody apart', () => {
    const given = bundle({
      a: observation(cocaine, { subject: { reference: 'Patient/1' } }),
      b: observation(cocaine, { subject: { reference: 'Patient/2' } }),
      c: observation(cocaine),
    });
    expect(placesOf(given)).toEqual([[0], [1], [2]]);
  });
});

describe('a fault', () => {
  it('is told by its place, without what was written', () => {
    expect(fhirFaults(observation(cocaine, { status: 'canary' }))).toEqual([
      { expression: 'Observation.status', message: expect.not.stringContaining('canary') },
    ]);
    const given = bundle({ a: observation(cocaine), b: observation(cocaine, { valueString: 7 }) });
    expect(fhirFaults(given).map(({ expression }) => expression)).toEqual(['Bundle.entry[1].resource.valueString']);
  });

  it('is none in what is not read', () => {
    expect(fhirFaults({ resourceType: 'CarePlan', status: 7 })).toEqual([]);
    expect(fhirFaults(bundle({ c: { resourceType: 'CarePlan' } }))).toEqual([]);
  });
});
