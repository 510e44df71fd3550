-- Up Migration

-- Who outside is told what a consent allows, and the account of all that was told.

CREATE TABLE partner.registration (
  partner_id text COLLATE "C" PRIMARY KEY,
  -- Contract `Partner`. Nothing of a patient.
  settings jsonb NOT NULL,
  -- The partner's own key of pseudonyms, sealed under a key that the root key `root_kid` gives; made once.
  root_kid text COLLATE "C" NOT NULL,
  pseudonym_key bytea NOT NULL,
  -- The stream begins after this place of the log: what came before is told by a replay, if at all.
  after_position bigint NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- The accounting of disclosures (42 CFR 2.25): a row before anything goes out; added, never changed.
CREATE TABLE partner.disclosure (
  disclosure_id uuid PRIMARY KEY,
  -- When consent was asked.
  decided_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  partner_id text COLLATE "C" NOT NULL REFERENCES partner.registration,
  patient_id uuid NOT NULL,
  episode_id uuid NOT NULL,
  -- Of the journey, when consent was asked.
  journey_version bigint NOT NULL,
  purpose text NOT NULL,
  consent_id text COLLATE "C" NOT NULL,
  consent_version integer NOT NULL,
  channel text NOT NULL CHECK (channel IN ('stream', 'replay', 'http', 'fhir', 'export')),
  -- Of an event: which, and the id under which the partner has it.
  event_id uuid,
  event_type text,
  reference uuid,
  -- Of FHIR.
  resource_types text[],
  fields text[] NOT NULL,
  CHECK ((event_id IS NULL) = (event_type IS NULL)),
  CHECK (event_id IS NOT NULL OR resource_types IS NOT NULL)
);
CREATE INDEX disclosure_patient ON partner.disclosure (patient_id, decided_at, disclosure_id);
CREATE INDEX disclosure_consent ON partner.disclosure (episode_id, partner_id, consent_id);
CREATE INDEX disclosure_reference ON partner.disclosure (reference) WHERE reference IS NOT NULL;

CREATE FUNCTION partner.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the accounting of disclosures is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON partner.disclosure
  FOR EACH STATEMENT EXECUTE FUNCTION partner.refuse_change();

-- How far each stream has come, for the partner to see. The place to go on from is the relay's own checkpoint.
CREATE TABLE partner.progress (
  partner_id text COLLATE "C" PRIMARY KEY REFERENCES partner.registration,
  position bigint NOT NULL,
  -- The moment of the log up to which everything was looked at.
  reached_at timestamptz,
  delivered bigint NOT NULL DEFAULT 0,
  last_delivery_at timestamptz,
  -- Since when nothing could be sent; null = all is well.
  trouble_since timestamptz
);

GRANT SELECT, INSERT ON partner.registration TO stepway_app;
GRANT UPDATE (settings, version, changed_by, changed_at) ON partner.registration TO stepway_app;
GRANT SELECT, INSERT, UPDATE ON partner.progress TO stepway_app;
GRANT SELECT, INSERT ON partner.disclosure TO stepway_app;

-- Down Migration

DROP TABLE partner.progress;
DROP TABLE partner.disclosure;
DROP FUNCTION partner.refuse_change();
DROP TABLE partner.registration;
