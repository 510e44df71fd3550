import { listInWords } from '../../../texts/in-language.ts';
import { capital } from '../../../texts/letters.ts';
import { interimServiceWords, waitingPriorityWords } from '../words/waiting.ts';
import type { Sentences } from './telling.ts';

export const waitingSentences = {
  EpisodeWaitlisted: ({ level: at, priority, requestedAt }, { level, day }) =>
    `Waits for ${level(at)} since ${day(requestedAt)}: ${waitingPriorityWords[priority]}.`,
  InterimServiceRecorded: ({ services }) =>
    `Interim services while waiting: ${listInWords(services.map((service) => interimServiceWords[service]))}.`,
  TransitionWaitlisted: ({ level: at }, { level }) =>
    `${capital(level(at))} has no place: the move waits, and the present level goes on.`,
  TransitionPlaceFound: ({ handOffDueAt }, { moment }) =>
    `A place is found, and the move goes on. First attended service by ${moment(handOffDueAt)}.`,
} satisfies Partial<Sentences>;
