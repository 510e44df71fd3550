import { subscriptionRoutes } from './subscription-routes.ts';
import { exportRoutes } from './export-routes.ts';

/** What R4 is spoken over, as the OpenAPI document and the CapabilityStatement tell it. */
export interface FhirRoute {
  readonly method: 'get' | 'post' | 'delete';
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** Asked by anybody. */
  readonly isOpen?: true;
  /** What may be asked in the address, with what it says. */
  readonly query?: Readonly<Record<string, string>>;
  /** In what it answers, where that is not R4 as JSON. */
  readonly media?: string;
  readonly answers: Readonly<Record<number, string>>;
  readonly refuses: readonly (keyof typeof fhirRefusals)[];
}

/** What each status says of a request that was not granted: always an OperationOutcome. */
export const fhirRefusals = {
  400: 'A search that is not understood; not JSON, a name twice in one object, too deep, or not the resource of this address',
  401: 'No valid token',
  403: 'The role may not do this; no registered sender; or a token of a partner that was not given for it',
  404: 'There is nothing here that you may see',
  413: 'The body is larger than 1 MiB',
  415: 'The body is neither application/fhir+json nor application/json, or is compressed',
  422: 'Not as R4 says, in what is read of it: `expression` names each place; or a Bundle that is not taken',
  429: 'Too much waits to be taken, or was asked for at once: again after Retry-After',
  503: 'The inbox cannot be reached: it is not known to be stored. Send it again; see Retry-After',
} as const;

const stored = { 202: 'It is stored, now or before; Content-Location tells where it is told of' };
const transacted = { 200: 'Of a transaction or a batch: its response, with an entry for each', ...stored };
const refusesBody = [400, 401, 403, 413, 415, 422, 429, 503] as const;

export const fhirRoutes = [
  {
    method: 'post',
    path: '/fhir/R4',
    operationId: 'receiveFhirTransaction',
    summary: 'Takes a transaction or a batch, as /fhir/R4/Bundle does',
    answers: transacted,
    refuses: refusesBody,
  },
  {
    method: 'post',
    path: '/fhir/R4/Bundle',
    operationId: 'receiveFhirBundle',
    summary: 'Takes a Bundle of type transaction, batch, message or collection: one message for each person in it',
    answers: transacted,
    refuses: refusesBody,
  },
  {
    method: 'post',
    path: '/fhir/R4/Observation',
    operationId: 'receiveFhirObservation',
    summary: 'Takes a result',
    answers: stored,
    refuses: refusesBody,
  },
  {
    method: 'post',
    path: '/fhir/R4/DiagnosticReport',
    operationId: 'receiveFhirReport',
    summary: 'Takes a report, with what is contained in it',
    answers: stored,
    refuses: refusesBody,
  },
  {
    method: 'post',
    path: '/fhir/R4/Encounter',
    operationId: 'receiveFhirEncounter',
    summary: 'Takes a stay in a hospital or an emergency room',
    answers: stored,
    refuses: refusesBody,
  },
  {
    method: 'get',
    path: '/fhir/R4/received/{messageId}',
    operationId: 'fhirReceived',
    summary: 'What can be told to its sender of a message: that it is stored, and whether it could be read',
    answers: { 200: 'An OperationOutcome' },
    refuses: [401, 403, 404, 503],
  },
  ...subscriptionRoutes,
  ...exportRoutes,
  {
    method: 'get',
    path: '/fhir/R4/{type}',
    operationId: 'searchFhir',
    summary: 'A search, page by page; the CapabilityStatement names what each type is found by',
    answers: { 200: 'A Bundle of type searchset; `next` is where it goes on' },
    refuses: [400, 401, 403, 404, 503],
  },
  {
    method: 'get',
    path: '/fhir/R4/{type}/{id}',
    operationId: 'readFhir',
    summary: 'One resource, with its ETag',
    answers: { 200: 'The resource', 304: 'It is as If-None-Match has it' },
    refuses: [401, 403, 404, 503],
  },
  {
    method: 'get',
    path: '/fhir/R4/metadata',
    operationId: 'fhirCapabilities',
    summary: 'The CapabilityStatement',
    isOpen: true,
    answers: { 200: 'What is there' },
    refuses: [],
  },
] as const satisfies readonly FhirRoute[];

/** What can be read here as R4. */
export const fhirReadTypes = [
  'Patient',
  'EpisodeOfCare',
  'CarePlan',
  'Goal',
  'Encounter',
  'Observation',
  'MedicationStatement',
  'Task',
  'Flag',
  'Consent',
  'Provenance',
  'AuditEvent',
] as const;
export type FhirReadType = (typeof fhirReadTypes)[number];

/** Those that ask who calls. */
export type FhirRouteName = Exclude<(typeof fhirRoutes)[number]['operationId'], 'fhirCapabilities'>;
