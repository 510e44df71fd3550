import { explainedBy, formularyEntryOf, mayBeFound } from '../../medications/explains.ts';
import type { Medication } from '../../medications/state.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { analyteOf } from '../merge.ts';
import { capitalised, elapsed, named } from '../words.ts';

/** Rule 10: an active medication, or one within its tail, explains every analyte found; heroin never is. */
export const expectedPrescribed: Rule = {
  name: 'expected-prescribed',
  judge: (facts) => {
    const { specimen, result, person } = facts;
    const positives = result.results.filter((one) => one.outcome === 'positive');
    const explained = explainedBy(positives, specimen.collectedAt, person.medications, person.programme);
    if (!explained) return notHeld(() => notExplained(facts));
    const names = titlesOf(explained.medications, facts);
    const titles = names.join(' and ');
    const [first] = explained.medications;
    const since = first ? `, recorded from ${elapsed(first.from, specimen.collectedAt)} before the collection` : '';
    return explained.needsReview
      ? held('awaiting-review', {
          saw: () => `${titles} may explain it${since}`,
          sentence: () => `${titles} may explain this positive. The programme asks a clinician to look at it.`,
        })
      : held('expected-prescribed', {
          saw: () => `${titles} ${names.length > 1 ? 'explain' : 'explains'} it${since}`,
          sentence: () => `Explained by a medication: ${titles}${since}.`,
        });
  },
};

function notExplained(facts: ClassFacts): string {
  const { specimen, result, person } = facts;
  if (result.drugClass === 'heroin') return 'heroin is never explained by a medication';
  const active = person.medications.filter((one) => mayBeFound(one, specimen.collectedAt, person.programme));
  if (active.length === 0) return 'no medication at the time';
  const titles = titlesOf(active, facts);
  const analytes = result.results.map(analyteOf).filter((one) => one !== '');
  const found = analytes.length > 0 ? ` (${analytes.join(', ')})` : '';
  const verb = titles.length > 1 ? 'do not explain' : 'does not explain';
  return capitalised(`${titles.join(', ')} ${verb} ${named(result.drugClass)}${found}`);
}

/** Each once, whatever number of prescriptions there are of it. */
const titlesOf = (medications: readonly Medication[], { person }: ClassFacts): readonly string[] => [
  ...new Set(medications.map((one) => formularyEntryOf(one, person.programme).title)),
];
