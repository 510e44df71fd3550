import type { CareEventOf } from '../events.ts';
import type { Medication } from './state.ts';
import type { OpenedJourney } from '../journey.ts';

/** What became true about medications. */
export function evolveMedications(
  journey: OpenedJourney,
  event: CareEventOf<'MedicationRecorded' | 'MedicationEnded' | 'MissedDosesRecorded' | 'MedicationContinuityArranged'>,
): OpenedJourney {
  switch (event.type) {
    case 'MedicationRecorded': {
      const { reason: _sealed, ...medication } = event.data;
      return { ...journey, medications: [...journey.medications, { ...medication, eventId: event.id }] };
    }
    case 'MedicationEnded':
      return changed(journey, event.data.medicationId, { endedAt: event.data.at });
    case 'MissedDosesRecorded': {
      const { medicationId, from, to = from, doses } = event.data;
      const record = { from, to, doses, recordedAt: event.recordedAt, eventId: event.id };
      const { missedDoses = [] } = journey.medications.find((one) => one.medicationId === medicationId) ?? {};
      return changed(journey, medicationId, { missedDoses: [...missedDoses, record] });
    }
    case 'MedicationContinuityArranged': {
      const { medicationId, nextDoseAt } = event.data;
      return changed(journey, medicationId, { nextDose: { at: nextDoseAt, arrangedAt: event.recordedAt } });
    }
  }
}

function changed(journey: OpenedJourney, medicationId: string, change: Partial<Medication>): OpenedJourney {
  const medications = journey.medications.map((medication) =>
    medication.medicationId === medicationId ? { ...medication, ...change } : medication,
  );
  return { ...journey, medications };
}
