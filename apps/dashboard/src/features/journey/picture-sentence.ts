import { duration } from '../../marks/time.ts';
import { listInWords } from '../../texts/in-language.ts';
import { t } from '../../texts/texts.ts';
import type { PictureData } from './picture-data.ts';

const dayMs = 86_400_000;
const days = (from: number, to: number) => duration(Math.max(dayMs, Math.floor((to - from) / dayMs) * dayMs));

/** The picture as one sentence, for those who do not see it. */
export function pictureSentence(data: PictureData, levelTitle: (id: string) => string): string {
  const open = data.ways.find(({ endedAt }) => endedAt === undefined);
  const parts = [
    stays(data, levelTitle),
    open !== undefined && t('journey.pictureSentence.onTheWay', { level: levelTitle(open.to) }),
    data.holds.length === 1 && t('journey.pictureSentence.pausedOnce'),
    data.holds.length > 1 && t('journey.pictureSentence.paused', { number: data.holds.length }),
    data.weeks.length > 0 && weeks(data.weeks),
    data.medications.length > 0 &&
      t('journey.pictureSentence.medication', {
        names: listInWords([...new Set(data.medications.map(({ name }) => name))]),
      }),
    data.endedAt !== undefined && t('journey.pictureSentence.discharged'),
  ];
  return `${parts.filter((part) => part !== false).join('; ')}.`;
}

function stays({ bars, endedAt }: PictureData, levelTitle: (id: string) => string): string {
  if (bars.length === 0) return t('journey.pictureSentence.notAdmitted');
  const told = bars.map(({ level, from, to, open }) => {
    const stay = { level: levelTitle(level), length: days(from, to) };
    return open && endedAt === undefined
      ? t('journey.pictureSentence.staySoFar', stay)
      : t('journey.pictureSentence.stay', stay);
  });
  return t('journey.pictureSentence.levels', { stays: told.join(t('journey.pictureSentence.andThen')) });
}

function weeks(screens: PictureData['weeks']): string {
  const count = (symbol: string) => screens.filter((week) => week.symbol === symbol).length;
  return t('journey.pictureSentence.weeks', {
    number: screens.length,
    positive: count('+'),
    negative: count('-'),
    both: count('*'),
    none: count('o'),
  });
}
