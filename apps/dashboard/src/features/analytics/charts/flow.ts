import type { Transitions } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import {
  byLevel,
  levelStepOf,
  levelTitle,
  number,
  percent,
  shareOf,
  sumOf,
  type ChartModel,
  type Levels,
} from '../chart-model.ts';

type Flow = Transitions['flows'][number];
const endings = [
  'still-here',
  'completed',
  'dropped-out',
  'terminated-by-facility',
  'transferred',
  'incarcerated',
  'death',
  'other',
] as const;
type Ending = (typeof endings)[number];

/** What a place in the picture is called. */
function placeWords(levels: Levels, { kind, to }: Pick<Flow, 'kind' | 'to'>): string {
  if (kind === 'hidden') return t('analytics.flow.small');
  if (kind !== 'end') return levelTitle(levels, to);
  return reasonWords(to);
}
export const reasonWords = (code: string): string =>
  t(`analytics.ends.${endings.find((one) => one === code) ?? ('other' satisfies Ending)}`);

export function flowChart({ flows, admitted }: Transitions, levels: Levels): ChartModel {
  const second = flows.filter(({ step }) => step === 1);
  const wentOn = second
    .filter(({ kind }) => kind !== 'end' && kind !== 'hidden')
    .reduce((sum, { count }) => sum + count, 0);
  const share = shareOf(
    wentOn,
    second.reduce((sum, { count }) => sum + count, 0),
  );
  const title =
    share !== null
      ? t('analytics.flow.title', { share: percent(share) })
      : admitted === null || admitted === 0
        ? t('analytics.flow.plain')
        : t('analytics.flow.admittedTitle', { people: number(admitted) });
  const nodeOf = (flow: Flow): string =>
    `${flow.step}|${flow.kind === 'end' || flow.kind === 'hidden' ? flow.kind : 'level'}|${flow.to}`;
  const sourceOf = (flow: Flow): string => (flow.from === null ? 'start' : `${flow.step - 1}|level|${flow.from}`);
  const nodes = new Map<string, { readonly flow: Flow; count: number }>();
  for (const flow of flows) {
    const node = nodes.get(nodeOf(flow)) ?? { flow, count: 0 };
    nodes.set(nodeOf(flow), { ...node, count: node.count + flow.count });
  }
  return {
    name: 'flow',
    title,
    line: t('analytics.flow.line'),
    definition: t('analytics.flow.definition'),
    head: [
      t('analytics.flow.stay'),
      t('analytics.flow.from'),
      t('analytics.flow.to'),
      t('analytics.flow.how'),
      t('analytics.people'),
    ],
    rows: flows.map((flow) => [
      flow.step,
      flow.from === null ? t('analytics.flow.admission') : levelTitle(levels, flow.from),
      placeWords(levels, flow),
      t(`analytics.kinds.${flow.kind}`),
      flow.count,
    ]),
    height: 420,
    wide: true,
    option: (look) => ({
      ...look.base,
      tooltip: { ...look.base.tooltip, trigger: 'item' },
      series: [
        {
          type: 'sankey',
          left: 4,
          right: 170,
          top: 8,
          bottom: 8,
          nodeWidth: 9,
          nodeGap: 14,
          nodeAlign: 'left',
          draggable: false,
          layoutIterations: 64,
          emphasis: { focus: 'adjacency' },
          label: { ...look.label, formatter: ({ data }: { readonly data: { readonly words: string } }) => data.words },
          data: [
            {
              name: 'start',
              depth: 0,
              words: `${t('analytics.flow.admitted')} ${admitted === null ? '<11' : number(admitted)}`,
              itemStyle: { color: look.tokens.text3 },
            },
            ...[...nodes].map(([name, { flow, count }]) => ({
              name,
              depth: flow.step + 1,
              words: `${placeWords(levels, flow)} ${number(count)}`,
              itemStyle: {
                color:
                  flow.kind === 'end' || flow.kind === 'hidden'
                    ? look.tokens.text3
                    : look.level(levelStepOf(levels, flow.to)),
              },
            })),
          ],
          links: flows.map((flow) => ({
            source: sourceOf(flow),
            target: nodeOf(flow),
            value: flow.count,
            // More support is the darker way.
            lineStyle: {
              color: flow.kind === 'step-up' ? look.tokens.text : look.tokens.control,
              opacity: flow.kind === 'step-up' ? 0.55 : 0.2,
              curveness: 0.5,
            },
          })),
        },
      ],
    }),
  };
}

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
        words: count === undefined ? '' : count === null ? '<11' : number(count),
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

export function ratesChart({ rates: found }: Transitions, levels: Levels): ChartModel {
  const rates = byLevel(levels)(found).filter(({ patientWeeks }) => patientWeeks > 0);
  const per100 = (count: number | null, weeks: number): number | null =>
    count === null ? null : (100 * count) / weeks;
  const kinds = ['stepUps', 'stepDowns', 'overrides'] as const;
  const weeks = rates.reduce((sum, { patientWeeks }) => sum + patientWeeks, 0);
  const ups = per100(sumOf(rates.map(({ stepUps }) => stepUps)), weeks);
  const places = rates.map(({ level }) => levelTitle(levels, level));
  return {
    name: 'rates',
    title:
      ups === null || weeks === 0 ? t('analytics.rates.plain') : t('analytics.rates.title', { rate: number(ups, 1) }),
    line: t('analytics.rates.line'),
    definition: t('analytics.rates.definition'),
    head: [
      t('analytics.level'),
      t('analytics.rates.weeks'),
      ...kinds.flatMap((kind) => [
        t(`analytics.rates.${kind}`),
        `${t(`analytics.rates.${kind}`)}: ${t('analytics.rates.per100')}`,
      ]),
    ],
    rows: rates.map((row) => [
      levelTitle(levels, row.level),
      Math.round(row.patientWeeks),
      ...kinds.flatMap((kind) => {
        const rate = per100(row[kind], row.patientWeeks);
        return [row[kind], rate === null ? null : Math.round(rate * 10) / 10];
      }),
    ]),
    height: 62 * Math.max(2, rates.length) + 60,
    option: (look) => ({
      ...look.base,
      legend: look.legend,
      grid: { left: 4, right: 48, top: 8, bottom: 44, containLabel: true },
      xAxis: { type: 'value', axisLabel: look.axis, splitLine: look.split },
      yAxis: {
        type: 'category',
        inverse: true,
        data: places,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: look.label,
      },
      series: kinds.map((kind, index) => ({
        name: t(`analytics.rates.${kind}`),
        type: 'bar',
        barMaxWidth: 12,
        barGap: '30%',
        data: rates.map((row) => per100(row[kind], row.patientWeeks) ?? 0),
        itemStyle:
          index === 2
            ? { color: look.tokens.surface, borderColor: look.tokens.text2, borderWidth: 1 }
            : { color: look.greys[index === 0 ? 0 : 2] },
        label: {
          show: true,
          position: 'right',
          ...look.axis,
          formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
            rateWords(rates[dataIndex]?.[kind], rates[dataIndex]?.patientWeeks ?? 0),
        },
      })),
    }),
  };
}

const rateWords = (count: number | null | undefined, weeks: number): string =>
  count === null || count === undefined ? t('analytics.fewer') : number((100 * count) / weeks, 1);
