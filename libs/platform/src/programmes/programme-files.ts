import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { faultsOf, SiteFile, sitesAgainst, type FieldFault, type Site } from '@stepway/contracts';
import { ProgrammeFileInvalid } from './programme-file-invalid.ts';
import { programmesFrom, type ProgrammeContent } from './programme-contents.ts';
import { programmesOf, type Programmes } from './programmes.ts';

/** What ships: the contents of the folder as they stand there. */
export interface ProgrammeFiles {
  readonly contents: readonly ProgrammeContent[];
  readonly sites: readonly Site[];
}

/** Where the programmes lie: `STEPWAY_PROGRAMMES_DIR`, else those of the project (working directory = its root). */
export const programmesDir = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment['STEPWAY_PROGRAMMES_DIR'] || join('libs', 'pathway', 'programmes');

/**
 * Reads `sites.json` and every other `*.json` of a folder: one programme version each.
 * @throws ProgrammeFileInvalid naming the file
 */
export function readProgrammeFiles(dir: string): ProgrammeFiles {
  const names = namesIn(dir).filter((name) => name.endsWith('.json') && name !== 'sites.json');
  return {
    contents: names.map((name) => ({ name, content: contentOf(join(dir, name)) })),
    sites: sitesIn(join(dir, 'sites.json')),
  };
}

/** The programmes of a folder, without what is published elsewhere. @throws ProgrammeFileInvalid */
export function readProgrammes(dir: string): Programmes {
  const { contents, sites } = readProgrammeFiles(dir);
  const programmes = programmesOf(programmesFrom(contents), sites);
  const faults = sitesAgainst(programmes.sites, programmes.newest);
  if (faults.length > 0) throw new ProgrammeFileInvalid('sites.json', faults);
  return programmes;
}

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir).toSorted();
  } catch (error) {
    throw new ProgrammeFileInvalid(dir, wholeFile('the folder of programmes cannot be read'), { cause: error });
  }
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ProgrammeFileInvalid(basename(file), wholeFile('missing, not readable or not JSON'), { cause: error });
  }
}

function sitesIn(file: string): readonly Site[] {
  const parsed = SiteFile.safeParse(contentOf(file));
  if (!parsed.success) throw new ProgrammeFileInvalid(basename(file), faultsOf(parsed.error));
  return parsed.data.sites;
}

const wholeFile = (message: string): readonly FieldFault[] => [{ pointer: '', message }];
