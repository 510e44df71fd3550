import type { Validity } from '@stepway/pathway';
import type { ValidityPart } from '../message/local-codes.ts';
import type { AskReason } from '../question.ts';
import { amountGiven, type Amount } from './amount.ts';
import type { CodeableConcept, Measured } from './shapes.ts';

/** Urine creatinine, specific gravity (also by test strip), pH (also by test strip), nitrite. */
const parts: Readonly<Record<string, ValidityPart>> = {
  '2161-8': 'creatinineMgDl',
  '2965-2': 'specificGravity',
  '5811-5': 'specificGravity',
  '2756-5': 'ph',
  '5803-2': 'ph',
  '20407-3': 'nitriteUgMl',
};

export const validityPartOf = (loinc: string): ValidityPart | undefined =>
  Object.hasOwn(parts, loinc) ? parts[loinc] : undefined;

const findings: Readonly<Record<string, Validity['finding']>> = {
  valid: 'valid',
  normal: 'valid',
  acceptable: 'valid',
  dilute: 'dilute',
  diluted: 'dilute',
  substituted: 'substituted',
  adulterated: 'adulterated',
  invalid: 'invalid',
  unacceptable: 'invalid',
};
const temperatures: Readonly<Record<string, Validity['temperature']>> = {
  'in range': 'in-range',
  acceptable: 'in-range',
  normal: 'in-range',
  'out of range': 'out-of-range',
  unacceptable: 'out-of-range',
  abnormal: 'out-of-range',
};

/** Within what the pathway takes; beyond it a figure is a slip. */
const limits = { specificGravity: [0.9, 1.2], ph: [0, 14], temperatureF: [32, 150] } as const;
const isWithin = (part: keyof typeof limits, value: number): boolean =>
  value >= limits[part][0] && value <= limits[part][1];

/**
 * What a report says of the specimen itself, in the unit of the pathway; what it means is the pathway's to say. Without
 * a value nothing is said; a value that cannot be read is asked about.
 */
export function validitySaid(part: ValidityPart, measured: Measured): Partial<Validity> | AskReason {
  const { valueString, valueCodeableConcept, valueQuantity } = measured;
  if (valueString === undefined && !valueCodeableConcept && !valueQuantity) return {};
  const said = part === 'finding' || part === 'temperature' ? inWords(part, measured) : asFigure(part, measured);
  return said ?? 'value-not-understood';
}

function inWords(part: 'finding' | 'temperature', { valueString, valueCodeableConcept }: Measured) {
  const words = [valueString ?? '', ...wordsOf(valueCodeableConcept)].map((word) =>
    word.toLowerCase().replaceAll('-', ' ').trim(),
  );
  const table = part === 'finding' ? findings : temperatures;
  const word = words.find((one) => Object.hasOwn(table, one));
  return word === undefined ? undefined : { [part]: table[word] };
}

const wordsOf = (concept: CodeableConcept | undefined): readonly string[] =>
  concept ? [concept.text ?? '', ...concept.coding.flatMap(({ code = '', display = '' }) => [display, code])] : [];

function asFigure(
  part: Exclude<ValidityPart, 'finding' | 'temperature'>,
  measured: Measured,
): Partial<Validity> | undefined {
  const amount = amountGiven(measured);
  if (amount === undefined || amount.comparator !== undefined) return undefined;
  switch (part) {
    case 'specificGravity':
    case 'ph':
      return isWithin(part, amount.value) ? { [part]: amount.value } : undefined;
    case 'temperatureF': {
      const fahrenheit = inFahrenheit(amount);
      return fahrenheit !== undefined && isWithin(part, fahrenheit) ? { temperatureF: fahrenheit } : undefined;
    }
    case 'creatinineMgDl': {
      const mgDl = amount.unit === 'ng/mL' ? amount.value / 1e4 : creatinineByMoles(amount);
      return mgDl === undefined ? undefined : { creatinineMgDl: mgDl };
    }
    case 'nitriteUgMl':
      return amount.unit === 'ng/mL' ? { nitriteUgMl: amount.value / 1e3 } : undefined;
  }
}

const mmolPer: ReadonlyMap<string, number> = new Map([
  ['mmol/l', 1],
  ['umol/l', 1e-3],
]);

/** Of 113.12 g/mol. */
function creatinineByMoles({ value, unit = '' }: Amount): number | undefined {
  const perMmol = mmolPer.get(unit.toLowerCase().replace(/[µμ]/g, 'u'));
  return perMmol === undefined ? undefined : Number((value * perMmol * 11.312).toPrecision(6));
}

function inFahrenheit({ value, unit = '' }: Amount): number | undefined {
  const scale = unit.toLowerCase().replace(/[^a-z]/g, '');
  if (['f', 'degf', 'fahrenheit'].includes(scale)) return value;
  if (['c', 'cel', 'degc', 'celsius'].includes(scale)) return Number(((value * 9) / 5 + 32).toFixed(2));
  return undefined;
}
