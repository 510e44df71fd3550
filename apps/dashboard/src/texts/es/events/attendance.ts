import type { attendance as english } from '../../en/events/attendance.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const attendance: TranslationOf<typeof english> = {
  AttendanceWeekClosed:
    'Semana del {{day}}: {{attended}} asistidas de {{planned}} previstas; el nivel pide {{minimum}}.',
  corrected:
    'Semana del {{day}}, corregida: {{attended}} asistidas de {{planned}} previstas; el nivel pide {{minimum}}.',
  withoutMinimum: 'Semana del {{day}}: {{attended}} asistidas de {{planned}} previstas; no hay mínimo.',
  correctedWithoutMinimum:
    'Semana del {{day}}, corregida: {{attended}} asistidas de {{planned}} previstas; no hay mínimo.',
};
