import type { Context } from '../decision.ts';
import { stillStands } from '../drug-testing/answered.ts';
import { lastAdmission } from '../episodes/admissions.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Owed } from '../owed.ts';
import { plusDays, plusHours } from '../time.ts';
import { levelThen } from '../transitions/level-of.ts';

/**
 * A first specimen at an admission, where the level asks for one: what it shows is the baseline (rule 13). Not where one
 * was collected shortly before; a change of level is no admission.
 */
export function admissionTestOwed(journey: OpenedJourney, { programme }: Context): readonly Owed[] {
  if (journey.status !== 'active') return [];
  const admittedAt = lastAdmission(journey.stays);
  const stay = journey.stays.find(({ since }) => since === admittedAt);
  if (stay === undefined) return [];
  const { atAdmission, panel, matrix } = levelThen(journey, stay.level, programme).drugTests;
  if (!atAdmission) return [];
  const { scheduling, clearedBeforeAdmissionDays } = programme.drugTesting;
  const from = plusDays(stay.since, -clearedBeforeAdmissionDays);
  const known =
    journey.scheduledTests.some((test) => test.cause === 'admission' && test.from === from) ||
    journey.specimens.some((specimen) => specimen.collectedAt >= from && stillStands(specimen));
  if (known) return [];
  const make: Owed['make'] = ({ now }) => {
    const dueAt = plusHours(now, scheduling.admissionHours);
    const data = { from, dueAt, cause: 'admission', drugClasses: panel, matrix } as const;
    return [{ type: 'DrugTestScheduled', occurredAt: now, data }];
  };
  return [{ at: journey.recordedAt, cause: 'now', subject: stay.level, together: true, make }];
}
