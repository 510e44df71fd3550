import type { CareEventOf } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';

/** What became true about medications. */
export function evolveMedications(
  journey: OpenedJourney,
  event: CareEventOf<'MedicationRecorded'> | CareEventOf<'MedicationEnded'>,
): OpenedJourney {
  switch (event.type) {
    case 'MedicationRecorded': {
      const { reason: _sealed, ...medication } = event.data;
      return { ...journey, medications: [...journey.medications, medication] };
    }
    case 'MedicationEnded': {
      const { medicationId, at } = event.data;
      return {
        ...journey,
        medications: journey.medications.map((medication) =>
          medication.medicationId === medicationId ? { ...medication, endedAt: at } : medication,
        ),
      };
    }
  }
}
