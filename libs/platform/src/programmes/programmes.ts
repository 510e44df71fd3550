import type { CommandOf, Context, Instant, OpenedJourney, Programme, ProgrammeVersion } from '@stepway/pathway';
import type { Site } from '@stepway/contracts';
import { ProgrammeFileInvalid } from './programme-file-invalid.ts';

/** What names its programme version and its site: a journey, or the wish to open one. */
export type Placed = Pick<OpenedJourney, 'programme' | 'siteId'> | CommandOf<'OpenEpisode'>;

/** Programmes, each in all its versions, and the sites of this deployment. */
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

/** Finds programmes and sites among these. @throws ProgrammeFileInvalid if a version is there twice */
export function programmesOf(programmes: readonly Programme[], sites: readonly Site[]): Programmes {
  const all = programmes.toSorted((a, b) => a.id.localeCompare(b.id) || a.version - b.version);
  const byVersion = new Map<string, Programme>();
  for (const programme of all) {
    const name = nameOf(programme);
    if (byVersion.has(name))
      throw new ProgrammeFileInvalid(name, [{ pointer: '', message: 'this version is there twice' }]);
    byVersion.set(name, programme);
  }
  const find = (wanted: ProgrammeVersion): Programme | undefined => byVersion.get(nameOf(wanted));
  const bySite = new Map(sites.map((site) => [site.siteId, site]));
  return {
    all,
    sites,
    find,
    newest: (id) => all.findLast((programme) => programme.id === id),
    site: (siteId) => bySite.get(siteId),
    contextFor: ({ programme: wanted, siteId }, now, eventId = noId) => {
      const programme = byVersion.get(nameOf(wanted));
      if (programme === undefined) throw new NotPublished(`Programme ${nameOf(wanted)}`);
      const calendar = bySite.get(siteId);
      if (calendar === undefined) throw new NotPublished(`Site ${siteId}`);
      return { now, programme, calendar, eventId, published: find };
    },
  };
}

function noId(): string {
  throw new Error('An event id was asked for where none was given');
}

/** For people and maps: `standard-four v2`. */
export const nameOf = ({ id, version }: ProgrammeVersion): string => `${id} v${version}`;
