import analytes from './analytes.json' with { type: 'json' };
import { curate, type RawRow } from './curate.ts';

const source =
  'Codes and names: urine-drug-screening value sets of cqframework/opioid-cds-r4, commit ' +
  'b29bdcbf6db6f3de26486dbc3820572ee9a78b89 (CC0 1.0). Classes: curation/analytes.json.';

const notice =
  'This material contains content from LOINC (http://loinc.org). LOINC is copyright Regenstrief Institute, Inc. and ' +
  'the Logical Observation Identifiers Names and Codes (LOINC) Committee and is available at no cost under the ' +
  'license at http://loinc.org/license.';

/** The whole curated table, as `loinc/table.json` holds it. */
export const curatedTable = (rows: readonly RawRow[]) => ({
  source,
  licence: 'CC0-1.0; LOINC',
  notice,
  speaksForClass: analytes.speaksForClass,
  tests: Object.fromEntries(
    rows
      .toSorted((a, b) => Number.parseInt(a.loinc, 10) - Number.parseInt(b.loinc, 10))
      .map((row) => [row.loinc, { name: row.display, ...curate(row, analytes) }]),
  ),
});
