import fc from 'fast-check';
import { riskRatings } from '../assessments/vocabulary.ts';
import { followUpContacts } from '../follow-up/vocabulary.ts';
import { dischargeReasons, meetingOutcomes, patientAnswers } from '../vocabulary.ts';
import { safetyDeed } from './safety-deeds.ts';

/** Whatever people, laboratories and time may do to a journey, in any order: what properties are proved over. */
const ages = fc.integer({ min: 0, max: 20 * 24 });
const stage = fc.constantFrom('definitive', 'definitive', 'presumptive');
const outcome = fc.constantFrom('positive', 'positive', 'negative');
const finding = fc.constantFrom('valid', 'valid', 'valid', 'dilute', 'substituted');
const drugClass = fc.constantFrom('cocaine', 'methamphetamine', 'fentanyl', 'opioids', 'buprenorphine', 'cannabis');
const level = fc.constantFrom('detox', 'residential', 'iop', 'aftercare');
const answer = fc.constantFrom(...patientAnswers);
const met = fc.constantFrom(...meetingOutcomes);

const risk = fc.constantFrom(...riskRatings);
const indicated = fc.constantFrom('0', 'ANY', 'EVAL', '1.7', '2.1', '2.5 COE', '3.1', '3.7');

export const deed = fc.oneof(
  { weight: 14, arbitrary: safetyDeed },
  {
    weight: 10,
    arbitrary: fc.record({ do: fc.constant('result'), stage, outcome, finding, drugClass, ageHours: ages }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('confirm'), outcome }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('correct'), outcome, cancel: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('review'), to: fc.constantFrom('unexpected-use', 'negative') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('tell-of-use'), drugClass, ageHours: ages }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('schedule-test'), days: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('missed-test'), ageHours: ages }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('session'), ageHours: ages, present: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('reach-out'),
      reached: fc.boolean(),
      channel: fc.constantFrom('phone', 'text'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('plan-aftercare'), everyDays: fc.constantFrom(7, 14, 30) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('check-up'), ageHours: fc.integer({ min: 0, max: 72 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('set-goal') }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('reach-goals') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen-goal') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw-goal') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('override'), level }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('appoint') }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('arrive'), ageHours: fc.integer({ min: 0, max: 48 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('not-seen') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('hold'), days: fc.integer({ min: 1, max: 14 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('decide'), approve: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancel'), byPatient: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('answer'), answer, ofMove: fc.boolean(), level }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('meet'), outcome: met }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('not-made') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('offer-place'), level, days: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decline-place') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('do-task'), which: fc.nat({ max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('medicate') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('stop-medication') }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('miss-doses'), ageHours: ages, doses: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('arrange-dose'), days: fc.integer({ min: 1, max: 9 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('assess'),
      asks: fc.record({ 1: indicated, 4: indicated, 5: indicated }),
      risks: fc.tuple(risk, risk, risk, risk, risk, risk),
      pattern: fc.constantFrom('daily', 'occasional', 'unknown'),
      drugClass,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('scale'), points: fc.integer({ min: 0, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('mood'), suicidal: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pregnancy') }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('home'), situation: fc.constantFrom('homeless', 'sober-living') }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('no-slot') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw'), which: fc.nat({ max: 60 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('discharge'),
      for: fc.constantFrom(...dischargeReasons),
      by: fc.constantFrom('coordinator', 'medical-director'),
      againstAdvice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('die') }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('come-back'), level }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move-version'), version: fc.constantFrom(2, 3) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('follow-up'),
      point: fc.constantFrom(30, 90),
      contact: fc.constantFrom(...followUpContacts),
    }),
  },
);
export type Deed = (typeof deed extends fc.Arbitrary<infer T> ? T : never) & { readonly afterHours: number };
