import type { Retention } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { byLevel, levelStepOf, levelTitle, number, percent, type ChartModel, type Levels } from '../chart-model.ts';
import type { Drawing } from './drawing-place.ts';

type Curve = Retention['curves'][number];

const lineTypes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const;

export function retentionChart({ curves: found, smallGroupsHidden }: Retention, levels: Levels): ChartModel {
  const curves = byLevel(levels)(found.map((curve) => ({ ...curve, level: curve.entry })));
  const shown = curves.filter(({ points }) => points.length > 0);
  const largest = shown.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))[0];
  const via = (level: string) => t('analytics.retention.via', { level: levelTitle(levels, level) });
  const at = (points: (typeof curves)[number]['points'], day: number) => points.findLast((point) => point.day <= day);
  // Told of the last month that enough people were followed to.
  const month = largest?.atRisk.findLast(({ people }) => people !== null && people >= 11)?.day;
  const last = largest && month !== undefined ? at(largest.points, month) : undefined;
  return {
    name: 'retention',
    title:
      largest === undefined || last === undefined
        ? t('analytics.retention.plain')
        : t(smallGroupsHidden ? 'analytics.retention.about' : 'analytics.retention.title', {
            share: percent(last.kept),
            day: month ?? last.day,
            level: levelTitle(levels, largest.level),
          }),
    line: t('analytics.retention.line'),
    definition: t('analytics.retention.definition'),
    head: [
      t('analytics.retention.entry'),
      t('analytics.retention.day'),
      t('analytics.retention.atRisk'),
      t('analytics.retention.kept'),
      t('analytics.retention.low'),
      t('analytics.retention.high'),
    ],
    rows: curves.flatMap(({ level, points, atRisk }) =>
      atRisk.map(({ day, people }) => {
        const point = (points.at(-1)?.day ?? -1) >= day ? at(points, day) : undefined;
        return [
          via(level),
          day,
          people,
          ...(point === undefined ? [null, null, null] : [point.kept, point.low, point.high].map(percent)),
        ];
      }),
    ),
    height: 320 + 18 * curves.length,
    wide: true,
    option: (look) => ({
      ...look.base,
      grid: { left: 110, right: 130, top: 12, bottom: 30 + 18 * curves.length },
      xAxis: {
        type: 'value',
        min: 0,
        max: 180,
        interval: 30,
        axisLabel: {
          ...look.axis,
          lineHeight: 18,
          formatter: (day: number) => [day, ...curves.map(({ atRisk }) => riskAt(atRisk, day))].join('\n'),
        },
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: look.tokens.line2 } },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: 25,
        axisLabel: { ...look.axis, formatter: '{value} %' },
        splitLine: look.split,
      },
      tooltip: {
        ...look.base.tooltip,
        trigger: 'axis',
        valueFormatter: (value: unknown) => (typeof value === 'number' ? `${number(value)} %` : ''),
      },
      // Below the axis, in its labels: people at risk; before them, whose they are.
      graphic: curves.map(({ level }, row) => ({
        type: 'text',
        left: 4,
        bottom: 8 + 18 * (curves.length - 1 - row),
        style: { text: via(level), fill: look.tokens.text2, fontSize: 11, fontFamily: look.axis.fontFamily },
      })),
      series: shown.flatMap(({ level, points }, index) => [
        {
          type: 'custom',
          silent: true,
          tooltip: { show: false },
          data: [[0, 0]],
          z: 1,
          renderItem: (_: unknown, api: Drawing) => ({
            type: 'polygon',
            shape: { points: outline(points).map((point) => api.coord(point)) },
            style: { fill: look.level(levelStepOf(levels, level)), opacity: 0.16 },
          }),
        },
        {
          type: 'line',
          step: 'end',
          name: via(level),
          showSymbol: false,
          color: look.level(levelStepOf(levels, level)),
          lineStyle: { width: 2, type: lineTypes[index % lineTypes.length] },
          data: points.map(({ day, kept }) => [day, 100 * kept]),
          endLabel: {
            show: true,
            ...look.label,
            formatter: () => `${via(level)} ${percent(points.at(-1)?.kept ?? 1)}`,
            distance: 8,
          },
          labelLayout: { moveOverlap: 'shiftY' },
        },
      ]),
    }),
  };
}

const riskAt = (atRisk: Curve['atRisk'], day: number): string => {
  const there = atRisk.find((one) => one.day === day);
  return there === undefined ? '' : there.people === null ? t('analytics.hidden') : number(there.people);
};

/** The band as steps: along its upper edge, and back along the lower one. */
function outline(points: Curve['points']): [number, number][] {
  const edge = (pick: 'high' | 'low'): [number, number][] =>
    points.flatMap((point, index): [number, number][] => {
      const next = points[index + 1];
      const here: [number, number] = [point.day, 100 * point[pick]];
      return next === undefined ? [here] : [here, [next.day, 100 * point[pick]]];
    });
  return [...edge('high'), ...edge('low').toReversed()];
}
