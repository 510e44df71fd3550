import type pg from 'pg';
import { bodyHash } from '../requests/requests.ts';
import type { PatientKeys } from '../sealing/patient-keys.ts';
import type { KnownPerson, Person } from './person.ts';
import { sealPerson } from './sealed-person.ts';

// One statement: a person is there with key and index, or not at all.
const insertAll = `
WITH key AS (
  INSERT INTO identity.patient_key (patient_id, kid, root_kid, wrapped)
  SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[])
  ON CONFLICT (patient_id) DO NOTHING RETURNING patient_id
), person AS (
  INSERT INTO identity.patient
    (patient_id, name, birth_date, sex, contacts, mrn, external_ids, request_hash)
  SELECT n.* FROM unnest($1::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::bytea[])
    AS n(patient_id, name, birth_date, sex, contacts, mrn, external_ids, request_hash) JOIN key USING (patient_id)
), found_by AS (
  INSERT INTO identity.patient_index (patient_id, digest)
  SELECT DISTINCT n.patient_id, n.digest FROM unnest($12::uuid[], $13::bytea[]) AS n(patient_id, digest)
  JOIN key USING (patient_id)
)
SELECT patient_id FROM key`;

/** Stores people with new keys of their own; gives the ids of those that were not there before. */
export async function insertPeople(
  pool: pg.Pool,
  keys: PatientKeys,
  people: readonly KnownPerson[],
  digestsOf: (person: Person) => readonly Buffer[],
): Promise<ReadonlySet<string>> {
  const rows = people.map(({ patientId, person }) => {
    const key = keys.make(patientId);
    return { patientId, key, sealed: sealPerson(key, person), hash: bodyHash(key.key, person) };
  });
  const digests = people.flatMap(({ patientId, person }) => digestsOf(person).map((digest) => ({ patientId, digest })));
  const values = [
    rows.map(({ patientId }) => patientId),
    rows.map(({ key }) => key.kid),
    rows.map(({ key }) => key.rootKid),
    rows.map(({ key }) => key.wrapped),
    rows.map(({ sealed }) => sealed.name),
    rows.map(({ sealed }) => sealed.birth_date),
    rows.map(({ sealed }) => sealed.sex),
    rows.map(({ sealed }) => sealed.contacts),
    rows.map(({ sealed }) => sealed.mrn),
    rows.map(({ sealed }) => sealed.external_ids),
    rows.map(({ hash }) => hash),
    digests.map(({ patientId }) => patientId),
    digests.map(({ digest }) => digest),
  ];
  const inserted = await pool.query<{ patient_id: string }>({ name: 'identity.insert', text: insertAll, values });
  return new Set(inserted.rows.map((row) => row.patient_id));
}
