import { loincSystem, snomedSystem } from '../fhir/codes.ts';
import type { CodeableConcept, Coding, Measured, Quantity } from '../fhir/shapes.ts';
import { repetitionsOf, said, textOf, type Hl7Segment } from './segments.ts';

const systems: ReadonlyMap<string, string> = new Map([
  ...['LN', 'LNC', 'LOINC', '2.16.840.1.113883.6.1'].map((name) => [name, loincSystem] as const),
  ...['SCT', 'SNM', 'SNOMED', 'SNOMED-CT', '2.16.840.1.113883.6.96'].map((name) => [name, snomedSystem] as const),
]);

/** A coded field (CE, CWE): its two codes, each with its words. What calls itself LOINC and looks otherwise is not. */
export function conceptOf(segment: Hl7Segment, field: number, repetition = 0): CodeableConcept {
  const coding = [1, 4].flatMap((at): readonly Coding[] => {
    const [code, display, named] = [at, at + 1, at + 2].map((part) => said(segment, field, part, repetition));
    if (!code && !display) return [];
    const known = systems.get((named ?? '').toUpperCase());
    const system = known === loincSystem && !/^\d{1,7}-\d$/.test(code ?? '') ? named : (known ?? named);
    return [{ ...(system && { system }), ...(code && { code }), display: display || (code ?? '') }];
  });
  const text = said(segment, field, 9, repetition);
  return { coding, ...(text !== '' && { text }) };
}

type Value = Pick<Measured, 'valueCodeableConcept' | 'valueString' | 'valueQuantity'>;

/** Attachments: what they show stands beside them as codes, or is asked about. */
export const isAttachment = (obx: Hl7Segment): boolean => ['ED', 'RP'].includes(said(obx, 2).toUpperCase());

/** The value of an OBX segment by its type; a type that is not known is read as text, and text as what it says. */
export function valueOf(obx: Hl7Segment): Value {
  const type = said(obx, 2).toUpperCase();
  if (textOf(obx, 5) === '') return {};
  if (type === 'SN') return structured(obx);
  if (['CE', 'CWE', 'CNE', 'CF'].includes(type) && repetitionsOf(obx, 5) === 1)
    return { valueCodeableConcept: conceptOf(obx, 5) };
  const text = textOf(obx, 5);
  const quantity = quantityIn(text, unitOf(obx));
  return quantity ? { valueQuantity: quantity } : { valueString: text };
}

const comparators = { '': undefined, '=': undefined, '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;
const isComparator = (text: string): text is keyof typeof comparators => Object.hasOwn(comparators, text);

/** `<^50`: a comparator and a number; a range, a ratio and `1+` are words that are not known. */
function structured(obx: Hl7Segment): Value {
  const [comparator = '', number = '', separator = ''] = [1, 2, 3].map((part) => said(obx, 5, part));
  const quantity =
    isComparator(comparator) && separator === '' ? quantityIn(comparator + number, unitOf(obx)) : undefined;
  return quantity ? { valueQuantity: quantity } : { valueString: textOf(obx, 5) };
}

const unitOf = (obx: Hl7Segment): string => said(obx, 6) || said(obx, 6, 2);

const number = /^(<=?|>=?|=)?\s{0,5}(\d{1,15}(?:\.\d{1,15})?)$/;

/** A number, with a comparator or without, in the unit that stands beside it. */
function quantityIn(text: string, unit: string): Quantity | undefined {
  const [, sign = '', value] = number.exec(text.slice(0, 50)) ?? [];
  if (value === undefined || text.length > 50 || !isComparator(sign)) return undefined;
  const comparator = comparators[sign];
  return { value: Number(value), ...(comparator && { comparator }), ...(unit !== '' && { unit }) };
}

/** OBX-7: below a limit, from one to another, or the cut-off by that name. */
export function rangesOf(obx: Hl7Segment): Measured['referenceRange'] {
  const text = textOf(obx, 7);
  if (text.length > 50) return [];
  const unit = unitOf(obx);
  const [, from, to] = /^(\d{1,9}(?:\.\d{1,9})?)\s?-\s?(\d{1,9}(?:\.\d{1,9})?)/.exec(text) ?? [];
  if (from !== undefined && to !== undefined) return [{ low: limit(from, unit), high: limit(to, unit) }];
  const [, below] = /^(?:<=?|cut-?\s?off\s?[:=<]?)\s?(\d{1,9}(?:\.\d{1,9})?)/i.exec(text) ?? [];
  return below === undefined ? [] : [{ high: limit(below, unit) }];
}

const limit = (value: string, unit: string): Quantity => ({ value: Number(value), ...(unit !== '' && { unit }) });
