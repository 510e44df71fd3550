import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { breakingChanges, type Direction } from './contracts/breaking-changes.ts';
import { breaking, harmless, published, widening, type Change } from './contracts/planted-changes.ts';
import { compareWithPublished, publish } from './contracts/publication.ts';

const changed = (change: Change) => {
  const schema = published();
  change(schema);
  return schema;
};
const broken = (change: Change, direction: Direction): readonly string[] =>
  breakingChanges(published(), changed(change), direction).map(({ field, what }) => `${field}: ${what}`);

describe('a change of a published message', () => {
  it.each(breaking)('breaks readers and senders: %s', (_, change, said) => {
    expect(broken(change, 'sent')).toContain(said);
    expect(broken(change, 'taken')).toContain(said);
  });

  it.each(widening)('breaks readers, and lets senders be: %s', (_, change, said) => {
    expect(broken(change, 'sent')).toEqual([said]);
    expect(broken(change, 'taken')).toEqual([]);
  });

  it.each(harmless)('lets all be: %s', (_, change) =>
    expect([broken(change, 'sent'), broken(change, 'taken')]).toEqual([[], []]),
  );
});

describe('the published form', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepway-published-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const of = (schema: object, ceType = 'a.v1') =>
    new Map([[ceType, { schema: { ...schema }, direction: 'sent' as const }]]);
  const inFile = () => JSON.parse(readFileSync(join(folder, 'a.v1.json'), 'utf8'));

  it('is written, then gains what was added, and is never written over by what breaks', () => {
    expect(compareWithPublished(folder, of(published()))).toEqual({ breaking: [], unwritten: ['a.v1'] });
    publish(folder, of(published()));
    const grown = changed(({ properties }) => Object.assign(properties, { more: { type: 'string' } }));
    expect(compareWithPublished(folder, of(grown))).toEqual({ breaking: [], unwritten: ['a.v1'] });
    publish(folder, of(grown));
    expect(inFile()).toEqual(grown);
    // What was added is published from then on: without it, it breaks.
    publish(folder, of(published()));
    expect(inFile()).toEqual(grown);
    expect(compareWithPublished(folder, of(published()))).toEqual({
      breaking: ['a.v1: more: it is gone'],
      unwritten: [],
    });
  });

  it('stays when its message is no longer written', () => {
    expect(compareWithPublished(folder, of({}, 'a.v2'))).toEqual({
      breaking: ['a.v1: the whole: it is gone'],
      unwritten: ['a.v2'],
    });
  });
});
