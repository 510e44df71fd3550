import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type pg from 'pg';
import { NoPatientKey, UnknownRootKey } from '../errors.ts';
import type { PrivacyKeys } from '../privacy-keys.ts';
import { unwrapKey, wrapKey } from './cipher.ts';

export interface PatientKey {
  readonly patientId: string;
  readonly kid: string;
  readonly key: KeyObject;
}

/** A new key as it is stored. */
export interface WrappedKey {
  readonly kid: string;
  readonly rootKid: string;
  readonly wrapped: Buffer;
}

export interface PatientKeys {
  /** @throws NoPatientKey */
  of(patientId: string): Promise<PatientKey>;
  /** The keys of these ids that were not erased, by id of key. */
  byKid(kids: readonly string[]): Promise<ReadonlyMap<string, PatientKey>>;
  /** Keys that come with another query: unwrapped here, and remembered. */
  unwrap(row: KeyRow): PatientKey | undefined;
  /** A key not stored yet. */
  make(patientId: string): PatientKey & WrappedKey;
  /** Forgets a key that another process erased. */
  forget(patientId: string): void;
}

export interface KeyRow {
  readonly patient_id: string;
  readonly kid: string;
  readonly root_kid: string;
  readonly wrapped: Buffer | null;
}

export interface PatientKeysOptions {
  readonly pool: pg.Pool;
  readonly root: PrivacyKeys['root'];
  /** How long an unwrapped key is remembered: the longest that an erasure by another process goes unseen. Default 60 s. */
  readonly cacheMs?: number;
  /** Most keys remembered. Default 20,000. */
  readonly cacheSize?: number;
  /** Default: the process's own. */
  readonly now?: () => number;
}

const columns = 'patient_id, kid, root_kid, wrapped';
const ofPatient = `SELECT ${columns} FROM identity.patient_key WHERE patient_id = $1`;
const ofKids = `SELECT ${columns} FROM identity.patient_key WHERE kid = ANY($1::text[]) AND wrapped IS NOT NULL`;

export function createPatientKeys(options: PatientKeysOptions): PatientKeys {
  const { pool, root, cacheMs = 60_000, cacheSize = 20_000, now = Date.now } = options;
  const roots = new Map([root.current, ...root.retired].map((named) => [named.kid, named.key]));
  const remembered = new Map<string, { readonly patientKey: PatientKey; readonly until: number }>();
  const patientOf = new Map<string, string>();

  const remember = (patientKey: PatientKey): PatientKey => {
    if (remembered.size >= cacheSize) forgetOldest();
    remembered.set(patientKey.patientId, { patientKey, until: now() + cacheMs });
    patientOf.set(patientKey.kid, patientKey.patientId);
    return patientKey;
  };
  const recall = (patientId: string | undefined): PatientKey | undefined => {
    const entry = patientId === undefined ? undefined : remembered.get(patientId);
    return entry !== undefined && entry.until > now() ? entry.patientKey : undefined;
  };
  const forget = (patientId: string): void => {
    const entry = remembered.get(patientId);
    if (entry === undefined) return;
    remembered.delete(patientId);
    patientOf.delete(entry.patientKey.kid);
  };
  const forgetOldest = (): void => {
    const [oldest] = remembered.keys();
    if (oldest !== undefined) forget(oldest);
  };
  const unwrap = ({ patient_id: patientId, kid, root_kid: rootKid, wrapped }: KeyRow): PatientKey | undefined => {
    if (wrapped === null) return undefined;
    const known = recall(patientId);
    if (known !== undefined) return known;
    const rootKey = roots.get(rootKid);
    if (rootKey === undefined) throw new UnknownRootKey(rootKid);
    forget(patientId);
    return remember({ patientId, kid, key: createSecretKey(unwrapKey(kid, rootKey, wrapped, `${patientId}.${kid}`)) });
  };

  return {
    unwrap,
    forget,
    of: async (patientId) => {
      const known = recall(patientId);
      if (known !== undefined) return known;
      const { rows } = await pool.query<KeyRow>({ name: 'identity.key', text: ofPatient, values: [patientId] });
      const [row] = rows;
      if (row === undefined) throw new NoPatientKey(patientId, 'unknown');
      const patientKey = unwrap(row);
      if (patientKey === undefined) throw new NoPatientKey(patientId, 'erased');
      return patientKey;
    },
    byKid: async (kids) => {
      const found = new Map<string, PatientKey>();
      const missing = new Set<string>();
      for (const kid of kids) {
        const known = recall(patientOf.get(kid));
        if (known === undefined) missing.add(kid);
        else found.set(kid, known);
      }
      if (missing.size === 0) return found;
      const { rows } = await pool.query<KeyRow>({ name: 'identity.keys', text: ofKids, values: [[...missing]] });
      for (const patientKey of rows.map(unwrap)) if (patientKey !== undefined) found.set(patientKey.kid, patientKey);
      return found;
    },
    make: (patientId) => {
      const kid = randomBytes(9).toString('base64url');
      const bytes = randomBytes(32);
      const wrapped = wrapKey(root.current.key, bytes, `${patientId}.${kid}`);
      return { patientId, kid, key: createSecretKey(bytes), rootKid: root.current.kid, wrapped };
    },
  };
}
