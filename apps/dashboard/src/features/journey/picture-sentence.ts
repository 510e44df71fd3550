import { duration } from '../../marks/time.ts';
import { listInWords } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import type { PictureData } from './picture-data.ts';

const dayMs = 86_400_000;
const days = (from: number, to: number) => duration(Math.max(dayMs, Math.floor((to - from) / dayMs) * dayMs));

/** The picture as one sentence, for those who do not see it. */
export function pictureSentence(data: PictureData, levelTitle: (id: string) => string): string {
  const parts = [staysOf(data, levelTitle), ...movesOf(data, levelTitle), weeksOf(data), ...careOf(data)];
  if (data.endedAt !== undefined) parts.push(t('journeyPage.picture.discharged'));
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

function staysOf({ bars, endedAt }: PictureData, levelTitle: (id: string) => string): string {
  if (bars.length === 0) return t('journeyPage.sentence.notAdmitted');
  const stays = bars.map(({ level, from, to, open }) => {
    const values = { level: levelTitle(level), length: days(from, to) };
    return open && endedAt === undefined
      ? t('journeyPage.sentence.staySoFar', values)
      : t('journeyPage.sentence.stay', values);
  });
  return t('journeyPage.sentence.levels', { stays: stays.join(t('journeyPage.sentence.andThen')) });
}

function movesOf({ ways, holds, away }: PictureData, levelTitle: (id: string) => string): readonly string[] {
  const open = ways.find(({ endedAt }) => endedAt === undefined);
  return [
    open === undefined ? '' : t('journeyPage.sentence.onTheWay', { level: levelTitle(open.to) }),
    holds.length === 0 ? '' : t('journeyPage.sentence.paused', { count: holds.length }),
    away.length === 0 ? '' : t('journeyPage.sentence.away', { count: away.length }),
  ];
}

function weeksOf({ weeks, planEndedAt }: PictureData): string {
  if (weeks.length === 0) return '';
  const count = (symbol: string) => weeks.filter((week) => week.symbol === symbol).length;
  const said = t('journeyPage.sentence.weeks', {
    count: weeks.length,
    positive: count('+'),
    negative: count('-'),
    both: count('*'),
    none: count('o'),
  });
  return planEndedAt === undefined ? said : t('journeyPage.sentence.planEnded', { weeks: said });
}

function careOf({ attendance, medications, trends }: PictureData): readonly string[] {
  const below = attendance.filter(({ hours, minimum }) => minimum !== undefined && hours < minimum).length;
  const names = [...new Set(medications.map(({ name }) => name))];
  return [
    attendance.length === 0 ? '' : t('journeyPage.sentence.attendance', { count: attendance.length, below }),
    names.length === 0 ? '' : t('journeyPage.sentence.medication', { names: listInWords(names) }),
    ...trends.flatMap(({ scale, points }) => {
      const [first, last] = [points[0], points.at(-1)];
      if (first === undefined || last === undefined) return [];
      const values = { scale: t(`journeyPage.scales.${scale}`), first: first.value, last: last.value };
      return [first === last ? t('journeyPage.sentence.scaleOnce', values) : t('journeyPage.sentence.scale', values)];
    }),
  ];
}
