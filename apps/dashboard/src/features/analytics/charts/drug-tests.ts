import type { AnalyticsDrugTests } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { dayWords, number, percent, shareOf, sumOf, type ChartModel } from '../chart-model.ts';

type Week = AnalyticsDrugTests['weeks'][number];
const meanings = ['unexpected', 'consistent', 'open', 'explained', 'negative'] as const;
const beside = ['missed', 'declined', 'excused'] as const;

/** Of the first and of the last quarter of the weeks, where all is shown. */
function rateOf(weeks: readonly Week[]): number | null {
  return shareOf(sumOf(weeks.map(({ unexpected }) => unexpected)), sumOf(weeks.map(({ valid }) => valid)));
}

export function testsChart({ weeks, valid: validInAll }: AnalyticsDrugTests): ChartModel {
  const quarter = Math.max(1, Math.floor(weeks.length / 4));
  const [first, last] = [rateOf(weeks.slice(0, quarter)), rateOf(weeks.slice(-quarter))];
  const title =
    first === null || last === null || weeks.length < 2
      ? validInAll === null || validInAll === 0
        ? t('analytics.tests.plain')
        : t('analytics.tests.total', { specimens: number(validInAll) })
      : t(`analytics.tests.${last < first ? 'fell' : last > first ? 'rose' : 'same'}`, {
          first: number(100 * first),
          last: number(100 * last),
        });
  const rate = (week: Week) => shareOf(week.unexpected, week.valid);
  return {
    name: 'drug-tests',
    title,
    line: t('analytics.tests.line'),
    definition: t('analytics.tests.definition'),
    head: [
      t('analytics.week'),
      t('analytics.tests.valid'),
      ...meanings.map((one) => t(`analytics.tests.${one}`)),
      t('analytics.tests.rate'),
      ...beside.map((one) => t(`analytics.tests.${one}`)),
      t('analytics.tests.notValid'),
    ],
    rows: weeks.map((week) => {
      const share = rate(week);
      return [
        week.week,
        week.valid,
        ...meanings.map((one) => week[one]),
        share === null ? null : percent(share),
        ...beside.map((one) => week[one]),
        week.notValid,
      ];
    }),
    height: 500,
    wide: true,
    option: (look) => {
      const days = weeks.map(({ week }) => dayWords(week));
      const grids = [
        { top: 28, height: 74 },
        { top: 136, height: 190 },
        { top: 360, height: 60 },
      ];
      const heads = [t('analytics.tests.rate'), t('analytics.tests.validOnes'), t('analytics.tests.notCollected')];
      const strokes = { borderColor: look.tokens.surface, borderWidth: 0.5 };
      return {
        ...look.base,
        legend: {
          ...look.legend,
          data: [
            ...meanings,
            ...(weeks.some(({ hidden }) => (hidden ?? 0) > 0) ? (['hidden'] as const) : []),
            ...beside,
          ].map((one) => t(`analytics.tests.${one}`)),
        },
        tooltip: { ...look.base.tooltip, trigger: 'axis' },
        axisPointer: { link: [{ xAxisIndex: 'all' }] },
        title: heads.map((text, at) => ({
          text,
          left: 0,
          top: (grids[at]?.top ?? 0) - 26,
          padding: 0,
          textStyle: { color: look.tokens.text2, fontSize: 12, fontWeight: 400 },
        })),
        grid: grids.map((grid) => ({ ...grid, left: 44, right: 12 })),
        xAxis: grids.map((_, gridIndex) => ({
          gridIndex,
          type: 'category',
          data: days,
          axisTick: { show: false },
          axisLine: { lineStyle: { color: look.tokens.line2 } },
          axisLabel: { ...look.axis, show: gridIndex === 2, hideOverlap: true },
        })),
        yAxis: grids.map((_, gridIndex) => ({
          gridIndex,
          type: 'value',
          min: 0,
          splitNumber: gridIndex === 1 ? 4 : 2,
          splitLine: look.split,
          axisLabel: { ...look.axis, formatter: gridIndex === 0 ? '{value} %' : '{value}' },
        })),
        series: [
          {
            name: heads[0],
            type: 'line',
            data: weeks.map((week) => (rate(week) === null ? null : 100 * (rate(week) ?? 0))),
            color: look.tokens.text,
            lineStyle: { width: 1.75 },
            symbol: 'circle',
            symbolSize: 4,
            tooltip: {
              valueFormatter: (value: unknown) =>
                typeof value === 'number' ? `${number(value, 1)} %` : t('analytics.hidden'),
            },
          },
          ...meanings.map((one, index) => ({
            name: t(`analytics.tests.${one}`),
            type: 'bar',
            stack: 'valid',
            xAxisIndex: 1,
            yAxisIndex: 1,
            barMaxWidth: 18,
            data: weeks.map((week) => week[one]),
            itemStyle: { color: look.greys[index], ...strokes },
          })),
          {
            name: t('analytics.tests.hidden'),
            type: 'bar',
            stack: 'valid',
            xAxisIndex: 1,
            yAxisIndex: 1,
            barMaxWidth: 18,
            data: weeks.map(({ hidden, valid }) => (valid === null ? null : hidden)),
            itemStyle: {
              color: look.tokens.surface3,
              ...strokes,
              decal: {
                symbol: 'rect',
                color: look.tokens.control,
                dashArrayX: [1, 0],
                dashArrayY: [2, 4],
                rotation: -0.7,
              },
            },
          },
          ...beside.map((one, index) => ({
            name: t(`analytics.tests.${one}`),
            type: 'bar',
            stack: 'beside',
            xAxisIndex: 2,
            yAxisIndex: 2,
            barMaxWidth: 18,
            data: weeks.map((week) => week[one]),
            itemStyle:
              index === 0
                ? { color: look.tokens.surface, borderColor: look.tokens.text2, borderWidth: 1 }
                : { color: index === 1 ? look.tokens.text2 : look.tokens.line2, ...strokes },
          })),
        ],
      };
    },
  };
}
