import type { ReadIds, ReadResource } from '@stepway/clinical-codes';
import type { ChainedAccess } from '@stepway/privacy';

/** DICOM's word for what was done, as R4 has it. */
const actions: Readonly<Record<string, string>> = { create: 'C', write: 'U', command: 'U', read: 'R', list: 'R' };

/** Who saw or did what with a journey, as the trail has it. */
export function auditEvent(access: ChainedAccess, ids: ReadIds): ReadResource {
  const { at, chain, index, action, actor, place, outcome } = access;
  const type = { system: 'https://stepway.dev/fhir/CodeSystem/audit-action', code: action };
  const resource = {
    resourceType: 'AuditEvent',
    id: ids.of('AuditEvent', `${chain}.${index}`),
    type: { system: 'http://terminology.hl7.org/CodeSystem/audit-event-type', code: 'rest' },
    subtype: [type],
    action: actions[action] ?? 'E',
    recorded: at,
    outcome: outcome === 'granted' ? '0' : '4',
    agent: [
      {
        type: { coding: [{ system: 'https://stepway.dev/fhir/CodeSystem/role', code: actor.role }] },
        who: { identifier: { system: 'https://stepway.dev/fhir/identifier/actor', value: actor.id } },
        requestor: true,
      },
    ],
    source: { observer: { display: 'Stepway' } },
    entity: [{ what: { reference: `Patient/${ids.patient}` }, name: place }],
  } as const;
  return { resource, by: 'EpisodeOpened', found: { type: [type], date: { start: at, end: at } }, lastUpdated: at };
}
