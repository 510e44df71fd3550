import { daysBetween } from '../../time.ts';
import { clearedAt } from '../clearing.ts';
import { held, notHeld, type Rule } from '../facts.ts';
import { changeOf, inHundredths } from '../rise.ts';
import { capitalised, elapsed, named } from '../words.ts';

/**
 * After rule 14, cannabis beyond its window: a level that is still falling speaks for earlier use, longer than usual
 * (Schwilke 2011; clinical-defaults §1). Then a clinician looks, and no use is established.
 */
export const fallingLevel: Rule = {
  name: 'falling-level',
  judge: (facts) => {
    const { specimen, result } = facts;
    const change = changeOf(facts);
    if (change === undefined || change.times >= 1) return notHeld(() => 'no earlier level that it has fallen from');
    if (clearedAt(facts, change.since) !== undefined) return notHeld(() => 'cleared since the earlier level');
    const days = daysBetween(change.since, specimen.collectedAt);
    return held('awaiting-review', {
      saw: () => `fallen to ${inHundredths(change.times)} times the level of ${Math.floor(days)} days before`,
      sentence: () =>
        `${capitalised(named(result.drugClass))}: positive beyond the usual window, but lower than ${elapsed(change.since, specimen.collectedAt)} before. That speaks for earlier use. A clinician needs to look at it.`,
    });
  },
};
