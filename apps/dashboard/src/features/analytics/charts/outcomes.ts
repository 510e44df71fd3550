import type { AnalyticsHandOffs, AnalyticsInstruments, Completion, Measures, Readmission } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { byLevel, levelTitle, number, percent, shareOf, sumOf, type ChartModel, type Levels } from '../chart-model.ts';
import { reasonWords } from './flow.ts';
import { stacked } from './stacked.ts';

const ofPeople = (count: number | null): string => (count === null ? t('analytics.fewer') : `n ${number(count)}`);
const shareWords = (part: number | null, of: number | null): string | null => {
  const share = shareOf(part, of);
  return share === null ? null : percent(share);
};

/** Where the share may not be shown: of how many it is, as far as that may be. */
function told(
  chart: 'completion' | 'handOffs' | 'readmission' | 'measures',
  counts: readonly (number | null)[],
): string {
  const all = sumOf(counts);
  return all === null || all === 0
    ? t(`analytics.${chart}.plain`)
    : t(`analytics.${chart}.total`, { total: number(all) });
}

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
            name: t('analytics.fewer'),
            counts: rows.map((row) => restOf(row.stays, [row.moved, ...there.map((reason) => countOf(row, reason))])),
          },
          asShares: true,
          ends: rows.map(({ stays }) => ofPeople(stays)),
        },
        look,
      ),
  };
}

/** Of a total what its parts that are shown leave over. */
const restOf = (of: number | null, parts: readonly (number | null)[]): number | null =>
  of === null ? null : of - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);

export function handOffsChart({ groups }: AnalyticsHandOffs): ChartModel {
  const parts = ['within7', 'days8To14', 'later', 'notSeen', 'early'] as const;
  const first = groups.find(({ group }) => group === 'after-24-hour-level');
  const share =
    first === undefined
      ? null
      : shareOf(first.within7, sumOf([first.started, first.early === null ? null : -first.early]));
  return {
    name: 'hand-offs',
    title:
      share === null
        ? told(
            'handOffs',
            groups.map(({ started }) => started),
          )
        : t('analytics.handOffs.title', { share: percent(share) }),
    line: t('analytics.handOffs.line'),
    definition: t('analytics.handOffs.definition'),
    head: [
      t('analytics.handOffs.move'),
      t('analytics.handOffs.started'),
      ...parts.map((part) => t(`analytics.handOffs.${part}`)),
      t('analytics.handOffs.medianDays'),
    ],
    rows: groups.map((row) => [
      t(`analytics.handOffs.groups.${row.group}`),
      row.started,
      ...parts.map((part) => row[part]),
      row.medianDays,
    ]),
    height: 48 * Math.max(2, groups.length) + 100,
    option: (look) =>
      stacked(
        {
          bars: groups.map(({ group }) => t(`analytics.handOffs.groups.${group}`)),
          parts: parts.map((part) => ({
            name: t(`analytics.handOffs.${part}`),
            counts: groups.map((row) => row[part]),
          })),
          hidden: {
            name: t('analytics.fewer'),
            counts: groups.map((row) =>
              restOf(
                row.started,
                parts.map((part) => row[part]),
              ),
            ),
          },
          asShares: true,
          ends: groups.map(({ started }) => ofPeople(started)),
        },
        look,
      ),
  };
}

export function readmissionChart({ levels: found }: Readmission, levels: Levels): ChartModel {
  const rows = byLevel(levels)(found);
  const parts = ['within30', 'days31To90', 'notReturned'] as const;
  const share = shareOf(sumOf(rows.map(({ within30 }) => within30)), sumOf(rows.map(({ of }) => of)));
  return {
    name: 'readmission',
    title:
      share === null
        ? told(
            'readmission',
            rows.map(({ of }) => of),
          )
        : t('analytics.readmission.title', { share: percent(share) }),
    line: t('analytics.readmission.line'),
    definition: t('analytics.readmission.definition'),
    head: [
      t('analytics.readmission.last'),
      t('analytics.followed'),
      ...parts.map((part) => t(`analytics.readmission.${part}`)),
      t('analytics.early'),
    ],
    rows: rows.map((row) => [levelTitle(levels, row.level), row.of, ...parts.map((part) => row[part]), row.early]),
    height: 48 * Math.max(2, rows.length) + 100,
    option: (look) =>
      stacked(
        {
          bars: rows.map(({ level }) => levelTitle(levels, level)),
          parts: parts.map((part, index) => ({
            name: t(`analytics.readmission.${part}`),
            counts: rows.map((row) => row[part]),
            index,
          })),
          hidden: {
            name: t('analytics.fewer'),
            counts: rows.map((row) =>
              restOf(
                row.of,
                parts.map((part) => row[part]),
              ),
            ),
          },
          asShares: true,
          ends: rows.map(({ of }) => ofPeople(of)),
        },
        look,
      ),
  };
}

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

export function measuresChart({ measures }: Measures): ChartModel {
  const words = (measure: Measures['measures'][number]['measure']) => t(`analytics.measures.names.${measure}`);
  const [initiation] = measures;
  const share = initiation === undefined ? null : shareOf(sumOf([initiation.first, initiation.second]), initiation.of);
  const parts = ['first', 'second', 'neither'] as const;
  return {
    name: 'measures',
    title:
      share === null
        ? told('measures', [initiation?.of ?? null])
        : t('analytics.measures.title', { share: percent(share) }),
    line: t('analytics.measures.line'),
    definition: t('analytics.measures.definition'),
    head: [
      t('analytics.measures.measure'),
      t('analytics.followed'),
      t('analytics.measures.first'),
      t('analytics.measures.second'),
      t('analytics.measures.neither'),
      t('analytics.measures.rateFirst'),
      t('analytics.measures.rateBoth'),
      t('analytics.early'),
    ],
    rows: measures.map((row) => [
      words(row.measure),
      row.of,
      row.first,
      row.measure === 'medication' ? '' : row.second,
      row.neither,
      shareWords(row.first, row.of),
      row.measure === 'medication' ? '' : shareWords(sumOf([row.first, row.second]), row.of),
      row.early,
    ]),
    height: 56 * measures.length + 90,
    wide: true,
    option: (look) =>
      stacked(
        {
          bars: measures.map(({ measure }) => words(measure)),
          parts: parts.map((part) => ({
            name: t(`analytics.measures.${part}`),
            counts: measures.map((row) => row[part]),
          })),
          hidden: {
            name: t('analytics.fewer'),
            counts: measures.map((row) =>
              restOf(
                row.of,
                parts.map((part) => row[part]),
              ),
            ),
          },
          asShares: true,
          ends: measures.map(({ of }) => (of === 0 ? t('analytics.nobody') : ofPeople(of))),
        },
        look,
      ),
  };
}
