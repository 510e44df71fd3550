import type { ClassResult } from '../drug-testing/commands.ts';
import { inNgPerMl } from '../drug-testing/amounts.ts';
import { analyteOf } from '../drug-testing/merge.ts';
import type { AnalyteLimit, FormularyEntry } from '../programme/formulary.ts';

/**
 * Whether a minor analyte stays within what its medication leaves of it (clinical-defaults §2, *Pattern*): hydromorphone
 * up to a twentieth of morphine. Above that, something else was taken. It is explained only beside what it stems from.
 * Where the report gives no amounts the share is not known: then a metabolite passes, an isomer does not.
 */
export function withinLimits(result: ClassResult, found: readonly ClassResult[], entry: FormularyEntry): boolean {
  const limits = entry.limits?.filter(({ analyte }) => analyte === analyteOf(result)) ?? [];
  return limits.every((limit) => withinLimit(limit, result, found) ?? entry.needsAnalyte !== true);
}

/** Undefined where the report does not give the amounts. */
function withinLimit(limit: AnalyteLimit, result: ClassResult, found: readonly ClassResult[]): boolean | undefined {
  const sources = found.filter((one) => one.outcome === 'positive' && limit.of.includes(analyteOf(one)));
  if (sources.length === 0) return false;
  const amount = inNgPerMl(result);
  const amounts = sources.map(inNgPerMl);
  if (amount === undefined || amounts.includes(undefined)) return undefined;
  const percent = (100 * amount) / amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  return 'atMostPercent' in limit ? percent <= limit.atMostPercent : percent < limit.belowPercent;
}
