import type { AftercarePart } from './vocabulary.ts';

export interface PlannedPart {
  readonly part: AftercarePart;
  /** So often; absent = as it is needed. */
  readonly everyDays?: number;
}

export interface AftercareCommands {
  SetAftercarePlan: { readonly parts: readonly PlannedPart[] };
}

export const aftercareCommandTypes = ['SetAftercarePlan'] as const satisfies readonly (keyof AftercareCommands)[];
