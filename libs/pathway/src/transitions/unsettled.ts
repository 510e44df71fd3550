import type { OpenedJourney } from '../journey.ts';
import type { Disposition } from '../vocabulary.ts';

export interface UnsettledResult {
  readonly specimenId: string;
  readonly drugClass: string;
  readonly disposition: Disposition;
}

/** Not yet known to be use or not: waits for a laboratory or for a clinician's word. */
const waits: readonly Disposition[] = ['pending', 'awaiting-confirmation', 'awaiting-review', 'integrity-concern'];

export const unsettled = (journey: OpenedJourney): readonly UnsettledResult[] =>
  journey.specimens.flatMap(({ specimenId, judgements }) =>
    Object.entries(judgements).flatMap(([drugClass, { disposition }]) =>
      waits.includes(disposition) ? [{ specimenId, drugClass, disposition }] : [],
    ),
  );
