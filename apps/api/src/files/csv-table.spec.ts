import { fileColumns, largestFile, type FileKind } from '@stepway/contracts';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { FileNotReadable, readCsv } from './csv-table.ts';

const header = fileColumns.screens.map(({ name }) => name);
const line = 'A-1,,,S-1,2026-11-20 09:10,2026-11-21 16:02,,definitive,cocaine,,,';
const file = (...lines: readonly string[]): Buffer => Buffer.from([header.join(','), ...lines].join('\r\n'));
const faultOf = (bytes: Buffer, kind: FileKind = 'screens'): unknown => {
  try {
    return readCsv(bytes, kind).length;
  } catch (error) {
    if (!(error instanceof FileNotReadable)) throw error;
    return error.column === undefined ? error.fault : [error.fault, error.column];
  }
};

describe('a file of a spreadsheet', () => {
  it.each([
    ['with commas', ','],
    ['with semicolons', ';'],
    ['with tabs', '\t'],
  ])('is read %s', (_, separator) => {
    const text = [header, line.split(',')].map((cells) => cells.join(separator)).join('\n');
    expect(readCsv(Buffer.from(text), 'screens')[0]?.cells.get('positive')).toBe('cocaine');
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\ufeffrecord_number', 'utf8')],
    ['UTF-16', Buffer.from('\ufeffrecord_number', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeffrecord_number', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('record_number', 'latin1')],
  ])('is read in %s', (name, begin) => {
    const encoding = name.startsWith('UTF-16') ? 'utf16le' : name.startsWith('UTF-8') ? 'utf8' : 'latin1';
    const names = 'given_name,family_name,birth_date,site,programme,level,referred_at';
    const text = `,${names}\r\nA-1,Zoë,Müller,1980-02-03,main,standard-four,iop,2026-11-20`;
    const rest = Buffer.from(text, encoding);
    const bytes = Buffer.concat([begin, name.includes('other') ? rest.swap16() : rest]);
    expect(readCsv(bytes, 'roster')[0]?.cells.get('family_name')).toBe('Müller');
  });

  it('tells each line as a person counts it, also after a cell of two lines and an empty one', () => {
    const long = line.replace('definitive', '"defini\ntive"');
    expect(readCsv(file(line, long, '', line), 'screens').map((one) => one.line)).toEqual([2, 3, 6]);
  });

  it('is read with every end of a line, also where they differ', () => {
    const text = `${header.join(',')}\r\n${line}\n${line}\r${line}`;
    expect(readCsv(Buffer.from(text), 'screens').map((one) => one.line)).toEqual([2, 3, 4]);
  });

  it('holds text in every cell, also where a spreadsheet would calculate', () => {
    const cell = '=HYPERLINK("http://x")';
    const csv = file(line.replace('A-1', `"${cell.replaceAll('"', '""')}"`));
    expect(readCsv(csv, 'screens')[0]?.cells.get('record_number')).toBe(cell);
    const kept = file(line.replace('A-1', "'-1"));
    expect(readCsv(kept, 'screens')[0]?.cells.get('record_number')).toBe('-1');
  });

  it('says of a line that has more cells than there are columns that it was split', () => {
    expect(readCsv(file(`${line},x`, `${line},`), 'screens').map(({ isSplit }) => isSplit)).toEqual([true, false]);
  });
});

describe('a file that cannot be looked at', () => {
  it.each<[string, Buffer, unknown]>([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['only names of columns', file(), 'empty'],
    ['bytes that are no text', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'not-text'],
    ['a NUL in a cell', file(line.replace('A-1', 'A\u0000')), 'not-text'],
    ['a person in its first line', Buffer.from(line), 'other-columns'],
    ['a column that nobody knows', Buffer.from(`${header.join(',')},Canary\n${line},1`), ['column-unknown', '13']],
    ['a column twice', Buffer.from(`${header.join(',')},stage\n${line},1`), ['column-twice', 'stage']],
    ['a column too few', Buffer.from('record_number,stage\nA,definitive'), ['column-missing', 'specimen']],
    ['a quote that never ends', file(line.replace('A-1', '"canary')), 'quotes'],
    ['too many lines', file(...Array.from({ length: largestFile.lines + 1 }, () => line)), 'too-many-lines'],
  ])('holds %s', (_, bytes, fault) => expect(faultOf(bytes)).toEqual(fault));

  it('is told soon, and in our own words, whatever its bytes are', () => {
    const begun = process.cpuUsage();
    for (const text of [
      '"'.repeat(1_000_000),
      ','.repeat(1_000_000),
      '\n'.repeat(1_000_000),
      `${header.join(',')}\n${'"a",'.repeat(200_000)}`,
    ])
      expect(typeof faultOf(Buffer.from(text))).not.toBe('undefined');
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(4_000);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(['string', 'number', 'object']).toContain(
          typeof faultOf(Buffer.concat([file(), Buffer.from('\n'), bytes])),
        );
      }),
    );
  });
});

const text = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  // eslint-disable-next-line no-control-regex
  .filter((one) => !/[\u0000-\u001f\u007f]/.test(one) && one === one.trim() && !/^'[=+\-@＝＋－＠]/.test(one));

describe('what is written for a spreadsheet', () => {
  it('comes back as it was, and none of it is a formula', () => {
    const rows = fc.array(fc.array(text, { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t'), (found, delimiter) => {
        const filled = found.map((row) => ['x', ...row.slice(1)]);
        const written = stringify([header, ...filled], { delimiter, escape_formulas: true });
        expect(readCsv(Buffer.from(written), 'screens').map(({ cells }) => [...cells.values()])).toEqual(filled);
        expect(
          /(^|[,;\t\n]"?)[=+\-@]/.test(
            stringify(
              filled.map((row) => row.filter((cell) => /^[=+\-@]/.test(cell))),
              { escape_formulas: true },
            ),
          ),
        ).toBe(false);
      }),
    );
  });
});
