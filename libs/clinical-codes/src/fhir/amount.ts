import type { Measured, Quantity } from './shapes.ts';

/** UCUM units of a mass concentration, in lower case, and how many ng/mL one is. Clinics write `ng/ml` and `mcg/L` too. */
const ngMlIn: Readonly<Record<string, number>> = {
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

export interface Amount {
  readonly value: number;
  /** `ng/mL` where the unit is a mass concentration, otherwise as the laboratory wrote it. */
  readonly unit?: string;
  readonly comparator?: Quantity['comparator'];
}

export function amountOf({ value, comparator, code, unit }: Quantity): Amount | undefined {
  if (value === undefined || value < 0) return undefined;
  const written = code ?? unit;
  const factor = ngMlIn[(written ?? '').toLowerCase().replace(/[µμ]/g, 'u').replace('mcg', 'ug').trim()];
  return {
    // Twelve digits: 0.15 mg/L is 150 ng/mL, not 149.99999999999997.
    value: factor === undefined ? value : Number((value * factor).toPrecision(12)),
    ...(factor === undefined ? written !== undefined && { unit: written } : { unit: 'ng/mL' }),
    ...(comparator !== undefined && { comparator }),
  };
}

/** `<50`, `> 1000 ng/mL`, `62.5`: an amount written as words. */
export function amountIn(text: string): Amount | undefined {
  const parts = /^(?<comparator><=?|>=?)?\s*(?<value>\d+(\.\d+)?)\s*(?<unit>[a-zA-Zµμ]+\/[a-zA-Z{}]+)?$/.exec(
    text.trim(),
  );
  if (parts?.groups === undefined) return undefined;
  const { comparator, value, unit } = parts.groups;
  return amountOf({
    value: Number(value),
    ...(unit !== undefined && { unit }),
    ...(comparator !== undefined && { comparator: comparator as Quantity['comparator'] }),
  });
}

/** The amount of a measured value, as a quantity or in words. */
export function amountGiven({ valueQuantity, valueString }: Measured): Amount | undefined {
  if (valueQuantity) return amountOf(valueQuantity);
  return valueString === undefined ? undefined : amountIn(valueString);
}

/**
 * Whether an amount reaches the cut-off; undefined where the figures do not tell (`< 1000` against 50, other units).
 * Below a limit that the laboratory states itself, without another cut-off, nothing was found.
 */
export function compare(amount: Amount, cutoff: Amount | undefined): 'positive' | 'negative' | undefined {
  const { value, comparator } = amount;
  const below = comparator === '<' || comparator === '<=';
  if (cutoff === undefined) return below || (value === 0 && comparator === undefined) ? 'negative' : undefined;
  if (cutoff.unit !== amount.unit) return undefined;
  if (below) return value <= cutoff.value ? 'negative' : undefined;
  if (value >= cutoff.value) return 'positive';
  return comparator === undefined ? 'negative' : undefined;
}
