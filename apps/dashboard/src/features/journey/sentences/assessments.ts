import { discrepancyWords } from '../words/assessments.ts';
import type { Sentences } from './telling.ts';

export const assessmentSentences = {
  AssessmentRecorded: ({ edition, assessedAt, actualLevel, discrepancyReason }, { day, level }) => {
    const made = `All dimensions assessed on ${day(assessedAt)} (ASAM Criteria, ${edition === 3 ? '3rd' : '4th'} edition)`;
    if (actualLevel === undefined) return `${made}.`;
    const because = discrepancyReason === undefined ? '' : `, because ${discrepancyWords[discrepancyReason]}`;
    return `${made}; decided: ${level(actualLevel)}${because}.`;
  },
  LevelRecommended: ({ explanation }) => explanation,
} satisfies Partial<Sentences>;
