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
  | 'status-differs'
  | 'no-specimen-number'
  | 'no-collection-time'
  | 'no-report-time'
  | 'not-recordable'
  | 'several-persons'
  | 'persons-merged'
  | 'no-visit-number'
  | 'no-time-of-stay'
  | 'kind-of-stay-not-understood'
  | 'stay-cancelled'
  | 'discharge-cancelled'
  | 'death-told'
  | 'results-elsewhere'
  | 'meaning-changed';

/** Something in a report that becomes no result by itself. Says nothing of the person but the class asked about. */
export interface Question {
  readonly reason: AskReason;
  /** Place of the resource (in HL7 v2 of the OBX segment) in what was read, from 0; absent = the report as a whole. */
  readonly resource?: number;
  readonly loinc?: string;
  readonly drugClass?: DrugClass;
  /** Our id of the specimen or the stay that is asked about. */
  readonly about?: string;
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
  'no-specimen-number': 'The specimen has no number that can be kept.',
  'no-collection-time': 'The report does not tell at what moment the specimen was collected.',
  'no-report-time': 'The report does not tell when it was made.',
  'not-recordable': 'What the report says cannot be recorded as it is.',
  'several-persons': 'The message speaks of more than one person.',
  'persons-merged': 'The sender joins two of its records into one: somebody has to see which person is meant here.',
  'no-visit-number': 'The stay has no visit number that can be kept.',
  'no-time-of-stay': 'The message does not tell at what moment the stay began or ended.',
  'kind-of-stay-not-understood': 'The kind of the stay is not known.',
  'stay-cancelled': 'The sender takes back a stay that it told of: it never was.',
  'discharge-cancelled': 'The sender takes back the end of a stay: the person is still there.',
  'death-told': 'The sender tells that the person has died. Somebody has to make sure of it.',
  'results-elsewhere': 'The report refers to results that were not sent with it.',
  'meaning-changed': 'The sender marks that something changes the meaning of this, in a way that is not known here.',
};
