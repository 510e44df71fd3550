-- Up Migration

-- Who a person is, and who looked. Nothing outside these two schemas holds a name, a number or a contact.

-- One key for each patient, wrapped by the root key (which the database never sees). Erasing the wrapped key erases
-- what it sealed everywhere: log, Kafka, Temporal's histories, read models, backups.
CREATE TABLE identity.patient_key (
  patient_id uuid PRIMARY KEY,
  -- Stands in each ciphertext.
  kid text COLLATE "C" NOT NULL UNIQUE,
  -- Which root key wrapped it.
  root_kid text COLLATE "C" NOT NULL,
  wrapped bytea,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  erased_at timestamptz,
  CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL))
);

-- Every column of a person is sealed with the person's key.
CREATE TABLE identity.patient (
  patient_id uuid PRIMARY KEY REFERENCES identity.patient_key,
  name text NOT NULL,
  birth_date text NOT NULL,
  sex text,
  contacts text,
  mrn text,
  external_ids text,
  -- HMAC of the request under the person's key: the same idempotency key with another body is refused.
  request_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- Digests of names, numbers and birth dates under a key of their own: finds without knowing.
CREATE TABLE identity.patient_index (
  digest bytea NOT NULL,
  patient_id uuid NOT NULL REFERENCES identity.patient,
  PRIMARY KEY (digest, patient_id)
);
CREATE INDEX patient_index_patient ON identity.patient_index (patient_id);

-- Who looked at whom, added and never changed. Each writer (a process) keeps a chain of its own, so that no access
-- waits for another.
CREATE TABLE audit.access (
  chain uuid NOT NULL,
  index bigint NOT NULL CHECK (index >= 0),
  at timestamptz NOT NULL,
  request_id text NOT NULL,
  actor_id text NOT NULL,
  actor_kind text NOT NULL,
  actor_role text NOT NULL,
  action text NOT NULL,
  -- The route or program, without ids.
  place text NOT NULL,
  subject_kind text NOT NULL,
  -- Opaque ids.
  subject_ids text[] NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('granted', 'denied')),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (chain, index)
);
CREATE INDEX access_subjects ON audit.access USING gin (subject_ids);
CREATE INDEX access_at ON audit.access (at);

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on audit.% is refused: the trail is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'SW002';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.access
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

GRANT SELECT, INSERT ON identity.patient_key TO stepway_app;
GRANT UPDATE (root_kid, wrapped, erased_at) ON identity.patient_key TO stepway_app;
GRANT SELECT, INSERT ON identity.patient TO stepway_app;
GRANT SELECT, INSERT, DELETE ON identity.patient_index TO stepway_app;
GRANT SELECT, INSERT ON audit.access TO stepway_app;

-- Down Migration

DROP TABLE audit.access;
DROP FUNCTION audit.refuse_change();
DROP TABLE identity.patient_index;
DROP TABLE identity.patient;
DROP TABLE identity.patient_key;
