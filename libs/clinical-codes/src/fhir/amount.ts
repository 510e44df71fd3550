import { asNgPerMl } from '@stepway/pathway';
import { tooLong } from './codes.ts';
import type { Measured, Quantity } from './shapes.ts';

export interface Amount {
  readonly value: number;
  /** `ng/mL` where the unit is a mass concentration, otherwise as the laboratory wrote it. */
  readonly unit?: string;
  readonly comparator?: Quantity['comparator'];
}

export function amountOf({ value, comparator, code, unit }: Quantity): Amount | undefined {
  if (value === undefined || value < 0) return undefined;
  const written = code ?? unit;
  const mass = written === undefined ? undefined : asNgPerMl(value, written);
  return {
    value: mass ?? value,
    ...(mass === undefined ? written !== undefined && { unit: written } : { unit: 'ng/mL' }),
    ...(comparator !== undefined && { comparator }),
  };
}

/** `<50`, `> 1000 ng/mL`, `62.5`: an amount written as words. */
export function amountIn(text: string): Amount | undefined {
  if (tooLong(text)) return undefined;
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
