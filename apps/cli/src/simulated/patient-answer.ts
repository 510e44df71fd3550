import { plusHours, toMs, type CareEventOf } from '@stepway/pathway';
import { chance } from '../chance.ts';
import { simulatedActor, type Plan } from './plan.ts';

/** What a person says to a move when the therapist asks: most agree, some do not want it, a few ask for another level. */
export function answerWhenAsked(person: string, { data, recordedAt }: CareEventOf<'TaskOpened'>): Plan[] {
  if (data.kind !== 'ask-patient-decision') return [];
  const draw = chance('patient-answer', person, data.subject);
  const allowedHours = Math.max(1, (toMs(data.dueAt) - toMs(recordedAt)) / 3_600_000);
  const at = plusHours(recordedAt, (allowedHours * draw.int(10, 95)) / 100);
  const roll = draw.int(1, 100);
  const decision = roll <= 90 ? 'agrees' : roll <= 96 ? 'declines' : 'asks-for-another-level';
  return [
    {
      at,
      key: `answer.${data.subject}`,
      actor: simulatedActor('therapist'),
      wish: {
        type: 'RecordPatientDecision',
        fields: { transitionId: data.subject, decision, at, words: saidSo[decision] },
      },
    },
  ];
}

const saidSo = {
  agrees: 'I would like to try that.',
  declines: 'Not now. I want to stay where I am.',
  'asks-for-another-level': 'I could come in the evenings, but I cannot leave home.',
};
