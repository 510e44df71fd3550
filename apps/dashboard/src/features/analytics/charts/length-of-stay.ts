import type { LengthOfStay } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { byLevel, levelStepOf, levelTitle, number, type ChartModel, type Levels, type Look } from '../chart-model.ts';
import type { Drawing } from './drawing-place.ts';

type Row = LengthOfStay['levels'][number];

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
    ? t('analytics.hidden')
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
        median === null ? t('analytics.hidden') : `${number(median)} ${t('analytics.d')}`,
        median === null ? 0 : -8,
        look.tokens.text,
        600,
      ),
      ...(median === null
        ? []
        : [text(`n ${row.ended === null ? t('analytics.hidden') : number(row.ended)}`, 8, look.tokens.text3, 400)]),
    ],
  };
}
