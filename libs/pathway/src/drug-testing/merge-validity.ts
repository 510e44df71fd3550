import type { DrugTestReport, Validity } from './commands.ts';
import type { Temperature } from '../vocabulary.ts';
import { byWeight, heaviest, takenBack } from './reports.ts';

export type MergedValidity = Validity & { readonly temperature: Temperature };

const seriousness = ['not-recorded', 'valid', 'dilute', 'invalid', 'substituted', 'adulterated'] as const;

/**
 * The validity that stands: a correction's own word, else the most serious finding of the final reports; what was taken
 * back no longer counts. Finding and temperature stand each for itself: who corrects a result need not repeat them.
 */
export function mergeValidity(reports: readonly DrugTestReport[]): MergedValidity {
  const told = reports.filter(({ status }) => status !== 'cancelled');
  const left = told.filter((report) => !takenBack(reports, report));
  const standing = left.length > 0 ? left : told;
  const findings = heaviest(standing.filter(({ validity }) => validity.finding !== 'not-recorded'));
  const [worst] = findings
    .map(({ validity }) => validity.finding)
    .toSorted((a, b) => seriousness.indexOf(b) - seriousness.indexOf(a));
  const temperatures = heaviest(
    standing.filter(({ validity: { temperature } }) => temperature !== undefined && temperature !== 'not-recorded'),
  ).map(({ validity }) => validity.temperature);
  const figures = standing.toSorted(byWeight).map(({ validity }) => validity);
  return {
    ...Object.assign({}, ...figures),
    finding: worst ?? 'not-recorded',
    temperature: temperatures.includes('out-of-range') ? 'out-of-range' : (temperatures[0] ?? 'not-recorded'),
  };
}
