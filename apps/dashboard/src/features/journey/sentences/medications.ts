import { medicationKindWords, medicationWords } from '../words/medications.ts';
import type { Sentences } from './telling.ts';

export const medicationSentences = {
  MedicationRecorded: ({ medication, kind, from, to }, { day }) =>
    `Medication recorded: ${medicationWords(medication)}, ${medicationKindWords[kind]}, from ${day(from)}${to === undefined ? '' : ` to ${day(to)}`}.`,
  MedicationEnded: ({ medicationId, at }, { medication, day }) =>
    `Medication ended on ${day(at)}: ${medicationWords(medication(medicationId) ?? medicationId)}.`,
  MissedDosesRecorded: ({ medicationId, from, to = from, doses }, { medication, day }) =>
    `${doses === 1 ? '1 missed dose' : `${doses} missed doses`} of ${medicationWords(medication(medicationId) ?? medicationId)}, ${day(from)}${day(to) === day(from) ? '' : ` to ${day(to)}`}.`,
  MedicationContinuityArranged: ({ medicationId, nextDoseAt }, { medication, moment }) =>
    `Next dose arranged for ${moment(nextDoseAt)}: ${medicationWords(medication(medicationId) ?? medicationId)}.`,
} satisfies Partial<Sentences>;
