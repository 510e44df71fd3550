import type { CareEvent } from '@stepway/pathway';
import { coding, concept, referenceTo, type R4Resource, type Told, type Telling, named } from './form.ts';

/**
 * Who said or decided what a resource tells, and when: one for each event that changed it.
 * @param changes the resources that are told, with the events that each of them rests on
 */
export function provenances(telling: Telling, changes: ReadonlyMap<CareEvent, readonly R4Resource[]>): readonly Told[] {
  const { numbers } = telling;
  return [...changes].map(([event, targets]): Told => {
    const { id, type, occurredAt, recordedAt, actor } = event;
    const who = numbers
      ? { identifier: { system: 'https://stepway.dev/fhir/identifier/actor', value: actor.id } }
      : { display: actor.kind === 'rule' ? 'A rule of the programme' : 'The programme' };
    const resource: R4Resource = {
      ...named(telling, 'Provenance', id),
      target: targets.map((target) => referenceTo(target.resourceType, target.id)),
      ...{ occurredDateTime: occurredAt, recorded: recordedAt },
      activity: concept(coding('event', type)),
      agent: [
        {
          type: concept({
            system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
            code: actor.kind === 'rule' ? 'assembler' : 'author',
          }),
          ...(numbers && { role: [concept(coding('role', actor.role))] }),
          who,
        },
      ],
    };
    return { resource, by: type, keys: [id], found: { date: { start: recordedAt, end: recordedAt } } };
  });
}
