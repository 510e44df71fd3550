import { createLogger } from '../logger.ts';
import { contentHash } from './content-hash.ts';
import { knownVersions } from './known-versions.ts';
import { ProgrammeChanged } from './programme-changed.ts';
import { programmesDir, readProgrammeFiles, readProgrammes } from './programme-files.ts';
import type { PublishedVersion } from './published-versions.ts';

const files = readProgrammeFiles(programmesDir({}));
const second = readProgrammes(programmesDir({})).find({ id: 'standard-four', version: 2 });

function logged() {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { lines, logger: createLogger({ program: 'spec', level: 'error', destination }) };
}

const published = (id: string, version: number, content: unknown): PublishedVersion => ({
  ...{ id, version, content, contentHash: contentHash(content) },
  publishedAt: '2026-05-04T10:00:00.000Z',
  publishedBy: 'manager-1',
});
const ours = (version: number, more: object = {}) =>
  published('our-four', version, { ...second, id: 'our-four', version, ...more });

describe('a process that knows what ships', () => {
  it('finds a version that it learns, and the newest of its programme', () => {
    const known = knownVersions(files, logged().logger);
    expect(known.programmes().newest('our-four')).toBeUndefined();
    known.take([ours(1), ours(2)]);
    expect(known.programmes().newest('our-four')?.version).toBe(2);
    expect(known.published({ id: 'our-four', version: 1 })?.publishedBy).toBe('manager-1');
  });

  it('keeps what it has read of a version, whatever it learns later', () => {
    const known = knownVersions(files, logged().logger);
    const before = known.programmes().find({ id: 'standard-four', version: 2 });
    known.take([published('standard-four', 2, second), ours(1)]);
    expect(known.programmes().find({ id: 'standard-four', version: 2 })).toBe(before);
  });

  it('leaves out a version that a newer build wrote, says so once, and knows the others', () => {
    const { lines, logger } = logged();
    const known = knownVersions(files, logger);
    known.take([ours(1), ours(2, { format: 3, moonPhases: [] })]);
    expect(known.programmes().newest('our-four')?.version).toBe(1);
    expect(known.learned.map(({ version }) => version)).toEqual([1, 2]);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('cannot be read by this build');
  });

  it('completes a version of the first format whose file does not ship any more', () => {
    const contents = files.contents.filter(({ name }) => name !== 'standard-four.v1.json');
    const first = files.contents.find(({ name }) => name === 'standard-four.v1.json')?.content;
    const known = knownVersions({ ...files, contents }, logged().logger);
    known.take([published('standard-four', 1, first)]);
    expect(known.programmes().find({ id: 'standard-four', version: 1 })?.crisis.acknowledgeMinutes).toBe(15);
  });

  it('refuses what was published otherwise under the number of a file, and takes nothing over', () => {
    const known = knownVersions(files, logged().logger);
    const changed = published('standard-four', 2, { ...second, title: 'Four other levels' });
    expect(() => known.take([ours(1), changed])).toThrow(ProgrammeChanged);
    expect(known.programmes().newest('our-four')).toBeUndefined();
    expect(known.learned).toEqual([]);
  });
});

describe('the hash of a content', () => {
  it('does not depend on the order of keys', () => {
    expect(contentHash({ a: [1, { b: 2, c: null }], d: 'é' })).toBe(contentHash({ d: 'é', a: [1, { c: null, b: 2 }] }));
  });

  it('depends on every value, and on the order of lists', () => {
    const hashes = [{ a: [1, 2] }, { a: [2, 1] }, { a: [1, '2'] }, { a: { 0: 1, 1: 2 } }].map(contentHash);
    expect(new Set(hashes).size).toBe(4);
  });

  it.each([['standard-four.v1.json', 'c8e711ab4236cca221c04b681c36ffeca3720eb420951f45dd1e4c0cde120371']])(
    'of the version that has been in use is what it was: %s',
    (name, hash) => {
      expect(contentHash(files.contents.find((file) => file.name === name)?.content)).toBe(hash);
    },
  );
});
