import { t } from '../../../texts/texts.ts';
import type { Sentences } from './telling.ts';

export const patientDecisionSentences = {
  PatientDecisionRecorded: ({ decision, kind, level: id }, { level }) => {
    const said = answers[decision];
    if (kind === undefined)
      return id === undefined
        ? t(`events.patientDecisions.${said}`)
        : t(`events.patientDecisions.withLevel.${said}`, { level: level(id) });
    const move = t(`events.transitions.moves.${kind}`);
    return id === undefined
      ? t(`events.patientDecisions.${said}About`, { move })
      : t(`events.patientDecisions.withLevel.${said}About`, { move, level: level(id) });
  },
} satisfies Partial<Sentences>;

const answers = { agrees: 'agrees', declines: 'declines', 'asks-for-another-level': 'asks' } as const;
