import kafkajs, { type AclEntry, type Admin } from 'kafkajs';
import type { OutsideReader } from '../messaging.ts';

const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, KafkaJSProtocolError, ResourcePatternTypes } = kafkajs; // CommonJS

/** READ implies DESCRIBE. Nothing else is allowed, so that all else is refused. */
const mayRead = ({ username, prefix }: OutsideReader): AclEntry[] =>
  [AclResourceTypes.TOPIC, AclResourceTypes.GROUP].map((resourceType) => ({
    ...{ resourceType, resourceName: prefix, resourcePatternType: ResourcePatternTypes.PREFIXED },
    ...{ principal: `User:${username}`, host: '*' },
    ...{ operation: AclOperationTypes.READ, permissionType: AclPermissionTypes.ALLOW },
  }));

/** A cluster without an authorizer knows no rules: there anybody reads, and nothing can be said about it. */
async function unlessNobodyIsAsked(change: Promise<unknown>): Promise<void> {
  try {
    await change;
  } catch (error) {
    if (!(error instanceof KafkaJSProtocolError && error.type === 'SECURITY_DISABLED')) throw error;
  }
}

export const allowReading = (admin: Admin, reader: OutsideReader): Promise<void> =>
  unlessNobodyIsAsked(admin.createAcls({ acl: mayRead(reader) }));

/** Whatever was allowed to this reader, by whomever. */
export const endReading = (admin: Admin, { username }: OutsideReader): Promise<void> =>
  unlessNobodyIsAsked(
    admin.deleteAcls({
      filters: [
        {
          ...{ resourceType: AclResourceTypes.ANY, resourcePatternType: ResourcePatternTypes.ANY },
          ...{ principal: `User:${username}`, operation: AclOperationTypes.ANY },
          permissionType: AclPermissionTypes.ANY,
        },
      ],
    }),
  );
