import type { waiting as english } from '../../en/events/waiting.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const waiting: TranslationOf<typeof english> = {
  EpisodeWaitlisted: 'Espera {{level}} desde el {{day}}: {{priority}}.',
  InterimServiceRecorded: 'Servicios provisionales durante la espera: {{services}}.',
  TransitionWaitlisted: 'No hay plaza en {{level}}: el movimiento espera y el nivel actual continúa.',
  TransitionPlaceFound: 'Hay una plaza y el movimiento continúa. Primer servicio atendido hasta {{moment}}.',
  priorities: {
    'pregnant-injecting': 'embarazo, y se inyecta drogas',
    pregnant: 'embarazo',
    injecting: 'se inyecta drogas',
    other: 'por orden de solicitud',
  },
  services: {
    'hiv-tb-counselling': 'asesoramiento sobre VIH y tuberculosis',
    'hiv-tb-referral': 'derivación por VIH y tuberculosis',
    'needle-and-partner-risk-education': 'información sobre los riesgos para las parejas y de compartir agujas',
    'prenatal-effects-education': 'información sobre los efectos antes del nacimiento',
    'prenatal-care-referral': 'derivación a atención prenatal',
    'naloxone-and-overdose-education': 'naloxona, y cómo responder a una sobredosis',
    'interim-medication': 'medicación provisional',
    'peer-support': 'apoyo entre pares',
  },
};
