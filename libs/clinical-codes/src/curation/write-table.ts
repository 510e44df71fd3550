import { writeFileSync } from 'node:fs';
import { readRawTable } from './raw-table.ts';
import { curatedTable } from './table.ts';

// `npm run curate -w @stepway/clinical-codes`: after a change of analytes.json, or of the raw table.
const { tests, ...head } = curatedTable(readRawTable('fixtures'));
const lines = Object.entries(tests).map(([loinc, test]) => `    ${JSON.stringify(loinc)}: ${JSON.stringify(test)}`);
const top = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
writeFileSync('src/loinc/table.json', `{\n${top.join(',\n')},\n  "tests": {\n${lines.join(',\n')}\n  }\n}\n`);
