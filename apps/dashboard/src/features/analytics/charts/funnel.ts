import type { Funnel } from '@stepway/contracts';
import { t } from '../../../texts/texts.ts';
import { number, percent, shareOf, type ChartModel } from '../chart-model.ts';
import { stacked } from './stacked.ts';

export function funnelChart({ steps, closed, waiting, early }: Funnel): ChartModel {
  const [asked = null] = steps.map(({ count }) => count);
  const admitted = steps.find(({ step }) => step === 'admitted')?.count ?? null;
  const share = shareOf(admitted, asked);
  return {
    name: 'funnel',
    title:
      share !== null
        ? t('analytics.funnel.title', { share: percent(share) })
        : asked === null || asked === 0
          ? t('analytics.funnel.plain')
          : t('analytics.funnel.asked', { people: number(asked) }),
    line: t('analytics.funnel.line'),
    definition: t('analytics.funnel.definition'),
    head: [t('analytics.funnel.step'), t('analytics.people'), t('analytics.ofAsked')],
    rows: [
      ...steps.map(({ step, count }) => {
        const part = shareOf(count, asked);
        return [t(`analytics.funnel.steps.${step}`), count, part === null ? null : percent(part)];
      }),
      [t('analytics.funnel.closed'), closed, ''],
      [t('analytics.funnel.waiting'), waiting, ''],
      [t('analytics.funnel.early'), early, ''],
    ],
    height: 260,
    wide: true,
    option: (look) =>
      stacked(
        {
          bars: steps.map(({ step }) => t(`analytics.funnel.steps.${step}`)),
          parts: [{ name: t('analytics.people'), counts: steps.map(({ count }) => count) }],
          ends: steps.map(({ count }) => {
            const part = shareOf(count, asked);
            return count === null
              ? t('analytics.hidden')
              : part === null
                ? number(count)
                : `${number(count)} · ${percent(part)}`;
          }),
        },
        look,
      ),
  };
}
