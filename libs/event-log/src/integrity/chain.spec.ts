import { canonical } from './canonical.ts';
import { chainHash, emptyStream, headerText } from './chain.ts';

const header = {
  episodeId: 'e1',
  version: 1,
  eventId: '5522c79d-fa12-5ed1-b61a-25261c7202c8',
  commandId: 'c1',
  index: 0,
  type: 'HoldPlaced',
  schemaVersion: 1,
  occurredAt: '2026-11-20T12:00:00.000Z',
  recordedAt: '2026-11-20T12:00:01.000Z',
};
const data = canonical({ holdId: 'h1' });
const metadata = canonical({ actor: { id: 'a', kind: 'person', role: 'nurse' } });
const hashed = chainHash(emptyStream.hash, header, data, metadata);

describe('the hash of an event', () => {
  it('covers the header in canonical form', () => {
    expect(headerText(header)).toBe(canonical(header));
  });

  it('never changes for the same content: old logs must verify', () => {
    // Python: sha256(bytes(32) + canonical JSON of [header, data, metadata])
    expect(hashed.toString('hex')).toBe('63ec10d51bf4c0e1ef3aba01e9ac0cd945f9ddd1e25c1b80bcf228aba11187bf');
  });

  it.each([
    ['the event before it', chainHash(hashed, header, data, metadata)],
    ['its data', chainHash(emptyStream.hash, header, canonical({ holdId: 'h2' }), metadata)],
    ['its actor', chainHash(emptyStream.hash, header, data, canonical({ actor: { id: 'b' } }))],
    ...Object.entries(header).map(([field, value]): [string, Buffer] => [
      field,
      chainHash(
        emptyStream.hash,
        { ...header, [field]: typeof value === 'number' ? value + 1 : `${value}x` },
        data,
        metadata,
      ),
    ]),
  ])('depends on %s', (_, other) => {
    expect(other.equals(hashed)).toBe(false);
  });
});
