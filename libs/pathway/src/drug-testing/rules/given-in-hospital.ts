import type { ExternalEncounter } from '../../external-encounters/state.ts';
import { daysBetween, type Instant } from '../../time.ts';
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
    const encounter = person.encounters.find((one) => listIsMissing(one) && mayStillShow(one, facts));
    if (encounter === undefined) return notHeld(() => 'no care elsewhere whose list of drugs given is missing');
    const where = whereDrugsAreGiven[encounter.kind] ?? 'care elsewhere';
    const since = elapsed(endOf(encounter), specimen.collectedAt);
    return held('awaiting-review', {
      saw: () => `${where} ${since} before the collection, its list of drugs given is missing`,
      sentence: () =>
        `${capitalised(named(result.drugClass))}: positive, collected ${since} after ${where}. A drug given there may explain it. Please ask for the list of drugs given; that decides.`,
    });
  },
};

/** Whether drugs were given there, as far as is known, and nobody has said yet which. */
export const listIsMissing = ({ kind, drugsGiven }: ExternalEncounter): boolean =>
  whereDrugsAreGiven[kind] !== undefined && drugsGiven === undefined;

function mayStillShow(encounter: ExternalEncounter, { specimen, result, person }: ClassFacts): boolean {
  if (specimen.collectedAt < encounter.from) return false;
  const days = windowDays(person.programme, result, specimen.matrix, 'residual', 'unknown');
  return days !== undefined && daysBetween(endOf(encounter), specimen.collectedAt) <= days;
}

/** Where the end is not known, the beginning is what is known. */
const endOf = ({ from, to }: ExternalEncounter): Instant => to ?? from;
