-- Up Migration

-- Read models: one table for each question, folded from care events. Nothing here is the record: all of it can be
-- dropped and built again from the log. Rows are pure functions of a journey, so a rebuild gives the same rows.

-- What one journey's page shows, without its specimens, so that a write stays small. Its version is the gate of all
-- tables: events up to it are in them.
CREATE TABLE read.journey (
  episode_id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  patient_id text COLLATE "C" NOT NULL,
  header jsonb NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE read.specimen (
  episode_id text COLLATE "C" NOT NULL,
  specimen_id text COLLATE "C" NOT NULL,
  collected_at timestamptz NOT NULL,
  view jsonb NOT NULL,
  PRIMARY KEY (episode_id, specimen_id)
) WITH (fillfactor = 80);

-- The board: who is where, and what asks for a person's act. The columns are what it is filtered and sorted by.
CREATE TABLE read.board_row (
  episode_id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  patient_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  -- The level of the stay; of an applicant the one asked for, of a discharged person the last one.
  level text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  opened_at timestamptz NOT NULL,
  level_since timestamptz NOT NULL,
  transition_kind text COLLATE "C",
  transition_state text COLLATE "C",
  hand_off_due_at timestamptz,
  task_due_at timestamptz,
  -- The earliest moment at which somebody must have acted; infinity = nothing is asked for.
  act_by timestamptz NOT NULL,
  flags text[] NOT NULL,
  row jsonb NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX board_row_act_by ON read.board_row (act_by, episode_id) WHERE status <> 'discharged';
CREATE INDEX board_row_patient ON read.board_row (patient_id);

-- What the census counts, one row for each event that changed it: the census of any moment of the past.
CREATE TABLE read.board_history (
  episode_id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  -- Since when it was so, and since when it is known.
  occurred_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  in_hand_off boolean NOT NULL,
  PRIMARY KEY (episode_id, version)
);

-- One symbol for each week of the screening plan (pathway §4).
CREATE TABLE read.weekly_screens (
  episode_id text COLLATE "C" PRIMARY KEY,
  patient_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  -- The local day on which week 1 begins.
  week_one date NOT NULL,
  -- How many weeks the plan has; null while it has no end.
  weeks int,
  -- As far as facts go: the weeks without one that follow are not written, since they come by themselves.
  symbols text COLLATE "C" NOT NULL
) WITH (fillfactor = 80);

-- Why something happened, or why nothing did: one row for each decision in the log.
CREATE TABLE read.decision (
  episode_id text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  decision_id text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  about text COLLATE "C" NOT NULL,
  outcome text COLLATE "C" NOT NULL,
  view jsonb NOT NULL,
  PRIMARY KEY (episode_id, version)
);

-- Where the projector is, written in the transaction of the rows. Offsets mean something only in the Kafka cluster
-- that gave them: a wiped broker comes back with another id.
CREATE TABLE read.offset (
  processor text COLLATE "C" NOT NULL,
  topic text COLLATE "C" NOT NULL,
  partition int NOT NULL,
  cluster_id text COLLATE "C" NOT NULL,
  next bigint NOT NULL CHECK (next >= 0),
  -- The place in the whole log of the newest event that was in the partition.
  position bigint NOT NULL DEFAULT 0,
  -- Since when the partition has records that are not in the tables; null = caught up.
  behind_since timestamptz,
  PRIMARY KEY (processor, topic, partition)
) WITH (fillfactor = 50);

-- Journeys that could not be projected: the first failing event and all later ones wait, in order; others flow on.
-- No data of the event is kept: it stands in the log, from which a journey is redriven.
CREATE TABLE read.parked (
  episode_id text COLLATE "C" PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT clock_timestamp(),
  version bigint,
  -- The code of the error; never its message.
  reason text COLLATE "C" NOT NULL
);

CREATE TABLE read.dead_letter (
  topic text COLLATE "C" NOT NULL,
  partition int NOT NULL,
  "offset" bigint NOT NULL,
  cluster_id text COLLATE "C" NOT NULL,
  episode_id text COLLATE "C" NOT NULL,
  event_id text COLLATE "C",
  version bigint,
  parked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (topic, partition, "offset", cluster_id)
);

CREATE INDEX dead_letter_journey ON read.dead_letter (episode_id);

GRANT SELECT, INSERT, UPDATE, DELETE ON
  read.journey, read.specimen, read.board_row, read.board_history, read.weekly_screens, read.decision,
  read.offset, read.parked, read.dead_letter TO stepway_app;

-- Rebuilding: tables beside the live ones, then a swap in one transaction. The programs own no tables, so these run
-- with the owner's rights, on the names of read models only.
CREATE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision}'::text[]);

CREATE FUNCTION read.open_beside(names text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = read, pg_temp AS $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    IF NOT read.is_model(name) THEN RAISE EXCEPTION 'no read model table: %', name; END IF;
    EXECUTE format('DROP TABLE IF EXISTS read.%I', name || '_beside');
    EXECUTE format('CREATE TABLE read.%I (LIKE read.%I INCLUDING ALL)', name || '_beside', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON read.%I TO stepway_app', name || '_beside');
  END LOOP;
END $$;

-- The replaced table stays as `<name>_before` until the next swap: the way back.
CREATE FUNCTION read.swap_beside(names text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = read, pg_temp AS $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    IF NOT read.is_model(name) THEN RAISE EXCEPTION 'no read model table: %', name; END IF;
    EXECUTE format('DROP TABLE IF EXISTS read.%I', name || '_before');
    EXECUTE format('ALTER TABLE read.%I RENAME TO %I', name, name || '_before');
    EXECUTE format('ALTER TABLE read.%I RENAME TO %I', name || '_beside', name);
  END LOOP;
END $$;

CREATE FUNCTION read.drop_beside(names text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = read, pg_temp AS $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    IF NOT read.is_model(name) THEN RAISE EXCEPTION 'no read model table: %', name; END IF;
    EXECUTE format('DROP TABLE IF EXISTS read.%I', name || '_beside');
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION read.open_beside(text[]), read.swap_beside(text[]), read.drop_beside(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read.open_beside(text[]), read.swap_beside(text[]), read.drop_beside(text[]) TO stepway_app;

-- Down Migration

DROP SCHEMA read CASCADE;
CREATE SCHEMA read;
GRANT USAGE ON SCHEMA read TO stepway_app;
