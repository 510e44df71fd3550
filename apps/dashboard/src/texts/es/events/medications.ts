import type { medications as english } from '../../en/events/medications.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const medications: TranslationOf<typeof english> = {
  MedicationRecorded: 'Medicamento registrado: {{medication}}, {{kind}}, desde el {{from}}.',
  recordedUntil: 'Medicamento registrado: {{medication}}, {{kind}}, del {{from}} al {{to}}.',
  MedicationEnded: 'Medicamento terminado el {{day}}: {{medication}}.',
  MissedDosesRecorded_one: '{{count}} dosis omitida de {{medication}}, {{days}}.',
  MissedDosesRecorded_other: '{{count}} dosis omitidas de {{medication}}, {{days}}.',
  days: 'del {{from}} al {{to}}',
  MedicationContinuityArranged: 'Próxima dosis organizada para {{moment}}: {{medication}}.',
  another: 'otro medicamento',
  kinds: {
    prescribed: 'recetado',
    administered: 'administrado',
    moud: 'medicación para el trastorno por consumo de opioides',
  },
};
