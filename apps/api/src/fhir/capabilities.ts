import { fhirReadTypes, fhirRoutes, topicUrls, type FhirReadType } from '@stepway/contracts';
import { includesOf, parametersOf, type Parameter } from '../fhir-read/search-parameters.ts';
import { fhirBase } from './as-fhir.ts';

const posted = ['Observation', 'DiagnosticReport', 'Encounter', 'Bundle'] as const;
const isThere = (type: string): boolean =>
  fhirRoutes.some(({ method, path }) => method === 'post' && path === `${fhirBase}/${type}`);

const kinds = {
  date: 'date',
  token: 'token',
  status: 'token',
  id: 'token',
  person: 'reference',
  reference: 'reference',
} as const satisfies Readonly<Record<Parameter['kind'], string>>;

const readable = (type: FhirReadType) => ({
  interaction: [{ code: 'read' }, { code: 'search-type' }],
  versioning: 'versioned',
  searchParam: Object.entries(parametersOf(type)).map(([name, { kind }]) => ({ name, type: kinds[kind] })),
  ...(type !== 'Provenance' && { searchRevInclude: ['Provenance:target'] }),
  ...(Object.keys(includesOf(type)).length > 0 && { searchInclude: Object.keys(includesOf(type)) }),
});

/** Bulk Data, for partners alone. */
const bulk = 'http://hl7.org/fhir/uv/bulkdata';
const exports = (of: 'export' | 'patient-export') => [
  { name: 'export', definition: `${bulk}/OperationDefinition/${of}` },
];

const types = [...new Set<string>([...fhirReadTypes, ...posted.filter(isThere)])];

function resourceOf(type: string) {
  const read = fhirReadTypes.find((one) => one === type);
  const { interaction = [], ...reading } = read === undefined ? {} : readable(read);
  const creates = posted.some((one) => one === type && isThere(one));
  const create = {
    code: 'create',
    ...(type === 'Bundle' && { documentation: 'Of type transaction, batch, message or collection' }),
  };
  return {
    type,
    interaction: [...interaction, ...(creates ? [create] : [])],
    ...reading,
    ...(creates && { conditionalCreate: true }),
    ...(type === 'Patient' && { operation: exports('patient-export') }),
  };
}

const backport = 'http://hl7.org/fhir/uv/subscriptions-backport';
/** By rest-hook, of partners alone; the topics are listed as the R5 Backport lists them. */
const subscriptions = {
  extension: topicUrls.map((topic) => ({
    url: `${backport}/StructureDefinition/capabilitystatement-subscriptiontopic-canonical`,
    valueCanonical: topic,
  })),
  type: 'Subscription',
  supportedProfile: [`${backport}/StructureDefinition/backport-subscription`],
  interaction: [{ code: 'read' }, { code: 'search-type' }, { code: 'create' }, { code: 'delete' }],
  operation: [
    { name: 'status', definition: `${backport}/OperationDefinition/backport-subscription-status` },
    { name: 'events', definition: `${backport}/OperationDefinition/backport-subscription-events` },
  ],
};

/** What there is, and nothing else. */
export const capabilityStatement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-26',
  kind: 'instance',
  instantiates: [`${bulk}/CapabilityStatement/bulk-data`],
  software: { name: 'Stepway' },
  implementation: { description: 'Stepway takes results and stays by FHIR R4, and tells journeys in it' },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      documentation:
        'What is sent is stored before it is answered (202, Content-Location), and becomes facts of a journey as soon as it is taken. ' +
        'The sender is the subject of the access token. ' +
        'What is read is labelled (R, ETH, 42CFRPart2). A partner is told what each person’s consent allows at that moment.',
      security: {
        cors: false,
        service: [
          {
            coding: [
              {
                system: 'http://terminology.hl7.org/CodeSystem/restful-security-service',
                code: 'SMART-on-FHIR',
              },
            ],
          },
        ],
        description: 'Bearer token: of a role, a registered sender, or a partner (SMART Backend Services)',
      },
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
      resource: [...types.map(resourceOf), subscriptions],
      operation: exports('export'),
    },
  ],
} as const;
