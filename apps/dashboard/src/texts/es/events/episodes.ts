import type { episodes as english } from '../../en/events/episodes.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const episodes: TranslationOf<typeof english> = {
  EpisodeOpened: 'Episodio de atención abierto, para empezar en {{level}} ({{programme}}).',
  Admitted: 'Ingreso en {{level}} con el primer servicio atendido.',
  admittedAlthough:
    'Ingreso en {{level}} con el primer servicio atendido, por decisión médica aunque la evaluación encontró: {{exclusions}}.',
  EpisodeDischarged: 'Alta: {{reason, small}}.',
  patientDirected: 'Alta: salida decidida por la persona.',
  TerminationRequested:
    'Alguien del equipo desea terminar el episodio por parte del programa; continúa salvo que una segunda persona se sume hasta {{moment}}.',
  TerminationLapsed: 'Ninguna segunda persona se sumó: el episodio continúa.',
  ReferralClosed: 'Derivación cerrada, sin ingreso: {{reason, small}}.',
  EpisodeReopened: 'De vuelta en el mismo episodio, en {{level}}.',
  DeathRecorded: 'La persona falleció el {{day}}: {{cause, small}}.',
  ends: {
    completed: 'Completado',
    'dropped-out': 'Salida antes de completar',
    'terminated-by-facility': 'Terminado por el programa',
    transferred: 'Traslado',
    incarcerated: 'En la cárcel o en prisión',
    death: 'Fallecimiento',
    other: 'Otro motivo',
    'never-admitted': 'Sin ingreso',
  },
  referralEnds: {
    'went-elsewhere': 'Fue a otro lugar',
    'declined-care': 'Por ahora decidió no recibir atención',
    'could-not-be-reached': 'No se pudo contactar',
    'not-eligible': 'El programa no es adecuado',
    'no-place': 'No hubo plaza a tiempo',
    'referred-in-error': 'Derivación por error',
    died: 'Fallecimiento',
    other: 'Otro motivo',
  },
  deaths: {
    overdose: 'Sobredosis',
    suicide: 'Suicidio',
    other: 'Otra causa',
    'not-known': 'Causa no conocida',
  },
  exclusions: {
    'needs-medical-detox': 'necesita manejo médico de la abstinencia',
    'severe-withdrawal': 'abstinencia grave',
    'uncontrolled-psychiatric-symptoms': 'síntomas psiquiátricos sin controlar',
    'severe-co-occurring-condition': 'una afección concurrente grave',
    'severe-addiction': 'un trastorno grave por consumo de sustancias',
    'needs-full-time-supervision': 'necesita compañía en todo momento',
    'unsafe-home': 'un hogar que no es seguro',
    'needs-acute-hospital-care': 'necesita atención hospitalaria aguda',
  },
};
