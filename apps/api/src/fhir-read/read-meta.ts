import { createHash } from 'node:crypto';
import { securityLabels, type ReadResource } from '@stepway/clinical-codes';
import { redisclosureNotice } from '@stepway/contracts';

/** What nobody outside may pass on without asking the person again (42 CFR 2.32). */
const notToBePassedOn = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  code: 'NORDSCLCD',
  display: 'no redisclosure without consent directive',
};
const notice = {
  system: 'https://stepway.dev/fhir/CodeSystem/notice',
  code: '42-cfr-2.32',
  display: redisclosureNotice,
};

/** A resource as it is answered, with its labels, and for a partner the notice. */
export interface Answered {
  readonly resourceType: string;
  readonly id: string;
  readonly meta: { readonly versionId: string; readonly lastUpdated: string };
}

/** The version is that of what is told: another one whenever a word of it is another. */
export function withMeta({ resource, lastUpdated }: ReadResource, forPartner: boolean): Answered {
  const { resourceType, id, ...elements } = resource;
  const versionId = createHash('sha256')
    .update(JSON.stringify([resource, lastUpdated, forPartner]))
    .digest('hex')
    .slice(0, 20);
  const security = forPartner ? [...securityLabels, notToBePassedOn] : securityLabels;
  const meta = { versionId, lastUpdated, security, ...(forPartner && { tag: [notice] }) };
  return { resourceType, id, meta, ...elements };
}

export const etagOf = ({ meta: { versionId } }: Answered): string => `W/"${versionId}"`;
