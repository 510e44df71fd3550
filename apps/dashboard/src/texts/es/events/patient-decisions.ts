import type { patientDecisions as english } from '../../en/events/patient-decisions.ts';
import type { TranslationOf } from '../../translation-of.ts';

export const patientDecisions: TranslationOf<typeof english> = {
  agrees: 'La persona está de acuerdo.',
  agreesAbout: '{{move}}: la persona está de acuerdo.',
  declines: 'La persona no lo desea.',
  declinesAbout: '{{move}}: la persona no lo desea.',
  asks: 'La persona pide otro nivel.',
  asksAbout: '{{move}}: la persona pide otro nivel.',
  withLevel: {
    agrees: 'La persona está de acuerdo ({{level}}).',
    agreesAbout: '{{move}}: la persona está de acuerdo ({{level}}).',
    declines: 'La persona no lo desea ({{level}}).',
    declinesAbout: '{{move}}: la persona no lo desea ({{level}}).',
    asks: 'La persona pide otro nivel ({{level}}).',
    asksAbout: '{{move}}: la persona pide otro nivel ({{level}}).',
  },
};
