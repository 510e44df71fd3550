import { readdirSync, readFileSync } from 'node:fs';
import type { FhirSender } from '../read-fhir-message.ts';

const folder = 'libs/clinical-codes/fixtures/fhir';

/** The published drug screens, by what they are of. */
export const examples: ReadonlyMap<string, object> = new Map(
  readdirSync(folder).map((file) => [
    /^Observation-(.+)-urine/.exec(file)?.[1] ?? file,
    JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as object,
  ]),
);

export const sender: FhirSender = {
  senderId: 'acme',
  numbers: [{ authority: 'urn:acme:mrn', as: 'mrn' }],
  codes: [],
  commands: ['RecordDrugTestResult', 'RecordExternalEncounter'],
  leavesAside: [],
};

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] });
export const moments = { effectiveDateTime: '2026-02-02T09:00:00-05:00', issued: '2026-02-03T08:00:00Z' };
export const observation = (code: string, fields: object = {}) => ({
  ...{ resourceType: 'Observation', status: 'final', code: loinc(code), valueString: 'negative', ...moments },
  ...fields,
});
export const report = (fields: object = {}) => ({
  ...{ resourceType: 'DiagnosticReport', status: 'final', code: loinc('65750-2'), ...moments },
  ...fields,
});
export const specimen = (number: string, fields: object = {}) => ({
  ...{ resourceType: 'Specimen', accessionIdentifier: { value: number } },
  ...fields,
});
export const patient = (value: string, fields: object = {}) => ({
  resourceType: 'Patient',
  identifier: [{ system: 'urn:acme:mrn', value }],
  name: [{ use: 'official', family: 'Canary', given: ['Ada', 'B'] }],
  birthDate: '1980-02-03',
  ...fields,
});
/** Entries with the names that the others call them by. */
export const bundle = (entries: Readonly<Record<string, object>>, type = 'collection') => ({
  resourceType: 'Bundle',
  type,
  entry: Object.entries(entries).map(([name, resource]) => ({ fullUrl: `urn:uuid:${name}`, resource })),
});
export const of = (name: string) => ({ reference: `urn:uuid:${name}` });
/** With the specimen's number where a message of one resource can tell it. */
export const ofSpecimen = (value: string) => ({ specimen: { identifier: { value } } });

export const cocaine = '14314-9';
export const opiates = '8220-6';
