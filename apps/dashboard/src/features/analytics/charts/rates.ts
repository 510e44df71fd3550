import type { Transitions } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { byLevel, levelTitle, number, sumOf, type ChartModel, type Levels } from '../chart-model.ts';

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
    wide: true,
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
  count === null || count === undefined ? t('analytics.hidden') : number((100 * count) / weeks, 1);
