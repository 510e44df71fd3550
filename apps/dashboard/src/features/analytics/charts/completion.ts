import type { Completion } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { byLevel, levelTitle, percent, shareOf, sumOf, type ChartModel, type Levels } from '../chart-model.ts';
import { reasonWords } from './endings.ts';
import { ofPeople, restOf, told } from './parts-of.ts';
import { stacked } from './stacked.ts';

export function completionChart({ levels: found }: Completion, levels: Levels): ChartModel {
  const rows = byLevel(levels)(found);
  const reasons = [
    'completed',
    'transferred',
    'dropped-out',
    'terminated-by-facility',
    'incarcerated',
    'death',
    'other',
  ] as const;
  const there = reasons.filter((reason) => rows.some((row) => row.reasons.some((one) => one.reason === reason)));
  const countOf = (row: (typeof rows)[number], reason: string): number | null => {
    const known = row.reasons.find((one) => one.reason === reason);
    return known === undefined ? 0 : known.count;
  };
  const ended = sumOf(rows.flatMap((row) => row.reasons.map(({ count }) => count)));
  const well = sumOf(
    rows.flatMap((row) =>
      row.reasons.filter(({ reason }) => reason === 'completed' || reason === 'transferred').map(({ count }) => count),
    ),
  );
  const share = shareOf(well, ended);
  const names = [t('analytics.completion.moved'), ...there.map(reasonWords)];
  return {
    name: 'completion',
    title:
      share === null
        ? told(
            'completion',
            rows.map(({ stays }) => stays),
          )
        : t('analytics.completion.title', { share: percent(share) }),
    line: t('analytics.completion.line'),
    definition: t('analytics.completion.definition'),
    head: [t('analytics.level'), t('analytics.stays'), ...names],
    rows: rows.map((row) => [
      levelTitle(levels, row.level),
      row.stays,
      row.moved,
      ...there.map((reason) => countOf(row, reason)),
    ]),
    height: 48 * Math.max(2, rows.length) + 100,
    option: (look) =>
      stacked(
        {
          bars: rows.map(({ level }) => levelTitle(levels, level)),
          parts: [
            { name: names[0] ?? '', counts: rows.map(({ moved }) => moved) },
            ...there.map((reason) => ({ name: reasonWords(reason), counts: rows.map((row) => countOf(row, reason)) })),
          ],
          // What is hidden of the moves stands with the rest.
          hidden: {
            name: t('analytics.hidden'),
            counts: rows.map((row) => restOf(row.stays, [row.moved, ...there.map((reason) => countOf(row, reason))])),
          },
          asShares: true,
          ends: rows.map(({ stays }) => ofPeople(stays)),
        },
        look,
      ),
  };
}
