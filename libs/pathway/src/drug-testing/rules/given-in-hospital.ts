import type { CareElsewhere } from '../../external-encounters/care-elsewhere.ts';
import { daysBetween } from '../../time.ts';
import type { ExternalEncounterKind } from '../../vocabulary.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { windowDays } from '../windows.ts';
import { capitalised, elapsed, named } from '../words.ts';

/** The rule's name: what it waits for is a list, not a clinician's word. */
export const givenInHospitalName = 'given-in-hospital';

const whereDrugsAreGiven: Readonly<Partial<Record<ExternalEncounterKind, string>>> = {
  'emergency-department': 'a visit to an emergency department',
  hospital: 'a hospital stay',
  procedure: 'a procedure',
};

/**
 * Rule 12: after hospital, emergency department or a procedure a positive may be what was given there, until the list
 * of the drugs given is in. With the list, rule 10 explains it or the rules go on.
 */
export const givenInHospital: Rule = {
  name: givenInHospitalName,
  judge: (facts) => {
    const { specimen, result, person } = facts;
    if (!person.programme.drugTesting.givenInHospital.includes(result.drugClass))
      return notHeld(() => `${named(result.drugClass)} is not asked about after hospital care`);
    const care = person.careElsewhere.find((one) => listIsMissing(one) && mayStillShow(one, facts));
    if (care === undefined) return notHeld(() => 'no care elsewhere whose list of drugs given is missing');
    const { collectedAt } = specimen;
    const since = (): string => (collectedAt <= care.to ? 'during' : `${elapsed(care.to, collectedAt)} after`);
    const where = whereDrugsAreGiven[care.kind] ?? 'care elsewhere';
    return held('awaiting-review', {
      saw: () => `collected ${since()} ${where} whose list of drugs given is missing`,
      sentence: () =>
        `${capitalised(named(result.drugClass))}: positive, collected ${since()} ${where}. A drug given there may explain it. Please ask for the list of drugs given; that decides.`,
    });
  },
};

/** Whether drugs were given there, as far as is known, and nobody has said yet which. */
export const listIsMissing = ({ kind, drugsGiven }: CareElsewhere): boolean =>
  whereDrugsAreGiven[kind] !== undefined && drugsGiven === undefined;

function mayStillShow({ from, to }: CareElsewhere, { specimen, result, person }: ClassFacts): boolean {
  const { collectedAt, matrix } = specimen;
  if (collectedAt < from) return false;
  if (collectedAt <= to) return true;
  // What a hospital gave was given for a short time, whatever the person's own pattern of use.
  const days = windowDays(person.programme, result, matrix, 'residual', 'unknown');
  return days !== undefined && daysBetween(to, collectedAt) <= days;
}
