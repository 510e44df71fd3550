-- Up Migration

-- What asks for clinical staff today: tests, medication, people to reach. A journey has as many rows as things that
-- ask; what is answered goes. A rebuild fills it for the time before.
CREATE TABLE read.day_list (
  episode_id text COLLATE "C" NOT NULL,
  item_id text COLLATE "C" NOT NULL,
  patient_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  -- `tests`, `medication`, `follow-ups`.
  list text COLLATE "C" NOT NULL,
  -- As far as facts go: what is scheduled is due or late by the clock.
  state text COLLATE "C" NOT NULL,
  -- Shown from then on, and before the end; infinity = until it is answered.
  opens_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  closes_at timestamptz NOT NULL,
  row jsonb NOT NULL,
  PRIMARY KEY (episode_id, item_id)
) WITH (fillfactor = 80);

-- Pages and counts are read from it alone.
CREATE INDEX day_list_state ON read.day_list (list, state, opens_at)
  INCLUDE (due_at, closes_at, site_id, programme, level, episode_id, item_id);

-- In which groups people were, and for which they might be meant. A row for every journey.
CREATE TABLE read.roster (
  episode_id text COLLATE "C" PRIMARY KEY,
  version bigint NOT NULL CHECK (version > 0),
  patient_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  active boolean NOT NULL,
  level_since timestamptz NOT NULL,
  -- Infinity = an adolescent, as far as is known; -infinity = an adult.
  adult_from timestamptz NOT NULL,
  group_ids text[] NOT NULL,
  -- -infinity = was in no group.
  last_group_at timestamptz NOT NULL,
  row jsonb NOT NULL
) WITH (fillfactor = 70);

CREATE INDEX roster_groups ON read.roster USING gin (group_ids) WHERE active;
CREATE INDEX roster_level ON read.roster (site_id, level, last_group_at, level_since DESC) WHERE active;

GRANT SELECT, INSERT, UPDATE, DELETE ON read.day_list, read.roster TO stepway_app;

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting,worklist,day_list,roster}'::text[]);

-- Down Migration

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting,worklist}'::text[]);

DROP TABLE read.roster;
DROP TABLE read.day_list;
