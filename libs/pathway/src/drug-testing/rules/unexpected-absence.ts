import { analytesExplained, classesExplained, formularyEntryOf, isTaken } from '../../medications/explains.ts';
import { missedBefore } from '../../medications/missed-in-a-row.ts';
import type { Medication } from '../../medications/state.ts';
import { daysBetween } from '../../time.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { analyteOf } from '../merge.ts';
import { elapsed } from '../words.ts';

/**
 * Rule 7: a scheduled medication that should be there is not. About taking it and safety, never a step up,
 * and never a reason to stop the medication. What is known not to have been taken cannot be found.
 */
export const unexpectedAbsence: Rule = {
  name: 'unexpected-absence',
  judge: (facts) => {
    if (facts.result.outcome !== 'negative') return notHeld(() => `${facts.result.stage} ${facts.result.outcome}`);
    const absent = facts.person.medications.find((medication) => isMissing(medication, facts));
    if (!absent) return notHeld(() => 'no scheduled medication that should be found');
    const { title } = formularyEntryOf(absent, facts.person.programme);
    return held('unexpected-absence', {
      saw: () => `${title}, taken for ${elapsed(absent.from, facts.specimen.collectedAt)}, not found`,
      sentence: () =>
        `${title} should be found ${elapsed(absent.from, facts.specimen.collectedAt)} after its start and was not. Please talk about how taking it is going and whether it is safe; the medication goes on.`,
    });
  },
};

function isMissing(medication: Medication, { specimen, result, person }: ClassFacts): boolean {
  const { programme } = person;
  if (!medication.scheduled || !isTaken(medication, specimen.collectedAt)) return false;
  const classes = classesExplained(medication, programme);
  if (!classes.includes(result.drugClass)) return false;
  const expectedAfterDays = programme.drugTesting.presenceExpectedAfterHours / 24;
  if (daysBetween(medication.from, specimen.collectedAt) < expectedAfterDays) return false;
  if (missedBefore(medication, specimen.collectedAt, programme.drugTesting.presenceExpectedAfterHours)) return false;
  const { presence } = formularyEntryOf(medication, programme);
  const analytes = analytesExplained(medication, programme);
  const expected = medication.expectedPresence ?? presence !== 'no';
  if (!expected || (presence === 'definitive-only' && result.stage !== 'definitive')) return false;
  // A test that looked for other analytes only could not see it.
  const lookedFor = result.results.map(analyteOf);
  const couldSee = analytes.length === 0 || lookedFor.some((one) => one === '' || analytes.includes(one));
  const foundElsewhere = specimen.classes.some(
    (other) =>
      other.outcome === 'positive' &&
      (classes.includes(other.drugClass) || other.results.some((one) => analytes.includes(analyteOf(one)))),
  );
  return couldSee && !foundElsewhere;
}
