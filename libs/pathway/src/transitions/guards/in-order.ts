import type { RuleTried } from '../../rule-tried.ts';
import { laterOf, type Instant } from '../../time.ts';
import { patientAgrees, therapistMeeting } from './agreed.ts';
import { noAssessmentAgainst } from './assessed.ts';
import { attendanceInLastFullWeek } from './attendance.ts';
import type { Guard, GuardFacts } from './facts.ts';
import { longEnoughAt, minimumStay } from './minimum-stay.ts';
import { noHold, noOpenCrisis, notInHospitalOrJail } from './paused.ts';
import { medicationContinuity, receivingPlace, safePlaceToLive } from './prepared.ts';
import { noUnsettledResult, noUseInLookBack, usesLookedBackOver } from './results.ts';
import { notRetained } from './retained.ts';

/** What a step down asks for, each met, not met or not known, in the order of the document (pathway §7). */
export const guards: readonly Guard[] = [
  notRetained,
  minimumStay,
  noOpenCrisis,
  noUnsettledResult,
  noUseInLookBack,
  noHold,
  notInHospitalOrJail,
  attendanceInLastFullWeek,
  noAssessmentAgainst,
  therapistMeeting,
  patientAgrees,
  safePlaceToLive,
  medicationContinuity,
  receivingPlace,
];

/** Their names in this order, and whether each may be not known: for who reads the rules of a programme. */
export const stepDownGuards: readonly Pick<Guard, 'rule' | 'mayBeUnknown'>[] = guards.map(({ rule, mayBeUnknown }) => ({
  rule,
  ...(mayBeUnknown && { mayBeUnknown }),
}));

/** Every guard with what it saw at this moment. */
export const tryGuards = (facts: GuardFacts, at: Instant): readonly RuleTried[] =>
  guards.map(({ rule, look }) => ({ rule, ...look(facts, at) }));

/** What is waited for, in words, by the guards that did not let the move through. */
export const waitedFor = (failed: readonly RuleTried[]): readonly string[] =>
  guards.filter(({ rule }) => failed.some((one) => one.rule === rule)).map(({ waitsFor }) => waitsFor);

/** The moments after which a guard may see something else although no fact came: nothing matures in between. */
export const guardsMature = (facts: GuardFacts, after: Instant): readonly Instant[] =>
  guards
    .flatMap(({ matures }) => matures?.(facts, after) ?? [])
    .filter((moment) => moment > after)
    .toSorted();

/** When the passing of time alone has met what it can meet. */
export const timeHasPassed = (facts: GuardFacts): Instant =>
  laterOf(longEnoughAt(facts) ?? '', usesLookedBackOver(facts) ?? '');
