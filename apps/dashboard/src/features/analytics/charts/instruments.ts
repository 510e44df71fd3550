import type { AnalyticsInstruments } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { number, type ChartModel } from '../chart-model.ts';

const scaleNames: Readonly<Record<string, string>> = {
  'phq-9': 'PHQ-9',
  'phq-a': 'PHQ-A',
  'gad-7': 'GAD-7',
  'ciwa-ar': 'CIWA-Ar',
  cows: 'COWS',
  'c-ssrs': 'C-SSRS',
};
const scaleWords = (scale: string): string => {
  if (scale === 'bam-use' || scale === 'bam-risk' || scale === 'bam-protective')
    return t(`analytics.instruments.${scale}`);
  return scaleNames[scale] ?? scale.toUpperCase();
};

export function instrumentsChart({ scales }: AnalyticsInstruments): ChartModel {
  const rowWords = (row: (typeof scales)[number]) => `${scaleWords(row.scale)} · ${t(`analytics.kinds.${row.kind}`)}`;
  const told = scales
    .filter(({ pairs, before, after }) => pairs !== null && before.median !== null && after.median !== null)
    .toSorted((a, b) => (b.pairs ?? 0) - (a.pairs ?? 0))[0];
  return {
    name: 'instruments',
    title:
      told === undefined
        ? t('analytics.instruments.plain')
        : t('analytics.instruments.title', {
            scale: scaleWords(told.scale),
            before: number(told.before.median ?? 0, 1),
            after: number(told.after.median ?? 0, 1),
            kind: t(`analytics.kinds.${told.kind}`),
          }),
    line: t('analytics.instruments.line'),
    definition: t('analytics.instruments.definition'),
    head: [
      t('analytics.instruments.scale'),
      t('analytics.instruments.pairs'),
      t('analytics.instruments.before'),
      '25 %',
      '75 %',
      t('analytics.instruments.after'),
      '25 %',
      '75 %',
      t('analytics.notRecorded'),
    ],
    rows: scales.map((row) => [
      rowWords(row),
      row.pairs,
      row.before.median,
      row.before.p25,
      row.before.p75,
      row.after.median,
      row.after.p25,
      row.after.p75,
      row.notRecorded,
    ]),
    height: 44 * Math.max(2, scales.length) + 70,
    option: (look) => ({
      ...look.base,
      legend: { ...look.legend, icon: undefined },
      grid: { left: 4, right: 64, top: 8, bottom: 44, containLabel: true },
      xAxis: { type: 'value', min: 0, axisLabel: look.axis, splitLine: look.split },
      yAxis: {
        type: 'category',
        inverse: true,
        data: scales.map(rowWords),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { ...look.label, width: 180, overflow: 'break' },
      },
      series: [
        {
          name: t('analytics.instruments.before'),
          type: 'scatter',
          symbol: 'circle',
          symbolSize: 11,
          data: scales.map((row, at) => [row.before.median, at]),
          itemStyle: { color: look.tokens.surface, borderColor: look.tokens.text, borderWidth: 1.5 },
        },
        {
          name: t('analytics.instruments.after'),
          type: 'scatter',
          symbol: 'diamond',
          symbolSize: 13,
          data: scales.map((row, at) => [row.after.median, at]),
          itemStyle: { color: look.tokens.text },
        },
      ],
    }),
  };
}
