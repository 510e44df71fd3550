import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CommandOf, Context, Instant, OpenedJourney, Programme, ProgrammeVersion } from '@stepway/pathway';
import { faultsOf, readProgramme, SiteFile, sitesAgainst, type FieldFault, type Site } from '@stepway/contracts';

/** What names its programme version and its site: a journey, or the wish to open one. */
export type Placed = Pick<OpenedJourney, 'programme' | 'siteId'> | CommandOf<'OpenEpisode'>;

/** The published programmes and the sites of this deployment. */
export interface Programmes {
  /** Every version, by id and then by version. */
  readonly all: readonly Programme[];
  readonly sites: readonly Site[];
  find(wanted: ProgrammeVersion): Programme | undefined;
  newest(id: string): Programme | undefined;
  site(siteId: string): Site | undefined;
  /**
   * What the rules may know beside the journey. `eventId` may be left out only where nobody keeps the events (`due`).
   * @throws NotPublished if this deployment lacks the programme version or the site
   */
  contextFor(subject: Placed, now: Instant, eventId?: Context['eventId']): Context;
}

/** A journey stands on a programme version or a site that this deployment does not have. */
export class NotPublished extends Error {
  readonly code = 'NOT_PUBLISHED';
  constructor(what: string) {
    super(`${what} is not published here`);
    this.name = 'NotPublished';
  }
}

/** A file of programmes or sites breaks its own rules; the paths say where. */
export class ProgrammeFileInvalid extends Error {
  readonly code = 'PROGRAMME_FILE_INVALID';
  constructor(file: string, faults: readonly FieldFault[], options?: ErrorOptions) {
    super([`${file} cannot be used:`, ...faults.map(faultLine)].join('\n'), options);
    this.name = 'ProgrammeFileInvalid';
  }
}

/** Where the programmes lie: `STEPWAY_PROGRAMMES_DIR`, else those of the project (working directory = its root). */
export const programmesDir = (environment: Readonly<Record<string, string | undefined>>): string =>
  environment['STEPWAY_PROGRAMMES_DIR'] || join('libs', 'pathway', 'programmes');

/**
 * Reads `sites.json` and every other `*.json` of a folder: one programme version each.
 * @throws ProgrammeFileInvalid naming the file and the paths
 */
export function readProgrammes(dir: string): Programmes {
  const files = namesIn(dir).filter((name) => name.endsWith('.json') && name !== 'sites.json');
  const contents = files.map((name) => ({ name, content: contentOf(join(dir, name)) }));
  const [current, earlier] = [contents.filter(hasFormat), contents.filter((file) => !hasFormat(file))];
  const known = current.map((file) => programmeOf(file, []));
  const programmes = programmesOf([...known, ...earlier.map((file) => programmeOf(file, known))], sitesIn(dir));
  const faults = sitesAgainst(programmes.sites, programmes.newest);
  if (faults.length > 0) throw new ProgrammeFileInvalid('sites.json', faults);
  return programmes;
}

/** The same from what was read elsewhere. @throws ProgrammeFileInvalid if a version is there twice */
export function programmesOf(programmes: readonly Programme[], sites: readonly Site[]): Programmes {
  const all = programmes.toSorted((a, b) => a.id.localeCompare(b.id) || a.version - b.version);
  const byVersion = new Map<string, Programme>();
  for (const programme of all) {
    const name = nameOf(programme);
    if (byVersion.has(name)) throw new ProgrammeFileInvalid(name, wholeFile('this version is there twice'));
    byVersion.set(name, programme);
  }
  const bySite = new Map(sites.map((site) => [site.siteId, site]));
  return {
    all,
    sites,
    find: (wanted) => byVersion.get(nameOf(wanted)),
    newest: (id) => all.findLast((programme) => programme.id === id),
    site: (siteId) => bySite.get(siteId),
    contextFor: ({ programme: wanted, siteId }, now, eventId = noId) => {
      const programme = byVersion.get(nameOf(wanted));
      if (programme === undefined) throw new NotPublished(`Programme ${nameOf(wanted)}`);
      const calendar = bySite.get(siteId);
      if (calendar === undefined) throw new NotPublished(`Site ${siteId}`);
      return { now, programme, calendar, eventId };
    },
  };
}

function noId(): string {
  throw new Error('An event id was asked for where none was given');
}

const nameOf = ({ id, version }: ProgrammeVersion): string => `${id} v${version}`;

function namesIn(dir: string): readonly string[] {
  try {
    return readdirSync(dir).toSorted();
  } catch (error) {
    throw new ProgrammeFileInvalid(dir, wholeFile('the folder of programmes cannot be read'), { cause: error });
  }
}

const hasFormat = ({ content }: File): boolean =>
  typeof content === 'object' && content !== null && 'format' in content;

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ProgrammeFileInvalid(basename(file), wholeFile('missing, not readable or not JSON'), { cause: error });
  }
}

interface File {
  readonly name: string;
  readonly content: unknown;
}

function programmeOf({ name, content }: File, known: readonly Programme[]): Programme {
  const read = readProgramme(content, known);
  if ('faults' in read) throw new ProgrammeFileInvalid(name, read.faults);
  return read.programme;
}

function sitesIn(dir: string): readonly Site[] {
  const parsed = SiteFile.safeParse(contentOf(join(dir, 'sites.json')));
  if (!parsed.success) throw new ProgrammeFileInvalid('sites.json', faultsOf(parsed.error));
  return parsed.data.sites;
}

const wholeFile = (message: string): readonly FieldFault[] => [{ pointer: '', message }];
const faultLine = ({ pointer, message }: FieldFault): string => `  ${pointer === '' ? '' : `${pointer}: `}${message}`;
