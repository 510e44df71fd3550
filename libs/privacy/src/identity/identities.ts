import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import { PatientRequestConflict } from '../errors.ts';
import { bodyHash } from '../requests/requests.ts';
import type { KeyRow, PatientKeys } from '../sealing/patient-keys.ts';
import { indexDigests, numberDigest, queryDigests } from './blind-index.ts';
import { insertPeople } from './insert-people.ts';
import type { KnownPerson, Person, PersonName } from './person.ts';
import { openName, openPerson, type SealedPerson } from './sealed-person.ts';

/** People, sealed. A person whose key was erased is not there any more. */
export interface Identities {
  /**
   * Stores a person under an id derived from the request (`Requests.derivedId`). Asked again, it changes nothing.
   * @throws PatientRequestConflict if the id was used for another content
   */
  create(patientId: string, person: Person): Promise<{ readonly created: boolean }>;
  /** The same for thousands, in one statement. Those that are there already stay as they are. */
  createMany(people: readonly KnownPerson[]): Promise<void>;
  get(patientId: string): Promise<KnownPerson | undefined>;
  /** The names of a page of people. Who is unknown or erased is missing. */
  namesOf(patientIds: readonly string[]): Promise<ReadonlyMap<string, PersonName>>;
  /**
   * People for whom all words of the query are a word of the name, a number or the birth date, by id.
   * @param limit how many at most
   * @param after only those with a later id
   */
  search(query: string, limit: number, after?: string): Promise<readonly KnownPerson[]>;
  /** People who have this number, whoever gave it: a medical record number, or one of elsewhere. At most 10. */
  withNumber(number: string): Promise<readonly KnownPerson[]>;
  /** The ids of all people whom `search` would find. */
  idsFound(query: string): Promise<readonly string[]>;
  /** Erases the key of a person: nothing sealed with it opens again, anywhere. False if it was erased before. */
  erase(patientId: string): Promise<boolean>;
}

export interface IdentitiesOptions {
  readonly pool: pg.Pool;
  readonly keys: PatientKeys;
  readonly blindIndex: KeyObject;
}

type PersonRow = KeyRow & SealedPerson;

const selectPerson = `
SELECT k.patient_id, k.kid, k.root_kid, k.wrapped, p.name, p.birth_date, p.sex, p.contacts, p.mrn, p.external_ids
FROM identity.patient p JOIN identity.patient_key k USING (patient_id)`;
const byId = `${selectPerson} WHERE p.patient_id = $1`;
const names = `
SELECT k.patient_id, k.kid, k.root_kid, k.wrapped, p.name
FROM identity.patient p JOIN identity.patient_key k USING (patient_id) WHERE p.patient_id = ANY($1::uuid[])`;
const idsByDigests = `
  SELECT i.patient_id FROM unnest($1::int[], $2::bytea[]) AS q(word, digest) JOIN identity.patient_index i USING (digest)
  GROUP BY i.patient_id HAVING count(DISTINCT q.word) = $3`;
const byDigests = `${selectPerson} WHERE p.patient_id IN (${idsByDigests})
  AND ($5::uuid IS NULL OR p.patient_id > $5) ORDER BY p.patient_id LIMIT $4`;
const eraseKey = `
WITH forgotten AS (DELETE FROM identity.patient_index WHERE patient_id = $1)
UPDATE identity.patient_key SET wrapped = NULL, erased_at = clock_timestamp() WHERE patient_id = $1 AND wrapped IS NOT NULL`;

export function createIdentities({ pool, keys, blindIndex }: IdentitiesOptions): Identities {
  const known = (row: PersonRow): readonly KnownPerson[] => {
    const patientKey = keys.unwrap(row);
    return patientKey === undefined ? [] : [{ patientId: row.patient_id, person: openPerson(patientKey, row) }];
  };
  const insert = (people: readonly KnownPerson[]): Promise<ReadonlySet<string>> =>
    insertPeople(pool, keys, people, (person) => indexDigests(blindIndex, person));
  const wordsAsked = (query: string) => {
    const digests = queryDigests(blindIndex, query);
    if (digests.length === 0) return undefined;
    const pairs = digests.flatMap((ofWord, word) => ofWord.map((digest) => ({ word, digest })));
    return [pairs.map(({ word }) => word), pairs.map(({ digest }) => digest), digests.length];
  };

  return {
    create: async (patientId, person) => {
      if ((await insert([{ patientId, person }])).has(patientId)) return { created: true };
      const { rows } = await pool.query<{ request_hash: Buffer }>({
        name: 'identity.request-hash',
        text: 'SELECT request_hash FROM identity.patient WHERE patient_id = $1',
        values: [patientId],
      });
      const { key } = await keys.of(patientId);
      if (rows[0]?.request_hash.equals(bodyHash(key, person)) !== true) throw new PatientRequestConflict(patientId);
      return { created: false };
    },
    createMany: async (people) => {
      await insert(people);
    },
    get: async (patientId) => {
      const { rows } = await pool.query<PersonRow>({ name: 'identity.get', text: byId, values: [patientId] });
      return rows.flatMap(known)[0];
    },
    namesOf: async (patientIds) => {
      const query = { name: 'identity.names', text: names, values: [patientIds] };
      const { rows } = await pool.query<KeyRow & { name: string }>(query);
      const found = rows.flatMap((row): [string, PersonName][] => {
        const patientKey = keys.unwrap(row);
        return patientKey === undefined ? [] : [[row.patient_id, openName(row.patient_id, patientKey.key, row.name)]];
      });
      return new Map(found);
    },
    search: async (query, limit, after) => {
      const asked = wordsAsked(query);
      if (asked === undefined) return [];
      const values = [...asked, limit, after ?? null];
      const { rows } = await pool.query<PersonRow>({ name: 'identity.search', text: byDigests, values });
      return rows.flatMap(known);
    },
    withNumber: async (number) => {
      const values = [[0], [numberDigest(blindIndex, number)], 1, 10, null];
      const { rows } = await pool.query<PersonRow>({ name: 'identity.search', text: byDigests, values });
      return rows.flatMap(known);
    },
    idsFound: async (query) => {
      const values = wordsAsked(query);
      if (values === undefined) return [];
      const asked = { name: 'identity.ids-found', text: idsByDigests, values };
      return (await pool.query<{ patient_id: string }>(asked)).rows.map((row) => row.patient_id);
    },
    erase: async (patientId) => {
      const { rowCount } = await pool.query({ name: 'identity.erase', text: eraseKey, values: [patientId] });
      keys.forget(patientId);
      return rowCount === 1;
    },
  };
}
