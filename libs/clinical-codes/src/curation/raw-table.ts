import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { RawRow } from './curate.ts';

/** The value sets as they were published, with classes that must not be used (fixtures/SOURCE.md). */
export function readRawTable(folder: string): readonly (RawRow & { readonly classes: readonly string[] })[] {
  const rows: Record<'loinc' | 'display' | 'classes', string>[] = parse(
    readFileSync(`${folder}/uds-loinc-by-drug-class.csv`),
    { columns: true },
  );
  return rows.map(({ loinc, display, classes }) => ({ loinc, display, classes: classes.split('|') }));
}
