import { t } from '../../../texts/texts.ts';
import { recommendedInWords } from './recommended.ts';
import type { Sentences } from './telling.ts';

export const assessmentSentences = {
  AssessmentRecorded: ({ edition, assessedAt, actualLevel, discrepancyReason }, { day, level }) => {
    const made = {
      day: day(assessedAt),
      edition: t(`events.assessments.editions.${edition === 3 ? 'third' : 'fourth'}`),
    };
    if (actualLevel === undefined) return t('events.assessments.AssessmentRecorded', made);
    const decided = { ...made, level: level(actualLevel) };
    if (discrepancyReason === undefined) return t('events.assessments.decided', decided);
    const because = t(`events.assessments.discrepancies.${discrepancyReason}`);
    return t('events.assessments.decidedBecause', { ...decided, because });
  },
  LevelRecommended: (data, { level }) => recommendedInWords(data, level),
} satisfies Partial<Sentences>;
