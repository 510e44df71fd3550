import type { InstrumentQuestion } from '@stepway/contracts';
import type { Values } from '../form/values.ts';
import { en } from '../../texts/en/index.ts';
import { said } from '../words.ts';

/** Some questions follow only on another that was answered with more than none. */
export const isAskedNow = ({ onlyAfter }: InstrumentQuestion, answers: Values): boolean =>
  onlyAfter === undefined || Number(answers[onlyAfter] ?? 0) > 0;

/** The question in short words; that for adolescents shares most with that for adults. */
export function questionWords(instrument: string, question: string): string {
  const own = instrument === 'phq-a' && !Object.hasOwn(en.questions['phq-a'], question) ? 'phq-9' : instrument;
  return said(`questions.${own}.${question}`);
}

const scaleOf = (instrument: string, question: string): keyof typeof en.questions.points | undefined => {
  if (question === 'difficulty') return 'difficulty';
  if (instrument === 'c-ssrs' || Object.hasOwn(en.questions['phq-a'], question)) return 'noYes';
  if (question === 'enough-income') return 'noYesIncome';
  if (['phq-9', 'phq-a', 'gad-7'].includes(instrument)) return 'weeks';
  return instrument === 'bam' && (question.endsWith('-days') || question === 'sleep') ? 'days' : undefined;
};

/** What so many points mean: "Several days"; of a scale of signs the points themselves. */
export function pointsWords(instrument: string, question: string, points: number): string {
  const scale = scaleOf(instrument, question);
  return scale === undefined ? String(points) : said(`questions.points.${scale}.${points}`);
}
