import { daysBetween, type Instant } from '../../time.ts';
import { clearedAt } from '../clearing.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { riseOf } from '../rise.ts';
import { mayStemFrom, windowDays } from '../windows.ts';
import { capitalised, counted, elapsed, named, windowOf } from '../words.ts';

/**
 * Rule 14: within the window of an established use of its family, and not cleared since.
 * The window runs from the collection that established the use: a residual never renews it.
 */
export const residual: Rule = {
  name: 'residual',
  judge: (facts) => {
    const { specimen, result, person } = facts;
    const last = lastUse(facts);
    if (last === undefined) return notHeld(() => 'no established use of its family');
    const since = (): string => elapsed(last.at, specimen.collectedAt);
    const pattern = person.patternOfUse(result.drugClass, specimen.collectedAt);
    const days = windowDays(person.programme, result, specimen.matrix, 'residual', pattern);
    if (days === undefined) return notHeld(() => `collected ${since()} after an established use; no window`);
    if (daysBetween(last.at, specimen.collectedAt) > days)
      return notHeld(
        () => `collected ${since()} after the last established use, beyond the window of ${windowOf(days, pattern)}`,
      );
    const cleared = clearedAt(facts, last.at);
    if (cleared !== undefined)
      return notHeld(() => `cleared ${elapsed(cleared, specimen.collectedAt)} before the collection`);
    const rise = riseOf(facts);
    if (rise !== undefined) return notHeld(() => `risen to ${rise} times the earlier level`);
    return held(
      'residual',
      {
        saw: () => `collected ${since()} after an established use, within the window of ${windowOf(days, pattern)}`,
        sentence: () =>
          `${capitalised(named(result.drugClass))}: positive. Collected ${since()} after a use that is known already, within the ${counted(days, 'day')} in which it may still show. Consistent with earlier use.`,
      },
      { joins: last.useId },
    );
  },
};

/** The latest collection that established a use which may show as this class. */
function lastUse({ past, result, person }: ClassFacts): { useId: string; at: Instant } | undefined {
  let last: { useId: string; at: Instant } | undefined;
  const sources = mayStemFrom(person.programme, result.drugClass);
  for (const use of past.uses)
    for (const source of sources) {
      const at = use.shownAt[source];
      if (at !== undefined && (last === undefined || at >= last.at)) last = { useId: use.useId, at };
    }
  return last;
}
