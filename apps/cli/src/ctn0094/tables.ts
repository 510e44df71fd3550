import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

/** Study days count from consent (day 0); a few rows have none. */
const day = z
  .string()
  .transform((text) => (text === '' ? undefined : Number(text)))
  .pipe(z.int().optional());
const who = z.string().regex(/^\d+$/);
const ticked = z.string().transform((text) => text === '1');

export const arms = [
  'Inpatient BUP',
  'Inpatient NR-NTX',
  'Methadone',
  'Outpatient BUP',
  'Outpatient BUP + EMM',
  'Outpatient BUP + SMM',
] as const;
export type Arm = (typeof arms)[number];

export const substances = [
  'Alcohol',
  'Amphetamine',
  'Benzodiazepine',
  'Buprenorphine',
  'Cocaine',
  'Mdma/Hallucinogen',
  'Methadone',
  'Opioid',
  'Sedatives',
  'Thc',
] as const;
export type Substance = (typeof substances)[number];

const Everybody = z.object({ who, project: z.enum(['27', '30', '51']) });
const Randomization = z.object({ who, treatment: z.enum(arms), which: z.enum(['1', '2']), when: day });
const Detox = z.object({ who, what: z.enum(['admission', 'discharge']), when: day });
const PositiveClass = z.object({ who, what: z.enum(substances), when: day });
const Collected = z.object({ who, was_temp_ok: z.enum(['0', '1', '99', '']), when: day });
const ContactDay = z.object({ who, when: day, visitImputed: z.enum(['Present', 'Missing']) });
const Visit = z.object({ who, is_left_study: ticked, when: day });

export interface TrialTables {
  readonly everybody: readonly z.output<typeof Everybody>[];
  readonly randomization: readonly z.output<typeof Randomization>[];
  readonly detox: readonly z.output<typeof Detox>[];
  readonly uds: readonly z.output<typeof PositiveClass>[];
  readonly uds_temp: readonly z.output<typeof Collected>[];
  readonly visit_imputed: readonly z.output<typeof ContactDay>[];
  readonly visit: readonly z.output<typeof Visit>[];
}

/** The folder is another one, or not whole. */
class TrialDataMissing extends Error {
  readonly code = 'TRIAL_DATA_MISSING';
  constructor(file: string) {
    super(`There is no ${file}. The trial's data come with the project, in infra/demonstration/ctn0094.`);
    this.name = 'TrialDataMissing';
  }
}

/**
 * Rows of one table of the trial data, checked.
 * @throws TrialDataMissing; ZodError if the file is not what SOURCE.md says
 */
async function readTable<Row>(folder: string, name: keyof TrialTables, row: z.ZodType<Row>): Promise<Row[]> {
  const file = join(folder, `${name}.csv.gz`);
  if (!existsSync(file)) throw new TrialDataMissing(file);
  const text = gunzipSync(await readFile(file)).toString('utf8');
  const rows: unknown = parse(text, { columns: true, skip_empty_lines: true });
  return z.array(row).parse(rows);
}

/** The public trial data of CTN-0094 (see SOURCE.md beside the files). */
export async function readTables(folder: string): Promise<TrialTables> {
  const [everybody, randomization, detox, uds, uds_temp, visit_imputed, visit] = await Promise.all([
    readTable(folder, 'everybody', Everybody),
    readTable(folder, 'randomization', Randomization),
    readTable(folder, 'detox', Detox),
    readTable(folder, 'uds', PositiveClass),
    readTable(folder, 'uds_temp', Collected),
    readTable(folder, 'visit_imputed', ContactDay),
    readTable(folder, 'visit', Visit),
  ]);
  return { everybody, randomization, detox, uds, uds_temp, visit_imputed, visit };
}
