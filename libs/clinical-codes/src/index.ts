export { meaningOf, speaksForClass, type CodeReason, type LoincMeaning, type Measure } from './loinc/meaning.ts';
export { readDrugScreen, type DrugScreen } from './fhir/read-drug-screen.ts';
export { callerId } from './message/caller-id.ts';
export {
  type ClinicalFact,
  type ClinicalMessage,
  type PersonClues,
  type PersonNumber,
} from './message/clinical-message.ts';
export { drugTestFact, type FactTold } from './message/drug-test-fact.ts';
export { LocalCodes, type LocalMeaning } from './message/local-codes.ts';
export { reasonInWords, type AskReason, type Question } from './question.ts';
