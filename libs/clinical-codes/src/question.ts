import type { DrugClass } from '@stepway/pathway';
import type { CodeReason } from './loinc/meaning.ts';

/** Why a reading stops and a person has to say what it means. */
export type AskReason =
  | CodeReason
  | 'not-readable'
  | 'no-loinc-code'
  | 'code-not-in-table'
  | 'contradiction'
  | 'value-not-understood'
  | 'no-value'
  | 'no-result-yet'
  | 'flag-without-result'
  | 'no-cut-off'
  | 'one-analyte-only'
  | 'matrix-not-understood'
  | 'matrix-differs'
  | 'several-specimens'
  | 'status-not-understood'
  | 'status-differs';

/** Something in a report that becomes no result by itself. Says nothing of the person but the class asked about. */
export interface Question {
  readonly reason: AskReason;
  /** Place of the resource in what was read, from 0; absent = the report as a whole. */
  readonly resource?: number;
  readonly loinc?: string;
  readonly drugClass?: DrugClass;
}

/** The reason as a person reads it. */
export const reasonInWords: Readonly<Record<AskReason, string>> = {
  antagonist: 'This is a medicine that blocks opioids, not a drug of a class that is tested for.',
  medicine: 'This is a medicine without a drug class of its own.',
  ambiguous: 'What was found can have more than one origin, or is wider than one drug class.',
  'names-drugs': 'The result of this code is a list of names, not positive or negative.',
  'derived-figure': 'This is a figure calculated from a result, not a result.',
  'withdrawn-code': 'LOINC has withdrawn this code.',
  'not-readable': 'This is not a FHIR R4 resource that can be read.',
  'no-loinc-code': 'The laboratory gave no LOINC code.',
  'code-not-in-table': 'This code is not in the table of urine drug tests.',
  contradiction: 'The report says two different things about this.',
  'value-not-understood': 'The words of the result are not known.',
  'no-value': 'No result was given.',
  'no-result-yet': 'The laboratory has registered the test and gives no result yet.',
  'flag-without-result': 'Only a flag was given, which says neither positive nor negative.',
  'no-cut-off': 'An amount was given without a cut-off to compare it with.',
  'one-analyte-only': 'Only one substance of the class was looked for: its absence does not make the class negative.',
  'matrix-not-understood': 'The kind of specimen is not known.',
  'matrix-differs': 'The code is for urine, the specimen is not.',
  'several-specimens': 'The results come from more than one specimen.',
  'status-not-understood': 'The status of the report is not known.',
  'status-differs': 'This result has another status than the report.',
};
