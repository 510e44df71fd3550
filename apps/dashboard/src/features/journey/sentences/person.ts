import { livingSituationWords } from '../words/person.ts';
import type { Sentences } from './telling.ts';

export const personSentences = {
  PregnancyRecorded: ({ from }, { day }) =>
    `Pregnancy recorded, known since ${day(from)}: obstetric care is asked for, medication goes on.`,
  PregnancyEnded: ({ at }, { day }) => `Pregnancy ended on ${day(at)}.`,
  NaloxoneProvided: ({ kits, at }, { day }) =>
    `Naloxone given along on ${day(at)}: ${kits === 1 ? '1 kit' : `${kits} kits`}.`,
  LivingSituationRecorded: ({ situation, safe }) =>
    `Lives ${livingSituationWords[situation]}${safe === undefined ? '' : `, ${safe ? 'safe there' : 'not safe there'}`}.`,
} satisfies Partial<Sentences>;
