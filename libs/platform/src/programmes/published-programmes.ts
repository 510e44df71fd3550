import type { ProgrammeVersion } from '@stepway/pathway';
import type pg from 'pg';
import type { Logger } from '../logger.ts';
import { contentHash } from './content-hash.ts';
import { knownVersions } from './known-versions.ts';
import { ProgrammeChanged } from './programme-changed.ts';
import { readProgrammeFiles } from './programme-files.ts';
import { NotPublished, type Programmes } from './programmes.ts';
import { addVersion, findVersion, versionsBeside, type PublishedVersion } from './published-versions.ts';

/** What became of the wish to publish. */
export type Publication =
  | { readonly outcome: 'published'; readonly version: PublishedVersion }
  /** The same content was published before. */
  | { readonly outcome: 'known'; readonly version: PublishedVersion }
  /** The number is there with another content. */
  | { readonly outcome: 'taken'; readonly version: PublishedVersion }
  /** A later version is there already. */
  | { readonly outcome: 'passed'; readonly newest: number };

/**
 * The published programmes of a running deployment: those that ship, and those published since. Found by what this
 * process has learned so far; what another process published is learned within seconds, or when it is missed.
 */
export interface PublishedProgrammes extends Programmes {
  /** Publishes what ships, and learns the rest. @throws ProgrammeChanged, and what a database that is away throws */
  publishShipped(): Promise<void>;
  /** The same, and goes on learning. While the database is away, what ships can be used. @throws ProgrammeChanged */
  start(): Promise<void>;
  /** Learns what was published since. @returns whether there was something. @throws ProgrammeChanged */
  learn(): Promise<boolean>;
  /** Does the work; where it misses a version that was published elsewhere, learns it and does the work once more. */
  learning<T>(work: () => Promise<T>): Promise<T>;
  /** Publishes the programme that was read from this content. */
  publish(programme: ProgrammeVersion, content: unknown, publishedBy: string): Promise<Publication>;
  /** How a version was published; undefined while that is not known. */
  published(wanted: ProgrammeVersion): PublishedVersion | undefined;
  stop(): void;
}

export interface PublishedOptions {
  /** The folder of what ships. */
  readonly dir: string;
  readonly pool: pg.Pool;
  readonly logger: Logger;
  /** A refusal found only after the start, because the database was away then: the process must not go on. */
  readonly onRefused: (error: unknown) => void;
  /** How often to look for what was published elsewhere. Default 5 s. */
  readonly everyMs?: number;
}

/** Opens the published programmes; the database is first asked by `start`. @throws ProgrammeFileInvalid */
export function publishedProgrammes(options: PublishedOptions): PublishedProgrammes {
  const { dir, pool, logger, onRefused, everyMs = 5_000 } = options;
  const known = knownVersions(readProgrammeFiles(dir), logger);
  let shippedIsPublished = false;
  let timer: NodeJS.Timeout | undefined;

  const learn = async (): Promise<boolean> => {
    const found = await versionsBeside(pool, known.learned);
    if (found.length > 0) known.take(found);
    return found.length > 0;
  };
  const publishShipped = async (): Promise<void> => {
    for (const { programme, content } of known.shipped) {
      const { id, version } = programme;
      await addVersion(pool, { id, version, content, publishedBy: 'stepway' }, { asNewest: false });
    }
    await learn();
    shippedIsPublished = true;
  };
  const goOn = (): void => {
    (shippedIsPublished ? learn() : publishShipped()).catch((error: unknown) => {
      if (error instanceof ProgrammeChanged) onRefused(error);
      else logger.debug({ err: error }, 'what was published cannot be looked for');
    });
  };

  return {
    get all() {
      return known.programmes().all;
    },
    get sites() {
      return known.programmes().sites;
    },
    find: (wanted) => known.programmes().find(wanted),
    newest: (id) => known.programmes().newest(id),
    site: (siteId) => known.programmes().site(siteId),
    contextFor: (subject, now, eventId) => known.programmes().contextFor(subject, now, eventId),
    published: (wanted) => known.published(wanted),
    publishShipped,
    start: async () => {
      await publishShipped().catch((error: unknown) => {
        if (error instanceof ProgrammeChanged) throw error;
        logger.warn({ err: error }, 'the published programmes cannot be read yet; those that ship are used');
      });
      timer = setInterval(goOn, everyMs).unref();
    },
    learn,
    learning: async (work) => {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof NotPublished) || !(await learn())) throw error;
        return await work();
      }
    },
    publish: async ({ id, version }, content, publishedBy) => {
      const added = await addVersion(pool, { id, version, content, publishedBy }, { asNewest: true });
      await learn();
      if (added !== undefined) return { outcome: 'published', version: added };
      const there = await findVersion(pool, { id, version });
      if (there === undefined) return { outcome: 'passed', newest: known.programmes().newest(id)?.version ?? version };
      return { outcome: there.contentHash === contentHash(content) ? 'known' : 'taken', version: there };
    },
    stop: () => clearInterval(timer),
  };
}
