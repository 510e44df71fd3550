import type { Programme } from '../../programme/programme.ts';
import type { Instant } from '../../time.ts';
import type { DrugClass } from '../../vocabulary.ts';
import { held, notHeld, type EarlierUse, type Rule } from '../facts.ts';
import { mayStemFrom } from '../windows.ts';
import { capitalised, elapsed, named } from '../words.ts';

/** Rule 11: the person tells of use after admission, later than the last established one of its family. */
export const acknowledgedUse: Rule = {
  name: 'acknowledged-use',
  judge: (facts) => {
    const { result, person, specimen } = facts;
    const told = result.acknowledgedUseAt;
    if (told === undefined) return notHeld(() => 'no use told of');
    const ago = (): string => `use told of, ${elapsed(told, specimen.collectedAt)} before the collection`;
    if (person.admittedAt === undefined || told <= person.admittedAt)
      return notHeld(() => `${ago()}, before admission`);
    const last = lastShown(facts.past.uses, result.drugClass, person.programme);
    if (last !== undefined && told <= last) return notHeld(() => `${ago()}, not after the last established use`);
    return held(
      'unexpected-use',
      {
        saw: ago,
        sentence: () =>
          `${capitalised(named(result.drugClass))}: positive, and the person tells of use ${elapsed(told, specimen.collectedAt)} before the collection. Treated as new use.`,
      },
      { establishesUse: true },
    );
  },
};

/** When use that may show as this class was last established. */
export const lastShown = (
  uses: readonly EarlierUse[],
  drugClass: DrugClass,
  programme: Programme,
): Instant | undefined =>
  uses
    .flatMap((use) => mayStemFrom(programme, drugClass).flatMap((source) => use.shownAt[source] ?? []))
    .sort()
    .at(-1);
