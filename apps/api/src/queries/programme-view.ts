import type { ProgrammeView, PublishedProgramme } from '@stepway/contracts';
import type { Programme } from '@stepway/pathway';
import type { PublishedVersion } from '@stepway/platform';

/** A version in a list; how it was published is left out while that cannot be read. */
export function programmeView(programme: Programme, published: PublishedVersion | undefined): ProgrammeView {
  const { id, version, title, ladder, levels } = programme;
  return {
    ...{ id, version, title },
    ladder: [...ladder],
    levels: Object.values(levels).map((level) => ({
      ...{ id: level.id, title: level.title, kind: level.kind, rank: level.rank },
      asam: level.asam.map((code) => ({ ...code })),
      capacity: level.capacity ?? null,
      goalTemplate: [...level.goalTemplate],
    })),
    ...(published && {
      publication: { at: published.publishedAt, by: published.publishedBy, contentHash: published.contentHash },
    }),
  };
}

/** One version with all its rules: as it was published, else as it is judged by. */
export const publishedProgramme = (
  programme: Programme,
  published: PublishedVersion | undefined,
): PublishedProgramme => ({
  ...programmeView(programme, published),
  content: { ...(isRecord(published?.content) ? published.content : programme) },
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
