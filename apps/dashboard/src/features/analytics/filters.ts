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

/** Periods that people ask for every day, each until today. */
export const presets = ['days30', 'days91', 'days182', 'days365', 'thisYear'] as const;
type Preset = (typeof presets)[number];
/** What is shown where no period was asked for. */
const usual: Preset = 'days182';

/** Where a period begins that ends today; the usual one is not said in an address. */
export const beginOf = (preset: Preset, today: string): string | undefined =>
  preset === usual
    ? undefined
    : preset === 'thisYear'
      ? `${today.slice(0, 4)}-01-01`
      : daysBefore(today, Number(preset.slice(4)) - 1);

/** Which of them an address says; undefined where it has days of its own. */
export const presetOf = ({ from, to }: Pick<AnalyticsFilters, 'from' | 'to'>, today: string | undefined) =>
  to !== undefined
    ? undefined
    : from === undefined
      ? usual
      : presets.find((preset) => today !== undefined && beginOf(preset, today) === from);

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** Where most people are: what is shown where nobody chose. */
export function largestProgramme({ rows }: Census): string | undefined {
  const people = new Map<string, number>();
  for (const { programme, active, waiting } of rows)
    people.set(programme, (people.get(programme) ?? 0) + active + waiting);
  return [...people].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
