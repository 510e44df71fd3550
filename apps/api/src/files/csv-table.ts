import { fileColumns, largestFile, type FileColumn, type FileFault, type FileKind } from '@stepway/contracts';
import { CsvError, parse } from 'csv-parse/sync';

/** A line below the first one: what stands in it by the name of its column, trimmed. */
export interface CsvLine {
  readonly line: number;
  readonly cells: ReadonlyMap<string, string>;
  /** More stands in it than there are columns: a cell was perhaps split. */
  readonly isSplit: boolean;
}

/** A file that cannot be looked at; `column` is the place or our own name of a column, never what stands in it. */
export class FileNotReadable extends Error {
  readonly code = 'FILE_NOT_READABLE';
  constructor(
    readonly fault: FileFault,
    readonly column?: string,
  ) {
    super(`The file cannot be read: ${fault}`);
  }
}

/** Also where a file has several of them: people join files. */
const lineEnds = ['\r\n', '\n', '\r'];
const separators = [',', ';', '\t'] as const;

/**
 * Reads a CSV file as spreadsheets write it: UTF-8, UTF-16 with its mark, or else Windows-1252; comma, semicolon or tab;
 * quotes doubled inside quotes. Every cell is text, also what looks like a formula.
 * @throws FileNotReadable
 */
export function readCsv(bytes: Buffer, kind: FileKind): readonly CsvLine[] {
  const text = textOf(bytes);
  const [first, ...rows] = recordsIn(text, separatorOf(text, kind));
  if (first === undefined) throw new FileNotReadable('empty');
  const names = first.cells.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  refuseColumns(names, fileColumns[kind]);
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new FileNotReadable('empty');
  if (filled.length > largestFile.lines) throw new FileNotReadable('too-many-lines');
  return filled.map(({ line, cells }) => ({
    line,
    cells: new Map(names.map((name, at) => [name, asWritten(cells[at] ?? '')])),
    isSplit: cells.slice(names.length).some((cell) => cell.trim() !== ''),
  }));
}

/** The mark that keeps a cell text in a spreadsheet is none of its text. */
const asWritten = (cell: string): string =>
  cell
    .trim()
    .replace(/^'(?=[=+\-@＝＋－＠])/, '')
    .trim();

function textOf(bytes: Buffer): string {
  const encoding = bytes.subarray(0, 2).equals(Buffer.of(0xff, 0xfe))
    ? 'utf-16le'
    : bytes.subarray(0, 2).equals(Buffer.of(0xfe, 0xff))
      ? 'utf-16be'
      : undefined;
  const text =
    encoding === undefined ? (decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1252')) : decoded(bytes, encoding);
  // What holds such characters is a picture, a workbook, or worse; a database keeps no NUL.
  // eslint-disable-next-line no-control-regex
  if (text === undefined || /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text) || /\p{Surrogate}/u.test(text))
    throw new FileNotReadable('not-text');
  return text;
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The one by which most of the first line are names that we know. */
function separatorOf(text: string, kind: FileKind): string {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const known = new Set<string>(fileColumns[kind].map(({ name }) => name));
  const count = (separator: string): number =>
    first.split(separator).filter((name) =>
      known.has(
        name
          .replaceAll('"', '')
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_'),
      ),
    ).length;
  return separators.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function recordsIn(
  text: string,
  delimiter: string,
): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const begins: number[] = [];
  try {
    const records: string[][] = parse(text, {
      ...{
        delimiter,
        record_delimiter: lineEnds,
        skip_empty_lines: true,
        relax_column_count: true,
        max_record_size: 65_536,
      },
      // `to`: what is more is not read at all.
      to: largestFile.lines + 2,
      on_record: (record: string[], { lines }) => {
        begins.push(lines - breaksIn(record));
        return record;
      },
    });
    return records.map((cells, at) => ({ line: begins[at] ?? at + 1, cells }));
  } catch (error) {
    if (error instanceof CsvError) throw new FileNotReadable('quotes'); // its words repeat the cell
    throw error;
  }
}

const breaksIn = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

function refuseColumns(names: readonly string[], columns: readonly FileColumn[]): void {
  const known = new Set<string>(columns.map(({ name }) => name));
  // A first line that is not one of names holds a person's.
  if (!names.some((name) => known.has(name))) throw new FileNotReadable('other-columns');
  const unknown = names.findIndex((name) => name !== '' && !known.has(name));
  if (unknown !== -1) throw new FileNotReadable('column-unknown', String(unknown + 1));
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice !== undefined) throw new FileNotReadable('column-twice', twice);
  const missing = columns.find((column) => column.needed && !names.includes(column.name));
  if (missing !== undefined) throw new FileNotReadable('column-missing', missing.name);
}
