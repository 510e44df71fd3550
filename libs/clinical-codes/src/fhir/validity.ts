import type { Validity } from '@stepway/pathway';
import { amountGiven } from './amount.ts';
import type { Measured } from './shapes.ts';

/** Urine creatinine, specific gravity (also by test strip) and pH (also by test strip). */
const figures: Readonly<Record<string, 'creatinineMgDl' | 'specificGravity' | 'ph'>> = {
  '2161-8': 'creatinineMgDl',
  '2965-2': 'specificGravity',
  '5811-5': 'specificGravity',
  '2756-5': 'ph',
  '5803-2': 'ph',
};

export const isValidityFigure = (loinc: string): boolean => loinc in figures;

/** A figure of specimen validity, in the unit of the pathway; what it means is the pathway's to say. */
export function validityFigure(loinc: string, measured: Measured): Partial<Validity> | undefined {
  const figure = figures[loinc];
  const amount = amountGiven(measured);
  if (figure === undefined || amount === undefined) return undefined;
  if (figure !== 'creatinineMgDl') return { [figure]: amount.value };
  return amount.unit === 'ng/mL' ? { creatinineMgDl: amount.value / 1e4 } : undefined;
}
