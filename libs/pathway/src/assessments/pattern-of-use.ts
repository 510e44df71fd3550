import type { Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import { asMade } from './as-made.ts';
import type { SubstanceUse } from './commands.ts';
import type { AssessmentsState } from './state.ts';
import type { UsePattern } from './vocabulary.ts';

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
  asMade(facts).flatMap(
    ({ substances }) =>
      substances?.flatMap((use) => (use.lastUseAt === undefined ? [] : [{ ...use, lastUseAt: use.lastUseAt }])) ?? [],
  );
