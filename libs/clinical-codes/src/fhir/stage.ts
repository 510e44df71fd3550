import type { Stage } from '@stepway/pathway';
import type { CodeableConcept } from './shapes.ts';

const screens = /immuno|\beia\b|emit|cedia|\belisa\b|screen|point.of.care|\bpoct?\b|dipstick|test cup|lateral flow/i;
const confirms = /mass spec|\b[lg]c.{0,3}ms\b|ms\/ms|tandem|confirm/i;

/** The laboratory's words for its method; empty where it gives none. */
export const methodWords = (method: CodeableConcept | undefined): string =>
  method?.text ?? method?.coding.find(({ display }) => display !== undefined)?.display ?? '';

/**
 * Presumptive or definitive: by the LOINC code, the method in words, the panel it belongs to. Whatever calls it
 * presumptive outranks the rest, and without a word it is presumptive: time and another test may make it more, a
 * definitive result taken wrongly moves a person.
 */
export function stageOf(given: {
  readonly loinc: Stage | undefined;
  readonly method: string;
  readonly panel: Stage | undefined;
  readonly callsItselfPresumptive: boolean;
}): Stage {
  if (given.callsItselfPresumptive || given.loinc === 'presumptive' || screens.test(given.method)) return 'presumptive';
  if (given.loinc === 'definitive' || confirms.test(given.method)) return 'definitive';
  return given.panel ?? 'presumptive';
}
