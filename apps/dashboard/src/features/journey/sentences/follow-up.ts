import { small } from '../../../texts/letters.ts';
import { t } from '../../../texts/texts.ts';
import type { DataOf } from '../care-events.ts';
import type { Sentences } from './telling.ts';

export const followUpSentences = {
  FollowUpRecorded: (data, { day }) =>
    t('events.followUp.FollowUpRecorded', {
      point: data.point,
      day: day(data.contactedAt),
      answers: answers(data).map(small).join('; '),
    }),
  FollowUpMissed: ({ point }) => t('events.followUp.FollowUpMissed', { point }),
} satisfies Partial<Sentences>;

function answers(data: DataOf<'FollowUpRecorded'>): readonly string[] {
  const { contact, abstinentReported, abstinentTested, housing, employment, arrests, selfHelp } = data;
  return [
    t(`events.followUp.contacts.${contact}`),
    abstinentReported !== undefined &&
      t(`events.followUp.abstinence.${abstinentReported ? 'reported' : 'notReported'}`),
    abstinentTested !== undefined && t(`events.followUp.abstinence.${abstinentTested ? 'tested' : 'notTested'}`),
    housing !== undefined && t(`events.followUp.housing.${housing}`),
    employment !== undefined && t(`events.followUp.employment.${employment}`),
    arrests !== undefined && t(`events.followUp.arrests.${arrests}`),
    selfHelp !== undefined && t(`events.followUp.selfHelp.${selfHelp}`),
  ].filter((answer) => answer !== false);
}
