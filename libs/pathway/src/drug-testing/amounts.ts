import type { ClassResult } from './commands.ts';

/** UCUM units of a mass concentration, in lower case, and how many ng/mL one is. Clinics write `ng/ml` and `mcg/L` too. */
const ngPerMl: Readonly<Record<string, number>> = {
  'pg/ml': 1e-3,
  'ng/ml': 1,
  'ug/ml': 1e3,
  'mg/ml': 1e6,
  'ng/l': 1e-3,
  'ug/l': 1,
  'mg/l': 1e3,
  'g/l': 1e6,
  'ng/dl': 1e-2,
  'ug/dl': 10,
  'mg/dl': 1e4,
  'g/dl': 1e7,
};

/** A mass concentration in ng/mL; undefined where the unit is none. Twelve digits: 0.15 mg/L is 150 ng/mL, not 149.99999999999997. */
export function asNgPerMl(value: number, unit: string): number | undefined {
  const written = unit.toLowerCase().replace(/[µμ]/g, 'u').replace('mcg', 'ug').trim();
  const factor = Object.hasOwn(ngPerMl, written) ? ngPerMl[written] : undefined; // a unit may be any word
  return factor === undefined ? undefined : Number((value * factor).toPrecision(12));
}

/** The amount of a result in the unit of the programme's figures; a number without a unit is read in that unit. */
export const inNgPerMl = ({ amount, unit = 'ng/mL' }: Pick<ClassResult, 'amount' | 'unit'>): number | undefined =>
  amount === undefined ? undefined : asNgPerMl(amount, unit);

/** The cut-off of a result in the same unit. */
export const cutoffInNgPerMl = ({
  cutoff,
  unit = 'ng/mL',
}: Pick<ClassResult, 'cutoff' | 'unit'>): number | undefined =>
  cutoff === undefined ? undefined : asNgPerMl(cutoff, unit);

/** The cut-off as it compares with others; in a unit that is no mass concentration, the number alone. */
export const comparableCutoff = (result: Pick<ClassResult, 'cutoff' | 'unit'>): number | undefined =>
  cutoffInNgPerMl(result) ?? result.cutoff;
