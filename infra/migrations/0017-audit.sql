-- Up Migration

-- The trail, asked: the newest of all, of one of the staff, of one emergency access. Of one person: `access_subjects`.
DROP INDEX audit.access_at;
CREATE INDEX access_newest ON audit.access (at, chain, index);
CREATE INDEX access_actor ON audit.access (actor_id, at);
-- The emergency access without which this one would have been denied.
ALTER TABLE audit.access ADD COLUMN emergency_id uuid;
CREATE INDEX access_emergency ON audit.access (emergency_id, at) WHERE emergency_id IS NOT NULL;

-- Who opened one journey outside of their scope in an emergency, and why: added, never changed. It ends by itself, with
-- the session, or by an act, which is a row of its own.
CREATE TABLE audit.emergency (
  emergency_id uuid PRIMARY KEY,
  episode_id uuid NOT NULL,
  patient_id uuid NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  actor_role text NOT NULL,
  -- Null = a bearer token, which has no session.
  session_id uuid,
  kind text NOT NULL,
  -- Sealed with the patient's key.
  reason text NOT NULL,
  at timestamptz NOT NULL,
  until timestamptz NOT NULL CHECK (until > at)
);
CREATE INDEX emergency_open ON audit.emergency (actor_id, until);
CREATE INDEX emergency_newest ON audit.emergency (at, emergency_id);

CREATE TABLE audit.emergency_end (
  emergency_id uuid PRIMARY KEY REFERENCES audit.emergency,
  at timestamptz NOT NULL,
  by text COLLATE "C" NOT NULL
);

CREATE TABLE audit.emergency_review (
  emergency_id uuid PRIMARY KEY REFERENCES audit.emergency,
  at timestamptz NOT NULL,
  by text COLLATE "C" NOT NULL,
  finding text NOT NULL CHECK (finding IN ('justified', 'not-justified')),
  -- Sealed with the patient's key.
  note text
);

-- What `verify` found of the trail, each time.
CREATE TABLE audit.verification (
  at timestamptz PRIMARY KEY,
  records bigint NOT NULL,
  chains bigint NOT NULL,
  -- The first record of each chain that is not what its writer wrote: [{"chain": …, "index": …}].
  breaches jsonb NOT NULL
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.emergency
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.emergency_end
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.emergency_review
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.verification
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

GRANT SELECT, INSERT ON audit.emergency, audit.emergency_end, audit.emergency_review, audit.verification TO stepway_app;

-- Down Migration

DROP TABLE audit.verification, audit.emergency_review, audit.emergency_end, audit.emergency;
DROP INDEX audit.access_emergency, audit.access_actor, audit.access_newest;
ALTER TABLE audit.access DROP COLUMN emergency_id;
CREATE INDEX access_at ON audit.access (at);
