import { readLocalTime } from '@stepway/clinical-codes';
import { largestFile, type CellFault } from '@stepway/contracts';
import type { z } from 'zod';
import type { CsvLine } from './csv-table.ts';

export interface Fault {
  readonly column: string;
  readonly fault: CellFault;
}

/** Reads the cells of a line one by one, and keeps what is wrong with them. */
export class Cells {
  readonly faults: Fault[] = [];
  readonly #line: CsvLine;

  constructor(line: CsvLine) {
    this.#line = line;
    if (line.isSplit) this.blame('', 'too-many-cells');
  }

  blame(column: string, fault: CellFault): undefined {
    this.faults.push({ column, fault });
  }

  /** Undefined where nothing stands there. */
  text(column: string): string | undefined {
    const text = this.#line.cells.get(column) ?? '';
    if (text.length > largestFile.cell) return this.blame(column, 'too-long');
    return text === '' ? undefined : text;
  }

  needed(column: string): string | undefined {
    const text = this.#line.cells.get(column) ?? '';
    return text === '' ? this.blame(column, 'missing') : this.text(column);
  }

  /** What a schema makes of a cell that is needed. */
  as<Schema extends z.ZodType>(column: string, schema: Schema): z.output<Schema> | undefined {
    return this.#parsed(column, this.needed(column), schema);
  }

  /** What a schema makes of a cell, where something stands there. */
  maybe<Schema extends z.ZodType>(column: string, schema: Schema): z.output<Schema> | undefined {
    return this.#parsed(column, this.text(column), schema);
  }

  #parsed<Schema extends z.ZodType>(
    column: string,
    text: string | undefined,
    schema: Schema,
  ): z.output<Schema> | undefined {
    if (text === undefined) return undefined;
    const parsed = schema.safeParse(text, { reportInput: false });
    return parsed.success ? parsed.data : this.blame(column, 'not-understood');
  }

  /**
   * A moment, as an instant.
   * @param timeZone of one without an offset
   * @param dayAlone whether a day alone is its beginning; else it is no moment
   */
  moment(
    column: string,
    text: string | undefined,
    { timeZone, now, dayAlone = false }: { readonly timeZone: string; readonly now: Date; readonly dayAlone?: boolean },
  ): string | undefined {
    if (text === undefined) return undefined;
    if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !dayAlone) return this.blame(column, 'no-moment');
    const at = readLocalTime(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text} 00:00` : text, timeZone);
    if (at === undefined) return this.blame(column, 'not-understood');
    return Date.parse(at) > now.getTime() ? this.blame(column, 'future') : at;
  }
}
