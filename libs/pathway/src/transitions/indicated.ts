import { lastAssessment } from '../assessments/as-made.ts';
import { currentAssessment } from '../assessments/current.ts';
import type { Assessment } from '../assessments/state.ts';
import type { Use } from '../drug-testing/state.ts';
import type { Active, OpenedJourney } from '../journey.ts';
import { ageGroupAt } from '../person/age.ts';
import type { Level } from '../programme/level.ts';
import { plusDays, type Instant } from '../time.ts';
import type { Context } from '../decision.ts';
import { levelIndicated } from './guards/assessed.ts';
import { levelOf } from './level-of.ts';
import { stepUpTargetOf } from './targets.ts';
import { withdrawalRisk } from './withdrawal-risk.ts';

/**
 * Where a step up leads (pathway §5): to the level above, or to the one that an assessment of the last two weeks
 * indicates if that is higher; from aftercare to what was assessed in the last week, else to the programme's default.
 * Where detox is indicated and whoever looked since found no withdrawal risk, the level above is what helps.
 */
export function stepUpTarget(journey: Active, use: Use, { now, programme, calendar }: Context): Level | undefined {
  const level = levelOf(programme, journey.stay.level);
  const id = stepUpTargetOf(level, ageGroupAt(journey, now, calendar), programme);
  if (id === undefined) return undefined;
  const above = levelOf(programme, id);
  const assessment = currentAssessment(journey, now, programme);
  const indicated = assessment && levelIndicated(assessment, programme);
  if (assessment === undefined || indicated === undefined || indicated.rank <= level.rank) return above;
  if (indicated.kind === 'withdrawal-management' && withdrawalRisk(journey, use, now, programme).held === false)
    return above;
  if (level.kind !== 'aftercare') return indicated.rank > above.rank ? indicated : above;
  const recent = now < plusDays(assessment.assessedAt, programme.assessments.fromAftercareDays);
  return recent ? indicated : above;
}

/** An assessment made since the collection that knew the result: the last one after it was reported. */
export function assessedKnowing(journey: OpenedJourney, use: Use, now: Instant): Assessment | undefined {
  const known = knownAt(journey, use);
  const last = lastAssessment(journey, now);
  return last && last.assessedAt >= known ? last : undefined;
}

/** When the laboratory first reported what shows the use; a use that the person told of, when they told. */
function knownAt({ specimens }: OpenedJourney, { specimenIds, at, establishedAt }: Use): Instant {
  const reported = specimens
    .filter(({ specimenId }) => specimenIds.includes(specimenId))
    .flatMap(({ reports }) => reports.map(({ reportedAt }) => reportedAt))
    .toSorted();
  const first = reported[0] ?? establishedAt;
  return first > at ? first : at;
}
