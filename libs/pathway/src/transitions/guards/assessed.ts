import { rankIndicated } from '../../assessments/as-made.ts';
import { currentAssessment, indicatesUntil } from '../../assessments/current.ts';
import type { Assessment } from '../../assessments/state.ts';
import type { Level } from '../../programme/level.ts';
import type { Programme } from '../../programme/programme.ts';
import { met, notKnown, notMet, type Guard } from './facts.ts';

/** No current assessment indicates this level or a higher one; while a dimension is not rated yet, nobody knows. */
export const noAssessmentAgainst: Guard = {
  rule: 'no-assessment-against',
  waitsFor: 'an assessment that indicates less support',
  mayBeUnknown: true,
  look: ({ journey, level, programme }, at) => {
    const assessment = currentAssessment(journey, at, programme);
    if (assessment === undefined) return notKnown('no current assessment');
    const saw = whatIsIndicated(assessment, programme);
    if (rankIndicated(assessment, programme) >= level.rank) return notMet(saw);
    return isOpen(assessment) ? notKnown(`${saw}, not all dimensions are rated yet`) : met(saw);
  },
  matures: ({ journey, programme }) =>
    journey.assessments.flatMap((assessment) => [assessment.assessedAt, indicatesUntil(assessment, programme)]),
};

/** What an assessment found, in words. */
export const whatIsIndicated = (assessment: Assessment, programme: Programme): string =>
  `assessed ${assessment.assessedAt}: indicates ${titleIndicated(assessment, programme)}`;

/** The level by its title here. */
export function titleIndicated(assessment: Assessment, programme: Programme): string {
  const code = assessment.indicates?.asam.code;
  return levelIndicated(assessment, programme)?.title ?? `more than this programme has${code ? ` (${code})` : ''}`;
}

export const levelIndicated = ({ indicates }: Assessment, { levels }: Programme): Level | undefined =>
  indicates?.level === undefined ? undefined : levels[indicates.level];

/** A dimension that could not be rated yet may ask for more. */
export const isOpen = ({ indicates }: Assessment): boolean => (indicates?.toEvaluate?.length ?? 0) > 0;
