import { codedAs } from '../fhir/read-measured.ts';
import type { CodeableConcept } from '../fhir/shapes.ts';
import { soundsLikeADrug } from '../loinc/words.ts';
import type { LocalCodes } from '../message/local-codes.ts';
import type { Order } from './orders.ts';
import { conceptOf } from './value.ts';

/** What an order has to do with a drug test: it is one, it tells of its specimen, or nothing. */
export function partOf({ obr, results }: Order, local: LocalCodes): 'test' | 'specimen' | undefined {
  const codes = [conceptOf(obr, 4), ...results.map(({ obx }) => conceptOf(obx, 3))];
  if (codes.some((code) => isOfADrugTest(code, local))) return 'test';
  return codes.some((code) => codedAs({ code }, local).is === 'validity') ? 'specimen' : undefined;
}

/**
 * A code that the table or the mapping knows, or words that sound like one: a drug that nobody has mapped must not go
 * by as something that is none of our business.
 */
export function isOfADrugTest(code: CodeableConcept, local: LocalCodes): boolean {
  const coded = codedAs({ code }, local);
  switch (coded.is) {
    case 'test':
    case 'cut-off':
    case 'panel':
      return true;
    case 'validity':
    case 'nothing':
      return false;
    case 'unknown': {
      if (coded.reason !== 'no-loinc-code' && coded.reason !== 'code-not-in-table') return true;
      return [code.text ?? '', ...code.coding.map(({ display = '' }) => display)].some(soundsLikeADrug);
    }
  }
}
