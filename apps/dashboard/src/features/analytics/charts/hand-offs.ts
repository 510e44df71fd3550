import type { AnalyticsHandOffs } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { percent, shareOf, sumOf, type ChartModel } from '../chart-model.ts';
import { ofPeople, restOf, told } from './parts-of.ts';
import { stacked } from './stacked.ts';

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
            name: t('analytics.hidden'),
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
