import type { Examples } from './example.ts';
import { at } from './values.ts';

export const medicationExamples = {
  MedicationRecorded: [
    { medicationId: 'm1', medication: 'buprenorphine-naloxone', kind: 'moud', scheduled: true, from: at },
    'Medication recorded: buprenorphine with naloxone, medication for opioid use disorder, from [day].',
  ],
  MedicationEnded: [{ medicationId: 'm1', at }, 'Medication ended on [day]: buprenorphine with naloxone.'],
  MissedDosesRecorded: [
    { medicationId: 'm1', from: at, to: at, doses: 3 },
    '3 missed doses of buprenorphine with naloxone, [day].',
  ],
  MedicationContinuityArranged: [
    { medicationId: 'm1', nextDoseAt: at },
    'Next dose arranged for [moment]: buprenorphine with naloxone.',
  ],
} satisfies Partial<Examples>;
