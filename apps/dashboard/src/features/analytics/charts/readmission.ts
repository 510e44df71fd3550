import type { Readmission } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { byLevel, levelTitle, percent, shareOf, sumOf, type ChartModel, type Levels } from '../chart-model.ts';
import { ofPeople, restOf, told } from './parts-of.ts';
import { stacked } from './stacked.ts';

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
            name: t('analytics.hidden'),
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
