import { daysBetween, plusDays } from '../../time.ts';
import { clearedAt } from '../clearing.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { riseOf } from '../rise.ts';
import { mayStemFrom, windowDays } from '../windows.ts';
import { capitalised, counted, elapsed, named, windowOf } from '../words.ts';

/** Rule 13: what was there at admission, or may still stem from before it. */
export const baseline: Rule = {
  name: 'baseline',
  judge: (facts) => {
    const { specimen, result, person } = facts;
    const name = capitalised(named(result.drugClass));
    const { admittedAt } = person;
    if (admittedAt === undefined || specimen.collectedAt <= admittedAt) {
      const when = admittedAt === undefined || specimen.collectedAt < admittedAt ? 'before admission' : 'at admission';
      return held('baseline', {
        saw: () => `collected ${when}`,
        sentence: () => `${name}: positive, collected ${when}. Consistent with earlier use.`,
      });
    }
    const reported = lastReported(facts);
    const after = reported === undefined ? 'admission' : 'the last use told of before admission';
    const from = reported ?? admittedAt;
    const since = (): string => elapsed(from, specimen.collectedAt);
    const pattern = person.patternOfUse(result.drugClass, specimen.collectedAt);
    const days = windowDays(person.programme, result, specimen.matrix, 'baseline', pattern);
    if (days === undefined) return notHeld(() => `collected ${since()} after ${after}; no window for this class`);
    if (daysBetween(from, specimen.collectedAt) > days)
      return notHeld(() => `collected ${since()} after ${after}, beyond the window of ${windowOf(days, pattern)}`);
    const { clearedBeforeAdmissionDays } = person.programme.drugTesting;
    const cleared = clearedAt(facts, plusDays(admittedAt, -clearedBeforeAdmissionDays));
    if (cleared !== undefined)
      return notHeld(() => `cleared ${elapsed(cleared, specimen.collectedAt)} before the collection`);
    const rise = riseOf(facts);
    if (rise !== undefined) return notHeld(() => `risen to ${rise} times the earlier level`);
    return held('baseline', {
      saw: () => `collected ${since()} after ${after}, within the window of ${windowOf(days, pattern)}, not cleared`,
      sentence: () =>
        `${name}: positive. Collected ${since()} after ${after}, within the ${counted(days, 'day')} in which earlier use may still show. Consistent with earlier use.`,
    });
  },
};

const lastReported = ({ person, result }: ClassFacts): string | undefined =>
  mayStemFrom(person.programme, result.drugClass)
    .flatMap((source) => person.reportedUse(source) ?? [])
    .sort()
    .at(-1);
