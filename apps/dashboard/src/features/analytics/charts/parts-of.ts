import { t } from '../../../texts/texts.ts';
import { number, sumOf } from '../chart-model.ts';

export const ofPeople = (count: number | null): string =>
  count === null ? t('analytics.hidden') : `n ${number(count)}`;

/** Where the share may not be shown: of how many it is, as far as that may be. */
export function told(
  chart: 'completion' | 'handOffs' | 'readmission' | 'measures',
  counts: readonly (number | null)[],
): string {
  const all = sumOf(counts);
  return all === null || all === 0
    ? t(`analytics.${chart}.plain`)
    : t(`analytics.${chart}.total`, { total: number(all) });
}

/** Of a total what its parts that are shown leave over. */
export const restOf = (of: number | null, parts: readonly (number | null)[]): number | null =>
  of === null ? null : of - parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
