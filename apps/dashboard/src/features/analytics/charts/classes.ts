import type { AnalyticsDrugTests } from '@stepway/contracts';
import { drugClassWords } from '../../../marks/dispositions.ts';
import { t } from '../../../texts/texts.ts';
import { number, shareOf, type ChartModel } from '../chart-model.ts';
import { stacked } from './stacked.ts';

export function classesChart({ classes, valid }: AnalyticsDrugTests): ChartModel {
  const [most] = classes;
  const per = (count: number | null): string => {
    const share = shareOf(count, valid);
    return share === null ? t('analytics.hidden') : `${number(count ?? 0)} · ${number(share * 100, 1)}\u00a0%`;
  };
  return {
    name: 'classes',
    title:
      most === undefined || most.count === null
        ? t('analytics.classes.plain')
        : t('analytics.classes.title', { drugClass: drugClassWords(most.drugClass) }),
    line: t('analytics.classes.line'),
    definition: t('analytics.classes.definition'),
    head: [t('analytics.classes.class'), t('analytics.classes.specimens'), t('analytics.classes.ofValid')],
    rows: classes.map(({ drugClass, count }) => {
      const share = shareOf(count, valid);
      return [drugClassWords(drugClass), count, share === null ? null : `${number(share * 100, 1)}\u00a0%`];
    }),
    height: 30 * Math.max(3, classes.length) + 50,
    wide: true,
    option: (look) =>
      stacked(
        {
          bars: classes.map(({ drugClass }) => drugClassWords(drugClass)),
          parts: [{ name: t('analytics.classes.specimens'), counts: classes.map(({ count }) => count) }],
          ends: classes.map(({ count }) => per(count)),
        },
        look,
      ),
  };
}
