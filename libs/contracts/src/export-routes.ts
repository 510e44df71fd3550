/** What an export is asked with (FHIR Bulk Data 2). */
const query = {
  _type: 'Only these types, with commas between',
  _since: 'An instant: only what was told anew after it',
  _outputFormat: 'application/fhir+ndjson, application/ndjson or ndjson',
};
const taken = { 202: 'It is taken; Content-Location is where it is told of' };
const refusesAsk = [400, 401, 403, 429, 503] as const;
const refusesPost = [400, 401, 403, 413, 415, 429, 503] as const;
const refusesJob = [401, 403, 404, 503] as const;

/** Bulk Data `$export`, for partners alone. */
export const exportRoutes = [
  {
    method: 'get',
    path: '/fhir/R4/$export',
    operationId: 'exportFhir',
    query,
    summary: 'Everything that consents allow the partner to be told',
    answers: taken,
    refuses: refusesAsk,
  },
  {
    method: 'post',
    path: '/fhir/R4/$export',
    operationId: 'exportFhirByPost',
    query,
    summary: 'The same, asked with a Parameters',
    answers: taken,
    refuses: refusesPost,
  },
  {
    method: 'get',
    path: '/fhir/R4/Patient/$export',
    operationId: 'exportPatients',
    query,
    summary: 'The same: all that is told is of a person',
    answers: taken,
    refuses: refusesAsk,
  },
  {
    method: 'post',
    path: '/fhir/R4/Patient/$export',
    operationId: 'exportPatientsByPost',
    query,
    summary: 'The same, asked with a Parameters',
    answers: taken,
    refuses: refusesPost,
  },
  {
    method: 'get',
    path: '/fhir/R4/export-jobs/{jobId}',
    operationId: 'exportStatus',
    media: 'application/json',
    summary: 'How far an export is, and then its manifest',
    answers: {
      200: 'The manifest: its files, until Expires',
      202: 'Not ready: X-Progress says how far it is, Retry-After when to ask again, which takes it further',
    },
    refuses: refusesJob,
  },
  {
    method: 'delete',
    path: '/fhir/R4/export-jobs/{jobId}',
    operationId: 'endExport',
    summary: 'Ends an export, and what is being downloaded of it',
    refuses: refusesJob,
    answers: { 202: 'It is ended' },
  },
  {
    method: 'get',
    path: '/fhir/R4/export-jobs/{jobId}/{file}',
    operationId: 'exportFile',
    media: 'application/fhir+ndjson',
    summary: 'A file of the manifest, made while it is downloaded: what consents allow at that moment, accounted for',
    answers: { 200: 'A resource on each line' },
    refuses: [401, 403, 404, 429, 503],
  },
] as const;
