import type { Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { SubstanceUse } from './commands.ts';
import type { Assessment, AssessmentsState } from './state.ts';
import type { UsePattern } from './vocabulary.ts';

/** By the time at which they were made; of two at one moment the order of their ids decides, not that of arrival. */
const inOrder = (a: Assessment, b: Assessment): number =>
  a.assessedAt === b.assessedAt ? (a.assessmentId < b.assessmentId ? -1 : 1) : a.assessedAt < b.assessedAt ? -1 : 1;

const known = new WeakMap<readonly Assessment[], readonly Assessment[]>();

/** Assessments as they were made, oldest first: every specimen asks for them. */
function asMade({ assessments }: AssessmentsState): readonly Assessment[] {
  const before = known.get(assessments);
  if (before) return before;
  const sorted = assessments.toSorted(inOrder);
  known.set(assessments, sorted);
  return sorted;
}

/**
 * How a class of drugs was used around a moment: as the last assessment until then says, or, where there was none yet,
 * as the first one after it does. Any of these classes may be what was taken: the most frequent use counts.
 */
export function patternOfUseAt(facts: AssessmentsState, classes: readonly DrugClass[], at: Instant): UsePattern {
  const made = asMade(facts);
  const patterns = classes.flatMap((drugClass) => {
    const naming = made.flatMap(({ assessedAt, substances }) => {
      const use = substances?.find((one) => one.drugClass === drugClass);
      return use === undefined ? [] : [{ assessedAt, pattern: use.pattern }];
    });
    const then = naming.findLast(({ assessedAt }) => assessedAt <= at) ?? naming[0];
    return then === undefined ? [] : [then.pattern];
  });
  return (['daily', 'occasional'] as const).find((pattern) => patterns.includes(pattern)) ?? 'unknown';
}

/** Every last use that an assessment tells of. */
export const usesTold = (facts: AssessmentsState): readonly (SubstanceUse & { readonly lastUseAt: Instant })[] =>
  asMade(facts).flatMap(({ substances }) =>
    (substances ?? []).flatMap((use) => (use.lastUseAt === undefined ? [] : [{ ...use, lastUseAt: use.lastUseAt }])),
  );
