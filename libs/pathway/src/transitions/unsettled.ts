import type { OpenedJourney } from '../journey.ts';
import { drugClasses, type Disposition, type DrugClass } from '../vocabulary.ts';

export interface UnsettledResult {
  readonly specimenId: string;
  readonly drugClass: DrugClass;
  readonly disposition: Waits;
}

/** Not yet known to be use or not: waits for a laboratory or for a clinician's word. */
const waits = ['pending', 'awaiting-confirmation', 'awaiting-review', 'integrity-concern'] as const;
type Waits = (typeof waits)[number];
const isUnsettled = (disposition: Disposition): disposition is Waits => waits.some((one) => one === disposition);

export const unsettled = (journey: OpenedJourney): readonly UnsettledResult[] =>
  journey.specimens.flatMap(({ specimenId, judgements }) =>
    drugClasses.flatMap((drugClass) => {
      const disposition = judgements[drugClass]?.disposition;
      return disposition !== undefined && isUnsettled(disposition) ? [{ specimenId, drugClass, disposition }] : [];
    }),
  );
