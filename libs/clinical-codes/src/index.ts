export { meaningOf, speaksForClass, type CodeReason, type LoincMeaning, type Measure } from './loinc/meaning.ts';
export { fhirFaults, fhirParts, type FhirFault, type FhirPart } from './fhir/parts.ts';
export { readFhirMessage, type FhirReading, type FhirSender } from './fhir/read-fhir-message.ts';
export { readDrugScreen, type DrugScreen } from './fhir/read-drug-screen.ts';
export { callerId } from './message/caller-id.ts';
export {
  type ClinicalFact,
  type ClinicalMessage,
  type PersonClues,
  type PersonNumber,
} from './message/clinical-message.ts';
export { readLocalTime } from './message/clock.ts';
export { drugTestFact, type FactTold } from './message/drug-test-fact.ts';
export { localCodes, type LocalCodes, type LocalMeaning } from './message/local-codes.ts';
export { reasonInWords, type AskReason, type Question } from './question.ts';
export { acknowledge, type AckCode, type AckError, type AckOptions } from './hl7v2/acknowledge.ts';
export {
  hl7Content,
  noHeader,
  notSupported,
  readHl7Header,
  type HeaderRead,
  type Hl7Header,
  type NotSupported,
} from './hl7v2/header.ts';
export { readHl7Message, type Hl7Reading, type NothingInIt } from './hl7v2/read-hl7-message.ts';
export { type NotReadable } from './hl7v2/segments.ts';
export { senderReading, type SenderReading } from './hl7v2/sender.ts';
export { securityLabels, tellJourney, type ReadResource, type TellJourney } from './fhir-out/tell-journey.ts';
export { type Coding, type Period, type R4Resource, type ReadIds } from './fhir-out/form.ts';
export { type KnownAs } from './fhir-out/patient.ts';
export { notification, type Notification, type SubscriptionStatus } from './fhir-out/notification.ts';
