import type { Sentences } from './telling.ts';

export const holdSentences = {
  HoldPlaced: ({ until }, { moment }) => `Automatic moves paused to ${moment(until)}.`,
  HoldReleased: ({ cause }) =>
    `Automatic moves go on: ${cause === 'ended' ? 'the pause came to its end' : 'the pause was ended'}.`,
} satisfies Partial<Sentences>;
