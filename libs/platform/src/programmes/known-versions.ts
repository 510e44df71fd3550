import { sitesAgainst } from '@stepway/contracts';
import type { Programme, ProgrammeVersion } from '@stepway/pathway';
import type { Logger } from '../logger.ts';
import { contentHash } from './content-hash.ts';
import { ProgrammeChanged } from './programme-changed.ts';
import { programmesFrom } from './programme-contents.ts';
import { ProgrammeFileInvalid } from './programme-file-invalid.ts';
import type { ProgrammeFiles } from './programme-files.ts';
import { nameOf, programmesOf, type Programmes } from './programmes.ts';
import type { PublishedVersion } from './published-versions.ts';

/** The versions that this process knows: what ships, and what it has learned from the database. */
export interface KnownVersions {
  readonly shipped: readonly ShippedVersion[];
  readonly learned: readonly PublishedVersion[];
  /** All of them, by now. */
  programmes(): Programmes;
  published(wanted: ProgrammeVersion): PublishedVersion | undefined;
  /**
   * Takes over what the database has. A version that this build cannot read is left out: a newer build wrote it.
   * @throws ProgrammeChanged if it differs from what ships; nothing was taken over then
   */
  take(found: readonly PublishedVersion[]): void;
}

export interface ShippedVersion {
  readonly file: string;
  readonly content: unknown;
  readonly programme: Programme;
}

/** @throws ProgrammeFileInvalid */
export function knownVersions({ contents, sites }: ProgrammeFiles, logger: Logger): KnownVersions {
  const shipped = programmesFrom(contents).map((programme, at) => ({
    file: contents[at]?.name ?? nameOf(programme),
    content: contents[at]?.content,
    programme,
  }));
  const learned = new Map<string, PublishedVersion>();
  // A version keeps its object: rules remember what they worked out from it.
  const read = shipped.map(({ programme }) => programme);
  let known = programmesOf(read, sites);
  const faults = sitesAgainst(sites, known.newest);
  if (faults.length > 0) throw new ProgrammeFileInvalid('sites.json', faults);

  const refuseOther = (version: PublishedVersion): void => {
    const file = shipped.find(({ programme }) => nameOf(programme) === nameOf(version));
    if (file !== undefined && contentHash(file.content) !== version.contentHash)
      throw new ProgrammeChanged(file.file, version);
  };
  const readAlso = (version: PublishedVersion): void => {
    if (known.find(version) !== undefined) return;
    try {
      read.push(...programmesFrom([{ name: nameOf(version), content: version.content }], read));
    } catch (error) {
      if (!(error instanceof ProgrammeFileInvalid)) throw error;
      logger.error({ err: error }, 'a published programme cannot be read by this build: its journeys wait');
    }
  };

  return {
    shipped,
    get learned() {
      return [...learned.values()];
    },
    programmes: () => known,
    published: (wanted) => learned.get(nameOf(wanted)),
    take: (found) => {
      found.forEach(refuseOther);
      found.forEach(readAlso);
      for (const version of found) learned.set(nameOf(version), version);
      known = programmesOf(read, sites);
    },
  };
}
