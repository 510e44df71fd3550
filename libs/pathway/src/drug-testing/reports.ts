import type { DrugTestReport } from './commands.ts';
import type { DrugClass } from '../vocabulary.ts';

type Report = Pick<DrugTestReport, 'status' | 'reportedAt' | 'results'>;

const weights = { cancelled: 0, preliminary: 1, final: 2, corrected: 3 } as const;

/** Orders reports by how much they weigh; of two alike the later one weighs more. */
export const byWeight = (a: Report, b: Report): number =>
  weights[a.status] - weights[b.status] || (a.reportedAt < b.reportedAt ? -1 : a.reportedAt > b.reportedAt ? 1 : 0);

/** Those of the weightiest status among them. */
export function heaviest<R extends Report>(reports: readonly R[]): readonly R[] {
  const most = Math.max(...reports.map(({ status }) => weights[status]), 0);
  return reports.filter(({ status }) => weights[status] === most);
}

/** Whether the laboratory cancelled, since, all that it had reported of the specimen. */
export const takenBack = (reports: readonly Report[], { reportedAt }: Report): boolean =>
  reports.some((other) => other.status === 'cancelled' && other.results.length === 0 && other.reportedAt >= reportedAt);

/** Whether the laboratory cancelled, since, what it had reported of a class: by naming the class, or all of the specimen. */
export const classTakenBack = (
  reports: readonly Report[],
  { reportedAt }: Pick<Report, 'reportedAt'>,
  drugClass: DrugClass,
): boolean =>
  reports.some(
    (other) =>
      other.status === 'cancelled' &&
      other.reportedAt >= reportedAt &&
      (other.results.length === 0 || other.results.some((named) => named.drugClass === drugClass)),
  );
