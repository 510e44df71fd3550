import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { EarlierUse } from './facts.ts';
import type { MergedSpecimen } from './merge.ts';

/** A use as the facts establish it (pathway §4, "One use"). */
export interface JudgedUse {
  readonly useId: string;
  readonly drugClasses: readonly DrugClass[];
  readonly specimenIds: readonly string[];
  readonly at: Instant;
}

interface GrowingUse {
  readonly useId: string;
  readonly at: Instant;
  /** The collection that showed each class as new. */
  readonly shownAt: Partial<Record<DrugClass, Instant>>;
  readonly drugClasses: Set<DrugClass>;
  readonly specimenIds: Set<string>;
}

/** The uses that specimens establish, in order of collection. */
export class EstablishedUses {
  private readonly uses = new Map<string, GrowingUse>();
  private earlier: readonly EarlierUse[] = [];

  /** A residual joins the use it stems from. */
  join(useId: string, specimen: MergedSpecimen, drugClass: DrugClass): void {
    const use = this.uses.get(useId);
    use?.drugClasses.add(drugClass);
    use?.specimenIds.add(specimen.specimenId);
  }

  /**
   * The use that a specimen's new classes belong to. Classes of one specimen are one use; so are different
   * classes collected within 72 h of its first collection. A class that the last use has shown already and that
   * is no residual of it is another use, and takes the specimen's other new classes with it.
   */
  useFor(
    episodeId: string,
    specimen: MergedSpecimen,
    newClasses: readonly DrugClass[],
    programme: Programme,
  ): string | undefined {
    if (newClasses.length === 0) return undefined;
    const last = [...this.uses.values()].at(-1);
    const near = last && daysBetween(last.at, specimen.collectedAt) <= programme.uses.mergeWithinHours / 24;
    const joins = near && newClasses.every((drugClass) => last.shownAt[drugClass] === undefined);
    return joins ? last.useId : `${episodeId}.use.${specimen.specimenId}`;
  }

  establish(useId: string, specimen: MergedSpecimen, newClasses: readonly DrugClass[]): void {
    let use = this.uses.get(useId);
    if (!use) {
      use = { useId, at: specimen.collectedAt, shownAt: {}, drugClasses: new Set(), specimenIds: new Set() };
      this.uses.set(useId, use);
    }
    use.specimenIds.add(specimen.specimenId);
    for (const drugClass of newClasses) {
      use.drugClasses.add(drugClass);
      use.shownAt[drugClass] = specimen.collectedAt;
    }
    // A new list each time: what an earlier specimen looked back on must not change under it.
    this.earlier = [...this.uses.values()].map((one) => ({
      useId: one.useId,
      at: one.at,
      shownAt: { ...one.shownAt },
    }));
  }

  soFar(): readonly EarlierUse[] {
    return this.earlier;
  }

  all(): readonly JudgedUse[] {
    return [...this.uses.values()].map(({ useId, at, drugClasses, specimenIds }) => ({
      useId,
      at,
      drugClasses: [...drugClasses].sort(),
      specimenIds: [...specimenIds],
    }));
  }
}
