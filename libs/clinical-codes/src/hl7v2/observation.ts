import type { Observation } from '../fhir/shapes.ts';
import { repetitionsOf, said, type Hl7Segment } from './segments.ts';
import { conceptOf, rangesOf, valueOf } from './value.ts';

/** OBX-11 (HL7 table 0085). */
const statuses: ReadonlyMap<string, Observation['status']> = new Map([
  ['F', 'final'],
  ['U', 'final'],
  ['C', 'corrected'],
  ['P', 'preliminary'],
  ['R', 'preliminary'],
  ['S', 'preliminary'],
  ['I', 'registered'],
  ['N', 'registered'],
  ['O', 'registered'],
  ['D', 'entered-in-error'],
  ['W', 'entered-in-error'],
]);

/**
 * An OBX segment as the observation that the reader of drug screens knows; free text beside it (NTE) says no result.
 * @param ofReport what holds where the segment has no status of its own
 */
export function observationOf(obx: Hl7Segment, ofReport: Observation['status']): Observation {
  const method = conceptOf(obx, 17);
  const status = said(obx, 11).toUpperCase();
  const value = valueOf(obx);
  const hasValue = Object.keys(value).length > 0;
  // X: no result can be had of it, though the others of the report are there. Beside a result it contradicts it.
  const isNotDone = status === 'X' && !hasValue;
  return {
    resourceType: 'Observation',
    status: isNotDone ? 'final' : statusOf(status, ofReport),
    code: conceptOf(obx, 3),
    ...(method.coding.length > 0 && { method }),
    ...value,
    ...(isNotDone && { dataAbsentReason: { coding: [] } }),
    interpretation: Array.from({ length: repetitionsOf(obx, 8) }, (_, repetition) => conceptOf(obx, 8, repetition))
      .filter(({ coding }) => coding.length > 0)
      .slice(0, 10),
    referenceRange: rangesOf(obx),
    component: [],
  };
}

function statusOf(status: string, ofReport: Observation['status']): Observation['status'] {
  if (status === '') return ofReport;
  return status === 'X' ? 'cancelled' : (statuses.get(status) ?? 'unknown');
}
