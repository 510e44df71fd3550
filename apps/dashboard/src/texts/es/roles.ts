import type { roles as english } from '../en/roles.ts';
import type { TranslationOf } from '../translation-of.ts';

/** The function rather than the person, whose gender is not known. */
export const roles: TranslationOf<typeof english> = {
  coordinator: 'Coordinación de la atención',
  therapist: 'Terapeuta',
  prescriber: 'Profesional que receta',
  nurse: 'Enfermería',
  'peer-worker': 'Apoyo entre pares',
  'medical-director': 'Dirección médica',
  'programme-manager': 'Gestión del programa',
  'privacy-officer': 'Responsable de privacidad',
  administrator: 'Administración',
  system: 'Sistema conectado',
};
