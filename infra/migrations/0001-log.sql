-- Up Migration

-- The event log (docs: libs/event-log/README.md). Facts are added and never changed: the login role may not,
-- a trigger refuses it to everyone else, and the owner of the tables cannot log in.

-- The generation of transaction ids. They mean nothing after a restore from a dump or a logical upgrade: the
-- runbook then replaces this function (epoch + 1) before the first append. A constant, so that it costs nothing.
CREATE FUNCTION log.epoch() RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 1;

-- Orders the events of one transaction only: so sessions may take numbers in blocks.
CREATE SEQUENCE log.seq AS bigint CACHE 100;

CREATE TABLE log.stream (
  episode_id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
  -- Since when a run is owed; null = at rest. Set and cleared by the append itself.
  attention timestamptz,
  -- Discharged and nothing due: needs no workflow.
  over boolean NOT NULL DEFAULT false,
  tenant text NOT NULL DEFAULT 'main',
  archived_at timestamptz
) WITH (fillfactor = 70); -- room on the page, so that most updates of the head touch no index

CREATE INDEX stream_attention ON log.stream (attention) WHERE attention IS NOT NULL;

CREATE TABLE log.event (
  epoch int NOT NULL DEFAULT log.epoch(),
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint NOT NULL DEFAULT nextval('log.seq'),
  episode_id text COLLATE "C" NOT NULL,
  version bigint NOT NULL CHECK (version > 0),
  event_id uuid NOT NULL,
  command_id text COLLATE "C" NOT NULL,
  index int NOT NULL CHECK (index >= 0),
  command_hash bytea NOT NULL,
  type text NOT NULL,
  schema_version int NOT NULL,
  data jsonb NOT NULL,
  -- Who and why: { actor, causedBy?, traceparent? }.
  metadata jsonb NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  occurred_at timestamptz NOT NULL,
  -- The decider's `now`; the rules count deadlines from it.
  recorded_at timestamptz NOT NULL,
  -- The clock of the database; no rule sees it, and the hash leaves it out.
  stored_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (episode_id, version),
  CONSTRAINT event_once UNIQUE (event_id),
  CONSTRAINT command_once UNIQUE (episode_id, command_id, index)
);

CREATE INDEX event_order ON log.event (epoch, transaction_id, seq);

-- Dense places in the whole log, given by one leader.
CREATE TABLE log.position (
  position bigint PRIMARY KEY,
  epoch int NOT NULL,
  transaction_id xid8 NOT NULL,
  seq bigint NOT NULL,
  UNIQUE (epoch, transaction_id, seq)
);

CREATE TABLE log.checkpoint (
  processor text COLLATE "C" NOT NULL,
  partition int NOT NULL DEFAULT 0,
  position bigint NOT NULL DEFAULT 0,
  -- Rises with each new leader: what an older one still tries then changes nothing.
  owner_epoch bigint NOT NULL DEFAULT 0,
  heartbeat timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (processor, partition)
) WITH (fillfactor = 50);

-- What must be unique across journeys; written and released by the append that asks for it.
CREATE TABLE log.claim (
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  owner text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, key)
);

-- Ends an append whose claims somebody else holds, with all that the statement had written. Stable, so that it is
-- asked once for a statement and not once for a row.
CREATE FUNCTION log.all_held(asked bigint, held bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF held < asked THEN
    RAISE EXCEPTION 'claimed by another owner' USING ERRCODE = 'SW001';
  END IF;
  RETURN true;
END $$;

-- Age of the oldest open writing transaction of the server, in ms: it stalls every reader of the whole log.
-- Runs as the owner, because a login role does not see the transactions of others.
CREATE FUNCTION log.oldest_writer_ms() RETURNS float8 LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
RETURN (SELECT coalesce(max(extract(epoch FROM clock_timestamp() - xact_start)) * 1000, 0)
  FROM pg_catalog.pg_stat_activity WHERE backend_xid IS NOT NULL AND pid <> pg_backend_pid());

CREATE FUNCTION log.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on log.% is refused: the log is append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'SW002';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.event
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER never_removed BEFORE DELETE OR TRUNCATE ON log.stream
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.position
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

GRANT USAGE ON SEQUENCE log.seq TO stepway_app;
GRANT SELECT, INSERT ON log.event, log.position TO stepway_app;
GRANT SELECT, INSERT, UPDATE ON log.stream, log.checkpoint TO stepway_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON log.claim TO stepway_app;

-- Down Migration

DROP TABLE log.claim, log.checkpoint, log.position, log.event, log.stream;
DROP SEQUENCE log.seq;
DROP FUNCTION log.refuse_change, log.all_held, log.oldest_writer_ms, log.epoch;
