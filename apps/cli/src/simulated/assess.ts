import {
  dimensions,
  endsByAssessment,
  msPerHour,
  plusHours,
  riskRatings,
  stepDownTargetOf,
  toMs,
  type AgeGroup,
  type AsamCode,
  type CareEventOf,
  type CommandFields,
  type Level,
  type Programme,
} from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

type Fields = CommandFields<string>['RecordAssessment'];
type Made = Pick<Fields, 'assessmentId' | 'assessedAt'>;

const talkedThrough = {
  evidence: 'History and present state talked through with the person.',
};
const together = { decidedBy: ['person', 'therapist'], agreement: 'agrees' } as const;

/**
 * An assessment of all dimensions by the 4th edition that finds a level of these codes enough, asked for by the risks of
 * substance use.
 */
export function assessmentFields(asam: readonly AsamCode[], made: Made): Fields {
  const code = asam.find(({ edition }) => edition === 4)?.code ?? '0';
  return {
    ...made,
    edition: 4,
    dimensions: dimensions.map((dimension) => ({
      dimension,
      ...(dimension < 6 && { minimumLevel: dimension === 4 ? code : 'ANY' }),
      ...talkedThrough,
    })),
    ...together,
  };
}

/** The same by the edition that holds for the age: adolescents' is the 3rd, whose ratings the programme reads as levels. */
export function findsEnough(level: Level, ageGroup: AgeGroup, programme: Programme, made: Made): Fields {
  if (programme.assessments.edition[ageGroup] === 4) return assessmentFields(level.asam, made);
  const asks = programme.assessments.minimumByRating[ageGroup];
  const code = level.asam.find(({ edition }) => edition === 3)?.code;
  // Without any risk aftercare is enough; it has the code of an outpatient level.
  const driver = level.kind === 'aftercare' ? undefined : dimensions.findLast((one) => asks[one].includes(code ?? ''));
  return {
    ...made,
    edition: 3,
    dimensions: dimensions.map((dimension) => ({
      dimension,
      risk: riskRatings.find((risk) => dimension === driver && asks[dimension][risk] === code) ?? 0,
      ...talkedThrough,
    })),
    ...together,
  };
}

interface Care {
  readonly level: string;
  readonly ageGroup: AgeGroup;
  readonly goalsReached: boolean;
}

/** Most assessments are made in time; when the goals of a level are reached they find less support enough. */
export function assessWhenAsked(
  person: string,
  programme: Programme,
  { level: id, ageGroup, goalsReached }: Care,
  { data, recordedAt }: CareEventOf<'TaskOpened'>,
): Plan[] {
  const { taskId, kind, dueAt } = data;
  const level = programme.levels[id];
  if (level === undefined || !endsByAssessment(kind)) return [];
  const draw = chance('assessment', person, taskId);
  const allowedHours = Math.max(1, (toMs(dueAt) - toMs(recordedAt)) / msPerHour);
  const at = plusHours(recordedAt, draw.happens(90) ? (allowedHours * draw.int(10, 90)) / 100 : allowedHours + 12);
  const less = goalsReached ? programme.levels[stepDownTargetOf(level, ageGroup) ?? ''] : undefined;
  const assessmentId = `demo-${chance('assessment-id', person, taskId, recordedAt).int(100_000, 999_999)}`;
  const made = { assessmentId, assessedAt: at };
  return [
    {
      at,
      key: `assessment.${taskId}.${recordedAt}`,
      actor: simulatedActor('therapist'),
      wish: { type: 'RecordAssessment', fields: findsEnough(less ?? level, ageGroup, programme, made) },
    },
  ];
}
