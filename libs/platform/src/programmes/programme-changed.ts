import { nameOf } from './programmes.ts';
import type { PublishedVersion } from './published-versions.ts';

/** A file that ships says something else than what was published under its number. */
export class ProgrammeChanged extends Error {
  readonly code = 'PROGRAMME_CHANGED';
  constructor(file: string, published: PublishedVersion) {
    const { publishedAt, publishedBy, contentHash } = published;
    super(
      `${file} is not what was published as ${nameOf(published)} on ${publishedAt.slice(0, 10)} by ${publishedBy} ` +
        `(content ${contentHash.slice(0, 12)}). A published version never changes, because journeys stand on it: ` +
        'put the file back as it was, and give what is new the next version.',
    );
    this.name = 'ProgrammeChanged';
  }
}
