import type { ClassResult } from './commands.ts';

/** How many ng/mL one of the unit is, as laboratories write it. */
const ngPerMl: Readonly<Record<string, number>> = {
  'ng/ml': 1,
  'ug/l': 1,
  'mcg/l': 1,
  'ug/ml': 1000,
  'mcg/ml': 1000,
  'mg/l': 1000,
  'mg/dl': 10_000,
  'ug/dl': 10,
  'ng/dl': 0.01,
  'pg/ml': 0.001,
};

/** The amount of a result in the unit of the programme's figures; a number without a unit is read in that unit. */
export const inNgPerMl = ({ amount, unit }: Pick<ClassResult, 'amount' | 'unit'>): number | undefined =>
  amount === undefined ? undefined : converted(amount, unit);

/** The cut-off of a result in the same unit. */
export const cutoffInNgPerMl = ({ cutoff, unit }: Pick<ClassResult, 'cutoff' | 'unit'>): number | undefined =>
  cutoff === undefined ? undefined : converted(cutoff, unit);

function converted(value: number, unit = 'ng/mL'): number | undefined {
  const factor = ngPerMl[unit.trim().toLowerCase().replace(/[µμ]/u, 'u')];
  return factor === undefined ? undefined : value * factor;
}
