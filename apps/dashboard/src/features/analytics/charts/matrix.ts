import type { Transitions } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { byLevel, levelTitle, number, percent, shareOf, sumOf, type ChartModel, type Levels } from '../chart-model.ts';
import { endings, reasonWords } from './endings.ts';

export function matrixChart({ ways: found }: Transitions, levels: Levels): ChartModel {
  const ways = byLevel(levels)(found);
  const places = [
    ...ways.map(({ level }) => level),
    ...new Set(
      found.flatMap(({ to }) => to.map(({ level }) => level)).filter((id) => !ways.some(({ level }) => level === id)),
    ),
  ];
  const reasons = endings.filter((end) => found.some(({ out }) => out.some(({ reason }) => reason === end)));
  const countOf = (way: (typeof ways)[number], column: string): number | null | undefined => {
    const known = [
      ...way.to.filter(({ level }) => level === column),
      ...way.out.filter(({ reason }) => reason === column),
    ].map(({ count }) => count);
    return known.length === 0 ? undefined : sumOf(known);
  };
  const columns = [...places, ...reasons];
  const columnWords = columns.map((column) =>
    places.includes(column) ? levelTitle(levels, column) : reasonWords(column),
  );
  const cells = ways.flatMap((way, y) =>
    columns.map((column, x) => {
      const count = countOf(way, column);
      return {
        value: [x, y, shareOf(count ?? 0, way.stays) ?? 0],
        words: count === undefined ? '' : count === null ? t('analytics.hidden') : number(count),
      };
    }),
  );
  const largest = ways
    .flatMap((way) => way.to.map((to) => ({ ...to, from: way.level, share: shareOf(to.count, way.stays) ?? 0 })))
    .toSorted((a, b) => b.share - a.share)[0];
  return {
    name: 'transitions',
    title:
      largest === undefined || largest.share === 0
        ? mostEnded(ways, levels)
        : t('analytics.matrix.title', {
            share: percent(largest.share),
            from: levelTitle(levels, largest.from),
            to: levelTitle(levels, largest.level),
          }),
    line: t('analytics.matrix.line'),
    definition: t('analytics.matrix.definition'),
    head: [t('analytics.flow.from'), t('analytics.stays'), ...columnWords],
    rows: ways.map((way) => [
      levelTitle(levels, way.level),
      way.stays,
      ...columns.map((column) => (countOf(way, column) === undefined ? 0 : (countOf(way, column) ?? null))),
    ]),
    height: 44 * Math.max(2, ways.length) + 70,
    wide: true,
    option: (look) => ({
      ...look.base,
      tooltip: { show: false },
      grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
      xAxis: {
        type: 'category',
        position: 'top',
        data: columnWords,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...look.axis, interval: 0, width: 84, overflow: 'break' },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: ways.map(({ level }) => levelTitle(levels, level)),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: look.label,
      },
      visualMap: {
        show: false,
        min: 0,
        max: 1,
        dimension: 2,
        inRange: { color: look.scheme === 'light' ? ['#f9fafb', '#b3bcc8'] : ['#1a1f25', '#4b5865'] },
      },
      series: [
        {
          type: 'heatmap',
          data: cells,
          itemStyle: { borderColor: look.tokens.surface, borderWidth: 2, borderRadius: 4 },
          label: {
            show: true,
            ...look.label,
            formatter: ({ data }: { readonly data: { readonly words: string } }) => data.words,
          },
        },
      ],
    }),
  };
}

/** Where no way may be shown: where most stays ended. */
function mostEnded(ways: Transitions['ways'], levels: Levels): string {
  const most = ways.toSorted((a, b) => (b.stays ?? 0) - (a.stays ?? 0))[0];
  return most === undefined || most.stays === null || most.stays === 0
    ? t('analytics.matrix.plain')
    : t('analytics.matrix.ended', { level: levelTitle(levels, most.level), stays: number(most.stays) });
}
