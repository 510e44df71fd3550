import type { DataOf } from '../care-events.ts';
import {
  arrestWords,
  employmentWords,
  followUpContactWords,
  livingArrangementWords,
  selfHelpWords,
} from '../words/follow-up.ts';
import { small } from '../../../texts/letters.ts';
import type { Sentences } from './telling.ts';

export const followUpSentences = {
  FollowUpRecorded: (data, { day }) =>
    `Follow-up at ${data.point} days, on ${day(data.contactedAt)}: ${answers(data).map(small).join('; ')}.`,
  FollowUpMissed: ({ point }) => `Follow-up at ${point} days: no answer in its time.`,
} satisfies Partial<Sentences>;

function answers(data: DataOf<'FollowUpRecorded'>): readonly string[] {
  const { contact, abstinentReported, abstinentTested, housing, employment, arrests, selfHelp } = data;
  return [
    followUpContactWords[contact],
    ...(abstinentReported === undefined ? [] : [`reported ${abstinentReported ? '' : 'not '}abstinent`]),
    ...(abstinentTested === undefined ? [] : [`tested ${abstinentTested ? '' : 'not '}abstinent`]),
    ...(housing === undefined ? [] : [livingArrangementWords[housing]]),
    ...(employment === undefined ? [] : [employmentWords[employment]]),
    ...(arrests === undefined ? [] : [arrestWords[arrests]]),
    ...(selfHelp === undefined ? [] : [selfHelpWords[selfHelp]]),
  ];
}
