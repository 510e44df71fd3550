import fc from 'fast-check';
import { fhirFaults, fhirParts } from './parts.ts';
import { readFhirMessage } from './read-fhir-message.ts';
import {
  bundle,
  cocaine,
  examples,
  observation,
  of,
  ofSpecimen,
  patient,
  report,
  sender,
  specimen,
} from './specs/resources.ts';

const whole = bundle({
  p: patient('1'),
  s: specimen('S-1'),
  r: report({ subject: of('p'), specimen: [of('s')], result: [of('a'), of('b')] }),
  a: observation(cocaine, { subject: of('p'), specimen: of('s') }),
  b: [...examples.values()][0] ?? {},
});

/** The same with anything in the place of anything. */
function withStrange(value: unknown, choose: () => number, strange: unknown): unknown {
  if (choose() === 0) return strange;
  if (Array.isArray(value)) return value.map((one) => withStrange(one, choose, strange));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withStrange(one, choose, strange)]));
}
const answers = (given: unknown): void => {
  fhirFaults(given);
  for (const part of fhirParts(given)) {
    const reading = readFhirMessage(part.given, sender);
    expect(['read', 'nothing-in-it', 'not-readable']).toContain(reading.is);
  }
};

describe('whatever JSON comes', () => {
  it('is answered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => answers(given)),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 2 }), fc.infiniteStream(fc.nat({ max: 30 })), (strange, numbers) =>
        answers(withStrange(whole, () => numbers.next().value ?? 1, strange)),
      ),
      { numRuns: 500 },
    );
  });

  it('is answered soon, where one message has thousands of resources, panels in a circle, or one name a million letters', () => {
    const many = (count: number, make: (index: number) => object) =>
      Array.from({ length: count }, (_, index) => make(index));
    const contained = many(10_000, (index) => patient(String(index), { id: `p${index}` }));
    const rest = many(900, (index) =>
      observation(cocaine, { ...ofSpecimen('S-1'), subject: { reference: `Patient/${index}` } }),
    );
    const circle = {
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'Panel' },
      hasMember: [of('c'), of('c')],
    };
    const hostile: readonly object[] = [
      observation(cocaine, { contained }),
      observation(cocaine, { component: many(10_000, () => ({ code: { text: 'x' } })) }),
      { resourceType: 'Bundle', type: 'collection', entry: rest.map((resource) => ({ resource })) },
      bundle({ r: report({ result: many(900, () => of('c')) }), c: circle }),
      observation(cocaine, { valueString: ' '.repeat(1_000_000), subject: { reference: `${'A/'.repeat(400_000)}` } }),
    ];
    const begun = process.cpuUsage();
    for (const given of hostile) answers(given);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(5_000);
    expect(readFhirMessage(hostile[0], sender)).toEqual({ is: 'not-readable' });
    expect(fhirFaults(hostile[0])).toEqual([{ expression: 'Observation', message: expect.stringContaining('1000') }]);
  });
});
