import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, constants } from 'node:zlib';

const encodings: readonly ((bytes: Buffer) => readonly string[])[] = [
  (bytes) => [bytes.toString('latin1')],
  (bytes) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()],
  (bytes) => [Buffer.from(bytes.toString('utf8'), 'utf16le').toString('latin1')],
  // Base64 at each of the three places where it may begin, without the characters that its neighbours change.
  (bytes) =>
    [0, 1, 2].map((shift) =>
      Buffer.concat([Buffer.alloc(shift), bytes])
        .toString('base64')
        .slice(Math.ceil((shift * 4) / 3), -4),
    ),
  (bytes) => [each(bytes, (hex) => `%${hex.toUpperCase()}`), each(bytes, (hex) => `%${hex}`)],
  (bytes) => [each(bytes, (hex) => `\\u00${hex}`), each(bytes, (hex) => `\\x${hex}`)],
];

const each = (bytes: Buffer, write: (hex: string) => string): string =>
  [...bytes].map((byte) => write(byte.toString(16).padStart(2, '0'))).join('');

/** A word as it may be written in a file: as it is, in other case, and encoded. In bytes, each as a Latin 1 character. */
export const formsOf = (word: string): readonly string[] => [
  ...new Set(
    [word, word.toLowerCase(), word.toUpperCase()].flatMap((spelt) =>
      encodings.flatMap((encode) => encode(Buffer.from(spelt))),
    ),
  ),
];

/** Whether bytes hold one of the forms, also within something gzipped that begins anywhere in them. */
export function holds(content: Buffer, forms: readonly string[]): boolean {
  const found = (bytes: Buffer): boolean => forms.some((form) => bytes.includes(Buffer.from(form, 'latin1')));
  return found(content) || gzippedIn(content).some(found);
}

const gzipBegins = Buffer.from([0x1f, 0x8b, 0x08]);

function gzippedIn(content: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = content.indexOf(gzipBegins); at !== -1; at = content.indexOf(gzipBegins, at + 1)) {
    try {
      parts.push(gunzipSync(content.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH }));
    } catch {
      // three bytes by chance
    }
  }
  return parts;
}

/** The files below a folder that hold one of the forms. */
export const filesWith = (dir: string, forms: readonly string[]): readonly string[] =>
  [...filesBelow(dir)].filter((path) => holds(readFileSync(path), forms));

function* filesBelow(dir: string): Generator<string> {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(path);
    else if (entry.isFile() && statSync(path).size > 0) yield path;
  }
}
