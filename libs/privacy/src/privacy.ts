import type pg from 'pg';
import { createAuditTrail, type AuditTrail } from './audit/audit-trail.ts';
import { createEmergencies, type Emergencies } from './emergencies/emergencies.ts';
import { createIdentities, type Identities } from './identity/identities.ts';
import type { PrivacyKeys } from './privacy-keys.ts';
import { createRequests, type Requests } from './requests/requests.ts';
import { createPatientKeys } from './sealing/patient-keys.ts';
import { createMessageSeal, type DerivedSeal, type MessageSeal } from './sealing/message-seal.ts';
import { createPartnerSeal } from './sealing/partner-seal.ts';
import { createSeals, type Seals } from './sealing/seals.ts';

/** All that stands between a person's data and those who are not meant to read it. */
export interface Privacy {
  readonly identities: Identities;
  readonly seals: Seals;
  readonly requests: Requests;
  /** For what came from outside, before anybody knows of whom it speaks. */
  readonly messages: MessageSeal;
  /** For the keys by which partners' pseudonyms are made. */
  readonly partnerKeys: DerivedSeal;
  readonly audit: AuditTrail;
  readonly emergencies: Emergencies;
}

export interface PrivacyOptions {
  readonly pool: pg.Pool;
  readonly keys: PrivacyKeys;
  /** How long an erasure by another process may go unseen, in milliseconds. Default 60 s. */
  readonly keyCacheMs?: number;
}

export function createPrivacy({ pool, keys, keyCacheMs = 60_000 }: PrivacyOptions): Privacy {
  const patientKeys = createPatientKeys({ pool, root: keys.root, cacheMs: keyCacheMs });
  const seals = createSeals(patientKeys);
  return {
    identities: createIdentities({ pool, keys: patientKeys, blindIndex: keys.blindIndex.key }),
    seals,
    requests: createRequests(keys.commandHash.key, patientKeys),
    messages: createMessageSeal(keys),
    partnerKeys: createPartnerSeal(keys),
    audit: createAuditTrail({ pool }),
    emergencies: createEmergencies(pool, seals),
  };
}
