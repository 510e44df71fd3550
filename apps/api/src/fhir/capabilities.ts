import { fhirRoutes } from '@stepway/contracts';
import { fhirBase } from './as-fhir.ts';

const posted = ['Observation', 'DiagnosticReport', 'Encounter', 'Bundle'] as const;
const isThere = (type: string): boolean =>
  fhirRoutes.some(({ method, path }) => method === 'post' && path === `${fhirBase}/${type}`);

/** What there is, and nothing else. */
export const capabilityStatement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-11-26',
  kind: 'instance',
  software: { name: 'Stepway' },
  implementation: { description: 'Stepway takes results and stays by FHIR R4' },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      documentation:
        'What is sent is stored before it is answered (202, Content-Location), and becomes facts of a journey as soon as it is taken. ' +
        'The sender is the subject of the access token.',
      security: { cors: false, description: 'Bearer token of a registered sender' },
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
      resource: posted.filter(isThere).map((type) => ({
        type,
        interaction: [
          {
            code: 'create',
            ...(type === 'Bundle' && { documentation: 'Of type transaction, batch, message or collection' }),
          },
        ],
        conditionalCreate: true,
      })),
    },
  ],
} as const;
