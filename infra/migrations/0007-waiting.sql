-- Up Migration

-- Who waits for a place: applicants in the statutory order, and moves of present patients; a row without a queue waits
-- for nothing. A rebuild fills it for the time before.
CREATE TABLE read.waiting (
  episode_id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  patient_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  -- The level that is waited for.
  level text COLLATE "C" NOT NULL,
  -- `applicants`, `moves`; null = waits for nothing now.
  queue text COLLATE "C",
  -- Within the queue, 0 = first.
  rank int NOT NULL,
  since timestamptz NOT NULL,
  row jsonb NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX waiting_order ON read.waiting (queue, rank, since, episode_id) WHERE queue IS NOT NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON read.waiting TO stepway_app;

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting}'::text[]);

-- Places of a site at a level, as people set them; the newest row holds, the file of the site before there is one.
CREATE TABLE log.capacity (
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  places int NOT NULL CHECK (places >= 0),
  set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  set_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (site_id, programme, level, set_at)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.capacity
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

GRANT SELECT, INSERT ON log.capacity TO stepway_app;

-- Down Migration

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision}'::text[]);

DROP TABLE log.capacity;
DROP TABLE read.waiting;
