import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { createKeys, KeysUnreadable, readKeys } from './keys.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file of keys', () => {
  it('is made once, and a second call leaves it alone', () => {
    const file = join(folder, 'keys.json');
    createKeys(file);
    const first = readFileSync(file, 'utf8');
    createKeys(file);
    expect(readFileSync(file, 'utf8')).toBe(first);
  });

  it('can be read by its owner only', () => {
    const file = join(folder, 'keys.json');
    createKeys(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('gives keys that do not print themselves', () => {
    const file = join(folder, 'keys.json');
    createKeys(file);
    const secret = readFileSync(file, 'utf8').match(/"key": "([^"]+)"/)?.[1];
    const { root } = readKeys(file);
    expect(secret).toHaveLength(43);
    expect(inspect(root, { depth: 9 }) + JSON.stringify(root)).not.toContain(secret);
  });

  it.each([
    ['is missing', undefined],
    ['is not JSON', 'canary-secret {'],
    ['lacks a key', '{"root":{"kid":"a","key":"canary-secret"}}'],
  ])('that %s is refused without repeating its content', (_, content) => {
    const file = join(folder, 'keys.json');
    if (content !== undefined) writeFileSync(file, content, { mode: 0o600 });
    expect(() => readKeys(file)).toThrow(KeysUnreadable);
    expect(() => readKeys(file)).not.toThrow(/canary-secret/);
  });

  it('that everyone may read is refused', () => {
    const file = join(folder, 'keys.json');
    writeFileSync(file, '{}', { mode: 0o604 });
    expect(() => readKeys(file)).toThrow(/everyone/);
  });
});
