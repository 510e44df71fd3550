-- Up Migration

-- The worklist: every task, with the rank of those that are open. What the clock adds to a rank is added when it is read.
-- A rebuild fills it for the time before.
CREATE TABLE read.worklist (
  episode_id text COLLATE "C" NOT NULL,
  task_id text COLLATE "C" NOT NULL,
  patient_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  -- Where the census counts the person.
  level text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  urgent boolean NOT NULL,
  is_open boolean NOT NULL,
  -- Opaque ids of staff: who has it, and who cares for the person.
  owner text COLLATE "C",
  care_team text[] COLLATE "C" NOT NULL,
  -- The negative of its points, so that the most pressing comes first in ascending order.
  rank int NOT NULL,
  act_by timestamptz NOT NULL,
  snoozed_until timestamptz,
  ended_at timestamptz,
  row jsonb NOT NULL,
  PRIMARY KEY (episode_id, task_id)
) WITH (fillfactor = 70);

CREATE INDEX worklist_rank ON read.worklist (rank, act_by, task_id) WHERE is_open;
CREATE INDEX worklist_site_rank ON read.worklist (site_id, rank, act_by, task_id) WHERE is_open;
CREATE INDEX worklist_unowned ON read.worklist (rank, act_by, task_id) WHERE is_open AND owner IS NULL;
CREATE INDEX worklist_owner ON read.worklist (owner, rank, act_by, task_id) WHERE is_open;
CREATE INDEX worklist_team ON read.worklist USING gin (care_team) WHERE is_open;
CREATE INDEX worklist_act_by ON read.worklist (act_by) WHERE is_open;
CREATE INDEX worklist_urgent ON read.worklist (rank, act_by, task_id) WHERE is_open AND urgent;
CREATE INDEX worklist_ended ON read.worklist (ended_at) WHERE NOT is_open;

GRANT SELECT, INSERT, UPDATE, DELETE ON read.worklist TO stepway_app;

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting,worklist}'::text[]);

-- Down Migration

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting}'::text[]);

DROP TABLE read.worklist;
