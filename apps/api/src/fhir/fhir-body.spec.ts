import { AnyResource, contentOf, ifNoneExistIn, resourceIn, sourceIdOf } from './fhir-body.ts';

const result = (more: object = {}) => AnyResource.parse({ resourceType: 'Observation', status: 'final', ...more });
const bundle = (resource: object, more: object = {}) =>
  AnyResource.parse({ resourceType: 'Bundle', type: 'message', entry: [{ resource }], ...more });
const isSame = (one: object, other: object): boolean => contentOf(one).equals(contentOf(other));
const number = (value: string) => ({ identifier: [{ system: 'urn:lab', value }] });

describe('what a resource says', () => {
  it('is the same in another order, and with what tells one sending from another', () => {
    expect(isSame(result({ a: { x: 1, y: [1, 2] } }), { a: { y: [1, 2], x: 1 }, ...result() })).toBe(true);
    const sending = { id: '7', meta: { lastUpdated: 'now' }, text: { div: '<div/>' } };
    expect(isSame(result(), result(sending))).toBe(true);
    expect(isSame(bundle(result()), bundle(result(sending), { timestamp: 'now' }))).toBe(true);
  });

  it('is another where anything of it is', () => {
    expect(isSame(result(), result({ status: 'corrected' }))).toBe(false);
    expect(isSame(bundle(result()), bundle(result({ valueString: 'POS' })))).toBe(false);
    expect(isSame(result({ a: [1, 2] }), result({ a: [2, 1] }))).toBe(false);
  });
});

describe('what a message is known by', () => {
  it('is its number; of a result with how far it has come and when', () => {
    const known = (more: object) => sourceIdOf(result({ ...number('1'), ...more }), undefined);
    expect(known({ valueString: 'POS' })).toBe(known({ valueString: 'NEG' }));
    for (const more of [
      { status: 'corrected' },
      { issued: '2026-01-01T00:00:00Z' },
      number('2'),
      { meta: { versionId: '2' } },
    ])
      expect(known(more)).not.toBe(known({}));
    const ofBundle = (more: object) => sourceIdOf(bundle(result(more), { identifier: { value: '1' } }), undefined);
    expect(ofBundle({})).toBe(ofBundle({ status: 'corrected' }));
  });

  it('is what it says, where it has no number', () => {
    expect(sourceIdOf(result({ id: '1' }), undefined)).toBe(sourceIdOf(result({ id: '2' }), undefined));
    expect(sourceIdOf(result(), undefined)).not.toBe(sourceIdOf(result({ valueString: 'POS' }), undefined));
  });

  it('is what the sender says that it is known by', () => {
    expect(ifNoneExistIn('identifier=urn:lab|1')).toBe('identifier=urn:lab|1');
    expect(sourceIdOf(result(number('1')), 'identifier=x')).toBe(sourceIdOf(result(number('2')), 'identifier=x'));
    for (const header of ['identifier=', 'identifier=a&status=final', 'name=ada', ['identifier=a', 'identifier=b']])
      expect(() => ifNoneExistIn(header)).toThrow();
    expect([undefined, ''].map(ifNoneExistIn)).toEqual([undefined, undefined]);
  });
});

describe('a body', () => {
  it('is a resource, in UTF-8', () => {
    expect(resourceIn(Buffer.from('\ufeff{"resourceType":"Basic","x":"é"}'))).toEqual({
      resourceType: 'Basic',
      x: 'é',
    });
    for (const bytes of [Buffer.from([0x7b, 0xff]), Buffer.from('{}'), Buffer.from('null'), undefined])
      expect(() => resourceIn(bytes)).toThrow();
  });
});
