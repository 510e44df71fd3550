import { answersTo, questionnairesFor } from '../simulated/questionnaires.ts';
import type { Act } from './act.ts';

/** A questionnaire for adults, answered now. Nobody under age comes by traffic; one that is not for somebody is refused. */
export const questionnaire: Act = async (clinic, { episodeId }, draw, now) => {
  const instrument = draw.pick(questionnairesFor('adult'));
  await clinic.command(episodeId, 'RecordInstrument', {
    ...{ instrumentId: crypto.randomUUID(), instrument, at: now },
    answers: answersTo(instrument, draw.int(10, 75) / 100, draw),
  });
  return `a questionnaire, ${instrument}`;
};
