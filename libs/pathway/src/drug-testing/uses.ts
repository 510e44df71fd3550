import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { ToldUse } from './events.ts';
import type { EarlierUse } from './facts.ts';

/** A use as the facts establish it (pathway §4, "One use"), with the moment that showed each class of it as new. */
export interface JudgedUse extends EarlierUse {
  readonly drugClasses: readonly DrugClass[];
  readonly specimenIds: readonly string[];
  /** Use that the person told of, without a specimen. */
  readonly told: readonly ToldUse[];
}

/** What shows classes as new: a specimen, or the person's word. */
export type Showing = { readonly at: Instant; readonly drugClasses: readonly DrugClass[] } & (
  { readonly specimenId: string } | { readonly toldUse: ToldUse }
);

/** The uses so far, with a residual of one: it joins the use it stems from. */
export const joined = (
  uses: readonly JudgedUse[],
  useId: string,
  specimenId: string,
  drugClass: DrugClass,
): readonly JudgedUse[] =>
  uses.map((use) =>
    use.useId === useId
      ? {
          ...use,
          drugClasses: withOne(use.drugClasses, drugClass).toSorted(),
          specimenIds: withOne(use.specimenIds, specimenId),
        }
      : use,
  );

/**
 * The use that new classes belong to. Classes shown together are one use; so are different classes within 72 h of its
 * first showing. A class that the last use has shown already and that is no residual of it is another use, and takes
 * the other new classes with it.
 */
export function useFor(uses: readonly JudgedUse[], episodeId: string, showing: Showing, programme: Programme): string {
  const last = uses.at(-1);
  const near = last && daysBetween(last.at, showing.at) <= programme.uses.mergeWithinHours / 24;
  const joins = near && showing.drugClasses.every((drugClass) => last.shownAt[drugClass] === undefined);
  if (joins) return last.useId;
  return `${episodeId}.use.${'specimenId' in showing ? showing.specimenId : `told.${showing.toldUse.lastUseAt}`}`;
}

/** The uses so far, with this one begun, or grown by what shows it. */
export function established(uses: readonly JudgedUse[], useId: string, showing: Showing): readonly JudgedUse[] {
  const { at } = showing;
  const known = uses.find((use) => use.useId === useId);
  const use = known ?? { useId, at, shownAt: {}, drugClasses: [], specimenIds: [], told: [] };
  const grown: JudgedUse = {
    ...use,
    drugClasses: showing.drugClasses.reduce<readonly DrugClass[]>(withOne, use.drugClasses).toSorted(),
    shownAt: { ...use.shownAt, ...Object.fromEntries(showing.drugClasses.map((drugClass) => [drugClass, at])) },
    ...('specimenId' in showing
      ? { specimenIds: withOne(use.specimenIds, showing.specimenId) }
      : { told: [...use.told, showing.toldUse] }),
  };
  return known ? uses.map((one) => (one === known ? grown : one)) : [...uses, grown];
}

const withOne = <T>(all: readonly T[], one: T): readonly T[] => (all.includes(one) ? all : [...all, one]);
