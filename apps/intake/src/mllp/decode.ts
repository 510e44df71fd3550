/** How the bytes of a message are read. */
export type Encoding = 'ascii' | 'utf8' | 'latin1';

/** MSH-18 (HL7 table 0211); without a word ASCII. */
const encodings: ReadonlyMap<string, Encoding> = new Map([
  ['', 'ascii'],
  ['ASCII', 'ascii'],
  ['UNICODE UTF-8', 'utf8'],
  ['8859/1', 'latin1'],
]);

/** The encoding by the name that MSH-18 gives it; a message that changes it on the way has none. */
export function encodingOf(characterSet: string): Encoding | undefined {
  const [first = '', ...others] = characterSet.split('~').map((name) => name.trim().toUpperCase());
  return others.every((name) => name === '') ? encodings.get(first) : undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// Line ends and tabs are text; the others are none, and a database keeps no NUL.
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The text of the bytes; undefined where they are none in this encoding. */
export function decoded(bytes: Buffer, encoding: Encoding): string | undefined {
  const text = encoding === 'utf8' ? utf8Of(bytes) : bytes.toString('latin1');
  // eslint-disable-next-line no-control-regex
  if (text === undefined || (encoding === 'ascii' && /[^\u0000-\u007f]/.test(text))) return undefined;
  return control.test(text) ? undefined : text;
}

function utf8Of(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
