import type { Measures } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { percent, shareOf, sumOf, type ChartModel } from '../chart-model.ts';
import { ofPeople, restOf, told } from './parts-of.ts';
import { stacked } from './stacked.ts';

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
            name: t('analytics.hidden'),
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

const shareWords = (part: number | null, of: number | null): string | null => {
  const share = shareOf(part, of);
  return share === null ? null : percent(share);
};
