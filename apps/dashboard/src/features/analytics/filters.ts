import { LocalDate, type Census } from '@stepway/contracts';
import { z } from 'zod';

export const groups = ['census', 'flow', 'stay', 'tests', 'outcomes', 'measures'] as const;
export type Group = (typeof groups)[number];
export const isGroup = (name: string | undefined): name is Group => groups.some((group) => group === name);

const code = z
  .string()
  .regex(/^[a-z0-9-]{1,64}$/)
  .optional()
  .catch(undefined);
const day = LocalDate.optional().catch(undefined);

/** The period and whom it is about, as they stand in the address; without a period the last 26 weeks. */
export const AnalyticsFilters = z.object({ from: day, to: day, programme: code, site: code, level: code });
export type AnalyticsFilters = z.output<typeof AnalyticsFilters>;

/** Periods that people ask for every day, in days until today. */
export const presets = [30, 91, 182, 365] as const;

export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** Where most people are: what is shown where nobody chose. */
export function largestProgramme({ rows }: Census): string | undefined {
  const people = new Map<string, number>();
  for (const { programme, active, waiting } of rows)
    people.set(programme, (people.get(programme) ?? 0) + active + waiting);
  return [...people].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
