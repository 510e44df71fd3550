import { listInWords } from '../../texts/in-language.ts';
import { duration } from '../../marks/time.ts';
import type { PictureData } from './picture-data.ts';

const days = (from: number, to: number) =>
  duration(Math.max(86_400_000, Math.floor((to - from) / 86_400_000) * 86_400_000));

/** The picture as one sentence, for those who do not see it. */
export function pictureSentence(data: PictureData, levelTitle: (id: string) => string): string {
  const stays = data.bars.map(
    ({ level, from, to, open }) =>
      `${levelTitle(level)} ${days(from, to)}${open && data.endedAt === undefined ? ' so far' : ''}`,
  );
  const open = data.ways.find(({ endedAt }) => endedAt === undefined);
  const count = (symbol: string) => data.weeks.filter((week) => week.symbol === symbol).length;
  const weeks =
    data.weeks.length === 0
      ? ''
      : `${data.weeks.length} weeks of screens: ${count('+')} positive, ${count('-')} negative, ${count('*')} both, ${count('o')} none`;
  const parts = [
    stays.length === 0 ? 'Not yet admitted' : `Levels over time: ${stays.join(', then ')}`,
    open === undefined ? '' : `on the way to ${levelTitle(open.to)}`,
    data.holds.length === 0
      ? ''
      : `automatic moves paused ${data.holds.length === 1 ? 'once' : `${data.holds.length} times`}`,
    weeks,
    data.medications.length === 0
      ? ''
      : `medication ${listInWords([...new Set(data.medications.map(({ name }) => name))])}`,
    data.endedAt === undefined ? '' : 'discharged',
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}
