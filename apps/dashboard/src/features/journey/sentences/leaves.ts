import { leaveWords } from '../words/leaves.ts';
import type { Sentences } from './telling.ts';

export const leaveSentences = {
  LeaveStarted: ({ kind, at, expectedReturnAt }, { moment }) =>
    `${leaveWords[kind]} from ${moment(at)}; ${
      expectedReturnAt === undefined ? 'the return is not known yet' : `expected back by ${moment(expectedReturnAt)}`
    }.`,
  LeaveEnded: ({ at, cause }, { moment }) =>
    `Back from leave on ${moment(at)}${cause === 'seen' ? ', seen at the next level' : ''}.`,
} satisfies Partial<Sentences>;
