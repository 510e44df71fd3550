import type { EpisodeView } from '@stepway/contracts';

type Use = EpisodeView['uses'][number];
type Specimen = EpisodeView['specimens'][number];

/** A use that a move stands on, and the specimens that speak of it. */
export interface Evidence {
  readonly use: Use;
  readonly specimens: readonly Specimen[];
}

/** Classes of one use may come from specimens collected so far apart (pathway §4). */
const togetherMs = 72 * 3_600_000;

/** The grounds of a move with their specimens, those with a class of the use collected within 72 hours of it. */
export function evidenceOf({ uses, specimens }: EpisodeView, grounds: readonly string[]): readonly Evidence[] {
  return uses
    .filter(({ useId }) => grounds.includes(useId))
    .map((use) => ({
      use,
      specimens: specimens.filter(
        ({ collectedAt, results }) =>
          Math.abs(Date.parse(collectedAt) - Date.parse(use.at)) <= togetherMs &&
          results.some(({ drugClass }) => use.drugClasses.includes(drugClass)),
      ),
    }));
}
