import { setTimeout as pause } from 'node:timers/promises';
import { partnerReader } from '@stepway/messaging';
import { plainClient } from '@stepway/test-support';
import kafkajs, { type Admin } from 'kafkajs';
import { openClinic, type Clinic } from '../testing/clinic.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, Kafka, logLevel, ResourcePatternTypes } = kafkajs;

let clinic: Clinic;
let admin: Admin;
beforeAll(async () => {
  clinic = await openClinic();
  admin = new Kafka({ ...plainClient(clinic.kafka), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  clinic.streams();
});
afterAll(async () => {
  await admin.disconnect();
  await clinic.close();
});

const { GROUP, TOPIC } = AclResourceTypes;
const { READ } = AclOperationTypes;

/** What Kafka allows to a partner: of what kind, by which name, how the name is meant, and what. */
async function allowed(partnerId: string): Promise<readonly (readonly [number, string, number, number])[]> {
  const { resources } = await admin.describeAcls({
    ...{ resourceType: AclResourceTypes.ANY, resourcePatternType: ResourcePatternTypes.ANY },
    ...{ principal: `User:${partnerReader(partnerId).username}`, permissionType: AclPermissionTypes.ANY },
    operation: AclOperationTypes.ANY,
  });
  return resources.flatMap(({ resourceType, resourceName, resourcePatternType, acls }) =>
    acls.map(({ operation }) => [resourceType, resourceName, resourcePatternType, operation] as const),
  );
}
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(50);
}

describe('a partner that is registered', () => {
  it('may read what begins with its own prefix and nothing else, for as long as it is active', async () => {
    const partner = await clinic.partner();
    const { partnerId } = partner;
    await until(async () => (await allowed(partnerId)).length > 0);
    const own = `stepway.partner.${partnerId}.`;
    const { PREFIXED } = ResourcePatternTypes;
    const rules = [TOPIC, GROUP].map((kind) => [kind, own, PREFIXED, READ]);
    expect((await allowed(partnerId)).toSorted(([one], [another]) => one - another)).toEqual(rules);
    await clinic.partners.registrations.set({ ...partner, active: false }, 'spec');
    await until(async () => (await allowed(partnerId)).length === 0);
    await clinic.partners.registrations.set(partner, 'spec');
    await until(async () => (await allowed(partnerId)).length === 2);
  }, 20_000);
});
