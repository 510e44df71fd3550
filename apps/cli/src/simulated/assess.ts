import {
  dimensions,
  endsByAssessment,
  msPerHour,
  plusHours,
  toMs,
  type AsamCode,
  type CareEventOf,
  type CommandFields,
  type Programme,
} from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

type Fields = CommandFields<string>['RecordAssessment'];

/**
 * An assessment of all dimensions by the 4th edition that finds a level of these codes enough, asked for by the risks of
 * substance use.
 */
export function assessmentFields(asam: readonly AsamCode[], made: Pick<Fields, 'assessmentId' | 'assessedAt'>): Fields {
  const code = asam.find(({ edition }) => edition === 4)?.code ?? '0';
  return {
    ...made,
    edition: 4,
    dimensions: dimensions.map((dimension) => ({
      dimension,
      ...(dimension < 6 && { minimumLevel: dimension === 4 ? code : 'ANY' }),
      evidence: 'History and present state talked through with the person.',
    })),
    decidedBy: ['person', 'therapist'],
    agreement: 'agrees',
  };
}

/** Most assessments are made in time; when the goals of a level are reached they find less support enough. */
export function assessWhenAsked(
  person: string,
  programme: Programme,
  { level, goalIds }: { readonly level: string; readonly goalIds: ReadonlySet<string> },
  { data, recordedAt }: CareEventOf<'TaskOpened'>,
): Plan[] {
  const { taskId, kind, subject, dueAt } = data;
  if (!endsByAssessment(kind)) return [];
  const draw = chance('assessment', person, taskId);
  const allowedHours = Math.max(1, (toMs(dueAt) - toMs(recordedAt)) / msPerHour);
  const at = plusHours(recordedAt, draw.happens(90) ? (allowedHours * draw.int(10, 90)) / 100 : allowedHours + 12);
  const enough = goalIds.has(subject) ? (programme.levels[level]?.stepDownTo ?? level) : level;
  const asam = programme.levels[enough]?.asam ?? [];
  const assessmentId = `demo-${chance('assessment-id', person, taskId, recordedAt).int(100_000, 999_999)}`;
  return [
    {
      at,
      key: `assessment.${taskId}.${recordedAt}`,
      actor: simulatedActor('therapist'),
      wish: { type: 'RecordAssessment', fields: assessmentFields(asam, { assessmentId, assessedAt: at }) },
    },
  ];
}
