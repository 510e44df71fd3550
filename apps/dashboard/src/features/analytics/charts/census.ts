import type { AnalyticsCensus } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import {
  byLevel,
  dayWords,
  levelStepOf,
  levelTitle,
  number,
  sumOf,
  type ChartModel,
  type Levels,
} from '../chart-model.ts';

const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const;

export function censusChart({ days, levels: found, waiting }: AnalyticsCensus, levels: Levels): ChartModel {
  const lines = byLevel(levels)(found);
  const ofDay = (at: number): number | null => sumOf(lines.map(({ people }) => people[at] ?? null));
  const [first, last] = [ofDay(0), ofDay(days.length - 1)];
  const title =
    first === null || last === null
      ? mostNow(found, levels)
      : t(`analytics.census.${last > first ? 'grew' : last < first ? 'fell' : 'same'}`, {
          first: number(first),
          last: number(last),
        });
  return {
    name: 'census',
    title,
    line: t('analytics.census.line'),
    definition: t('analytics.census.definition'),
    head: [t('analytics.day'), ...lines.map(({ level }) => levelTitle(levels, level)), t('analytics.census.waiting')],
    rows: days.map((day, at) => [day, ...lines.map(({ people }) => people[at] ?? null), waiting[at] ?? null]),
    height: 340,
    wide: true,
    option: (look) => ({
      ...look.base,
      tooltip: { ...look.base.tooltip, trigger: 'axis' },
      grid: { left: 4, right: 110, top: 12, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        boundaryGap: false,
        data: days.map(dayWords),
        axisLine: { lineStyle: { color: look.tokens.line2 } },
        axisTick: { show: false },
        axisLabel: { ...look.axis, hideOverlap: true },
      },
      yAxis: { type: 'value', axisLabel: look.axis, splitLine: look.split },
      series: [
        ...lines.map(({ level, people }, index) => ({
          name: levelTitle(levels, level),
          data: people,
          color: look.level(levelStepOf(levels, level)),
          lineStyle: { width: 2, type: dashes[index % dashes.length] },
        })),
        {
          name: t('analytics.census.waiting'),
          data: waiting,
          color: look.tokens.text3,
          lineStyle: { width: 1.25, type: [2, 3] },
        },
      ].map((line) => ({
        type: 'line',
        showSymbol: false,
        ...line,
        endLabel: { show: true, formatter: '{a} {c}', ...look.label, distance: 6 },
        labelLayout: { moveOverlap: 'shiftY' },
      })),
    }),
  };
}

/** Where not every level is shown: the one with most people of those that are. */
function mostNow(found: AnalyticsCensus['levels'], levels: Levels): string {
  const most = found
    .flatMap(({ level, people }) => {
      const now = people.at(-1) ?? null;
      return now === null || now === 0 ? [] : [{ level, now }];
    })
    .toSorted((a, b) => b.now - a.now)[0];
  return most === undefined
    ? t('analytics.census.plain')
    : t('analytics.census.most', { level: levelTitle(levels, most.level), people: number(most.now) });
}
