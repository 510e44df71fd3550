import type { Sentences } from './telling.ts';

export const slotSentences = {
  SlotOffered: ({ level: id, startsAt, keptUntil }, { level, moment }) =>
    `A place in ${level(id)} is offered from ${moment(startsAt)}${keptUntil === undefined ? '' : `, kept until ${moment(keptUntil)}`}.`,
  SlotDeclined: ({ level: id }, { level }) => `The place in ${level(id)} is not taken.`,
} satisfies Partial<Sentences>;
