import type { LengthOfStay, Retention } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import {
  byLevel,
  levelStepOf,
  levelTitle,
  number,
  percent,
  type ChartModel,
  type Levels,
  type Look,
} from '../chart-model.ts';

type Row = LengthOfStay['levels'][number];

/** What ECharts gives to the drawing of one row. */
interface Drawing {
  coord(at: readonly [number, number]): [number, number];
}

export function lengthOfStayChart({ levels: found }: LengthOfStay, levels: Levels): ChartModel {
  const rows = byLevel(levels)(found);
  const told = rows.filter(({ days }) => days.median !== null).toSorted((a, b) => (b.ended ?? 0) - (a.ended ?? 0))[0];
  const titleOf = ({ level }: Row) => levelTitle(levels, level);
  const longest = Math.max(
    10,
    ...rows.flatMap(({ days, expected }) => [days.p90 ?? days.p75 ?? 0, Math.min(expected?.maximum ?? 0, 120)]),
  );
  return {
    name: 'length-of-stay',
    title:
      told === undefined || told.days.median === null
        ? t('analytics.stay.plain')
        : t('analytics.stay.title', { level: titleOf(told), days: number(told.days.median) }),
    line: t('analytics.stay.line'),
    definition: t('analytics.stay.definition'),
    head: [
      t('analytics.level'),
      t('analytics.stay.ended'),
      t('analytics.stay.open'),
      '10 %',
      '25 %',
      t('analytics.median'),
      '75 %',
      '90 %',
      t('analytics.stay.expected'),
    ],
    rows: rows.map((row) => [
      titleOf(row),
      row.ended,
      row.open,
      row.days.p10,
      row.days.p25,
      row.days.median,
      row.days.p75,
      row.days.p90,
      row.expected === null ? t('analytics.notRecorded') : `${row.expected.minimum}–${row.expected.maximum}`,
    ]),
    height: 56 * Math.max(3, rows.length) + 60,
    wide: true,
    option: (look) => ({
      ...look.base,
      grid: { left: 4, right: 110, top: 8, bottom: 8, containLabel: true },
      xAxis: {
        type: 'value',
        min: 0,
        max: Math.ceil(longest / 10) * 10,
        axisLabel: { ...look.axis, formatter: `{value} ${t('analytics.d')}` },
        splitLine: look.split,
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(titleOf),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: look.label,
      },
      tooltip: {
        ...look.base.tooltip,
        formatter: ({ dataIndex }: { readonly dataIndex: number }) => spoken(rows[dataIndex], levels),
      },
      series: [
        {
          type: 'custom',
          data: rows.map((_, at) => [0, at]),
          renderItem: ({ dataIndex }: { readonly dataIndex: number }, api: Drawing) =>
            drawn(rows[dataIndex], dataIndex, api, levels, look, Math.ceil(longest / 10) * 10),
        },
      ],
    }),
  };
}

const spoken = (row: Row | undefined, levels: Levels): string =>
  row === undefined || row.days.median === null
    ? t('analytics.fewer')
    : t('analytics.stay.spoken', {
        level: levelTitle(levels, row.level),
        median: number(row.days.median, 1),
        from: number(row.days.p25 ?? 0, 1),
        to: number(row.days.p75 ?? 0, 1),
      });

/** Pale: what is expected; line: 10 to 90 %; bar: the middle half; tick: the median; behind it the figures. */
function drawn(row: Row | undefined, at: number, api: Drawing, levels: Levels, look: Look, most: number): object {
  if (row === undefined) return { type: 'group', children: [] };
  const colour = look.level(levelStepOf(levels, row.level));
  const x = (days: number): number => api.coord([Math.min(days, most), at])[0];
  const [, y] = api.coord([0, at]);
  const bar = (from: number, to: number, half: number, fill: string, r = 0) => ({
    type: 'rect',
    shape: { x: x(from), y: y - half, width: Math.max(1, x(to) - x(from)), height: 2 * half, r },
    style: { fill },
  });
  const text = (words: string, dy: number, fill: string, weight: number) => ({
    type: 'text',
    style: {
      text: words,
      x: x(most) + 14,
      y: y + dy,
      fill,
      fontSize: 12,
      fontWeight: weight,
      verticalAlign: 'middle',
      fontFamily: look.axis.fontFamily,
    },
  });
  const { p10, p25, median, p75, p90 } = row.days;
  return {
    type: 'group',
    children: [
      ...(row.expected === null || row.expected.minimum >= most
        ? []
        : [bar(row.expected.minimum, row.expected.maximum, 17, look.tokens.surface3, 2)]),
      ...(p10 === null || p90 === null ? [] : [bar(p10, p90, 1, colour)]),
      ...(p25 === null || p75 === null ? [] : [bar(p25, p75, 6, colour, 2)]),
      ...(median === null
        ? []
        : [
            {
              type: 'rect',
              shape: { x: x(median) - 3, y: y - 10, width: 6, height: 20 },
              style: { fill: look.tokens.surface },
            },
            {
              type: 'rect',
              shape: { x: x(median) - 1, y: y - 10, width: 2, height: 20 },
              style: { fill: look.tokens.text },
            },
          ]),
      text(
        median === null ? t('analytics.fewer') : `${number(median)} ${t('analytics.d')}`,
        median === null ? 0 : -8,
        look.tokens.text,
        600,
      ),
      ...(median === null
        ? []
        : [text(`n ${row.ended === null ? '<11' : number(row.ended)}`, 8, look.tokens.text3, 400)]),
    ],
  };
}

const lineTypes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const;

export function retentionChart({ curves: found }: Retention, levels: Levels): ChartModel {
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
        : t('analytics.retention.title', {
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

const riskAt = (atRisk: Retention['curves'][number]['atRisk'], day: number): string => {
  const there = atRisk.find((one) => one.day === day);
  return there === undefined ? '' : there.people === null ? '<11' : number(there.people);
};

/** The band as steps: along its upper edge, and back along the lower one. */
function outline(points: Retention['curves'][number]['points']): [number, number][] {
  const edge = (pick: 'high' | 'low'): [number, number][] =>
    points.flatMap((point, index): [number, number][] => {
      const next = points[index + 1];
      const here: [number, number] = [point.day, 100 * point[pick]];
      return next === undefined ? [here] : [here, [next.day, 100 * point[pick]]];
    });
  return [...edge('high'), ...edge('low').toReversed()];
}
