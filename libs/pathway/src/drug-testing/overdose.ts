import { classesExplained, explainedBy, isMoud, mayBeFound, urgentBeside } from '../medications/explains.ts';
import { medicationsAndGiven } from '../medications/given-elsewhere.ts';
import type { Medication } from '../medications/state.ts';
import type { OpenedJourney } from '../journey.ts';
import { tellsOf } from './evidence.ts';
import type { AcknowledgedUse, Specimen, Use } from './state.ts';
import type { Instant } from '../time.ts';
import type { Programme } from '../programme/programme.ts';
import { openQuestions } from './open-questions.ts';
import { mergeReports, type MergedClass } from './merge.ts';

/**
 * Whether a specimen asks for an overdose check (pathway §4): a positive for an opioid that no medication
 * explains, or for a sedative or alcohol beside an opioid or a medication for opioid use disorder; and for a confirmed
 * opioid beside naltrexone.
 * Whatever the disposition, also while the report is preliminary: naloxone and lost tolerance do not wait.
 */
export function asksForOverdoseCheck(specimen: Specimen, journey: OpenedJourney, programme: Programme): boolean {
  const { reports } = specimen;
  const medications = medicationsAndGiven(journey);
  const before = known.get(reports);
  if (before?.medications === medications && before.programme === programme) return before.asks;
  const asks = findOut(specimen, medications, programme);
  known.set(reports, { medications, programme, asks });
  return asks;
}

/** Asked in every turn of a run; it changes only with the reports of the specimen and with medications. */
const known = new WeakMap<
  Specimen['reports'],
  { readonly medications: readonly Medication[]; readonly programme: Programme; readonly asks: boolean }
>();

function findOut(specimen: Specimen, medications: readonly Medication[], programme: Programme): boolean {
  const { classes, collectedAt } = mergeReports(specimen);
  const { always, besideOpioids } = programme.drugTesting.overdoseCheck;
  const positive = classes.filter(({ outcome, cancelled }) => outcome === 'positive' && !cancelled);
  const unexplained = positive.filter((one) => !isExplained(one, collectedAt, medications, programme));
  if (unexplained.some(({ drugClass }) => always.includes(drugClass))) return true;
  const urgent = urgentBeside(medications, collectedAt, programme);
  if (unexplained.some(({ drugClass, stage }) => stage === 'definitive' && urgent.includes(drugClass))) return true;
  if (!unexplained.some(({ drugClass }) => besideOpioids.includes(drugClass))) return false;
  const opioidFound = positive.some(({ drugClass }) => always.includes(drugClass) || drugClass === 'buprenorphine');
  return opioidFound || opioidTaken(medications, collectedAt, programme);
}

/** An opioid, or a medication for opioid use disorder, is in the body by what is on record. */
const opioidTaken = (medications: readonly Medication[], at: Instant, programme: Programme): boolean =>
  medications.some(
    (medication) =>
      mayBeFound(medication, at, programme) &&
      (isMoud(medication, programme) ||
        classesExplained(medication, programme).some((drugClass) =>
          programme.drugTesting.overdoseCheck.always.includes(drugClass),
        )),
  );

function isExplained(
  { results }: MergedClass,
  collectedAt: string,
  medications: readonly Medication[],
  programme: Programme,
): boolean {
  const found = results.filter((result) => result.outcome === 'positive');
  return explainedBy(found, collectedAt, medications, programme) !== undefined;
}

/** More support was begun or proposed for a use that this specimen showed: of whatever class, fentanyl may be in it. */
export function showedUseActedOn(journey: OpenedJourney): (specimen: Specimen) => boolean {
  const useIds = new Set(actedOn(journey).map(({ useId }) => useId));
  if (useIds.size === 0) return () => false;
  return (specimen) => openQuestions(specimen).showed.some((useId) => useIds.has(useId));
}

/** The same for use that the person tells of: where it is a use, an opioid or more support asks for the check. */
export function toldUseAsks(journey: OpenedJourney, programme: Programme): (told: AcknowledgedUse) => boolean {
  const { always, besideOpioids } = programme.drugTesting.overdoseCheck;
  const medications = medicationsAndGiven(journey);
  return (told) => {
    const use = journey.uses.find((one) => !one.withdrawn && tellsOf(one, told));
    if (use === undefined) return false;
    const { drugClass, lastUseAt } = told;
    const urgent = urgentBeside(medications, lastUseAt, programme);
    if (always.includes(drugClass) || urgent.includes(drugClass) || actedOn(journey).includes(use)) return true;
    return besideOpioids.includes(drugClass) && opioidTaken(medications, lastUseAt, programme);
  };
}

const actedOn = ({ uses }: OpenedJourney): readonly Use[] =>
  uses.filter(({ withdrawn, considered }) => !withdrawn && considered && stepUpOutcomes.includes(considered.outcome));

const stepUpOutcomes: readonly string[] = ['started', 'proposed', 'joined'];
