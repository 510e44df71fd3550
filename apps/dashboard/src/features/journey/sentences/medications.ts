import { t } from '../../../texts/texts.ts';
import { medicationWords } from '../../../marks/medications.ts';
import type { Sentences } from './telling.ts';

export const medicationSentences = {
  MedicationRecorded: ({ medication, kind, from, to }, { day }) => {
    const recorded = {
      medication: medicationWords(medication),
      kind: t(`events.medications.kinds.${kind}`),
      from: day(from),
    };
    return to === undefined
      ? t('events.medications.MedicationRecorded', recorded)
      : t('events.medications.recordedUntil', { ...recorded, to: day(to) });
  },
  MedicationEnded: ({ medicationId, at }, { medication, day }) =>
    t('events.medications.MedicationEnded', {
      day: day(at),
      medication: medicationWords(medication(medicationId) ?? medicationId),
    }),
  MissedDosesRecorded: ({ medicationId, from, to = from, doses }, { medication, day }) =>
    t('events.medications.MissedDosesRecorded', {
      count: doses,
      medication: medicationWords(medication(medicationId) ?? medicationId),
      days: day(to) === day(from) ? day(from) : t('events.medications.days', { from: day(from), to: day(to) }),
    }),
  MedicationContinuityArranged: ({ medicationId, nextDoseAt }, { medication, moment }) =>
    t('events.medications.MedicationContinuityArranged', {
      moment: moment(nextDoseAt),
      medication: medicationWords(medication(medicationId) ?? medicationId),
    }),
} satisfies Partial<Sentences>;
