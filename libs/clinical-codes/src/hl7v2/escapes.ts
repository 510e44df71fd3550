const meant: Readonly<Record<string, string>> = { F: '|', S: '^', T: '&', R: '~', E: '\\', '.br': '\n' };
const written: readonly (readonly [RegExp, string])[] = [
  [/\\/g, '\\E\\'],
  [/\|/g, '\\F\\'],
  [/\^/g, '\\S\\'],
  [/&/g, '\\T\\'],
  [/~/g, '\\R\\'],
  [/\r/g, '\\X0D\\'],
  [/\n/g, '\\X0A\\'],
];
// eslint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What a component means: separators and bytes that were written as escapes; marks of how to print it are left out. */
export const unescaped = (text: string): string =>
  text.includes('\\')
    ? text.replace(/\\([^\\]{0,2000})\\/g, (whole, escape: string) => {
        if (Object.hasOwn(meant, escape)) return meant[escape] ?? '';
        if (/^X([0-9A-Fa-f]{2})+$/.test(escape)) return bytesOf(escape.slice(1));
        return /^([HN]|[.CMZ].*)$/.test(escape) ? '' : whole;
      })
    : text;

/** A text as one component: it can neither end it nor begin a segment. */
export const escaped = (text: string): string =>
  written.reduce((done, [separator, escape]) => done.replace(separator, escape), text).replace(control, '');

/** Bytes are UTF-8 where they can be, else ISO 8859-1; a control character is a space. */
function bytesOf(hexadecimal: string): string {
  const bytes = Uint8Array.from(hexadecimal.match(/../g) ?? [], (two) => Number.parseInt(two, 16));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(control, ' ');
  } catch {
    return [...bytes].map((byte) => String.fromCharCode(byte)).join('').replace(control, ' '); // prettier-ignore
  }
}
