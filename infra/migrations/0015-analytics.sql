-- Up Migration

-- How journeys go: what analytics counts, never who. One table for each kind of thing counted; a rebuild fills them for
-- the time before. Rows of a journey that no longer stand, because a fact was withdrawn, are deleted.

-- Each time at one level: how long, how it began, how it ended.
CREATE TABLE read.stay (
  episode_id text COLLATE "C" NOT NULL,
  ordinal int NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  -- The person lives there.
  round_the_clock boolean NOT NULL,
  -- Care from an admission, or a return, to a discharge: its number, beginning and first level.
  spell int NOT NULL,
  spell_since timestamptz NOT NULL,
  spell_entry text COLLATE "C" NOT NULL,
  -- Within the spell, from 1.
  place int NOT NULL,
  since timestamptz NOT NULL,
  until timestamptz,
  -- Local days wholly away (leave, hospital, jail), as far as they are known.
  away_days int NOT NULL,
  -- `admission`, or the kind of the move that led here.
  entered text COLLATE "C" NOT NULL,
  next_level text COLLATE "C",
  -- Of the stay with which the spell ended: a reason of TEDS-D.
  reason text COLLATE "C",
  -- When the person left for the next level or out of care, and the first service after it.
  left_at timestamptz,
  served_at timestamptz,
  PRIMARY KEY (episode_id, ordinal)
);

-- Each episode from the request on.
CREATE TABLE read.course (
  episode_id text COLLATE "C" PRIMARY KEY,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  entry_level text COLLATE "C" NOT NULL,
  previous_episode_id text COLLATE "C",
  requested_at timestamptz NOT NULL,
  assessed_at timestamptz,
  admitted_at timestamptz,
  -- The first service or medication for opioid use disorder, then the second further service (or the medication).
  initiated_at timestamptz,
  engaged_at timestamptz,
  -- Neither came before care ended.
  closed_at timestamptz
) WITH (fillfactor = 80);

CREATE INDEX course_previous ON read.course (previous_episode_id) WHERE previous_episode_id IS NOT NULL;

-- Each move that was started, whether the person arrived or not.
CREATE TABLE read.move (
  episode_id text COLLATE "C" NOT NULL,
  transition_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  by text COLLATE "C" NOT NULL,
  from_level text COLLATE "C" NOT NULL,
  to_level text COLLATE "C" NOT NULL,
  started_at timestamptz NOT NULL,
  arrived_at timestamptz,
  -- It ended without an arrival: `cancelled`, `failed`, or the reason of the discharge.
  ended_at timestamptz,
  ended_by text COLLATE "C",
  PRIMARY KEY (episode_id, transition_id)
);

-- What a published measure looks at, beside stays and courses: care in an emergency, and periods of medication.
CREATE TABLE read.measured_case (
  episode_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  measure text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  -- Of an emergency the first service after it; of a medication the end of the period.
  first_at timestamptz,
  PRIMARY KEY (episode_id, case_id)
);

CREATE INDEX measured_case_at ON read.measured_case (measure, at);

-- Each specimen and each scheduled test not collected, by what it has come to mean.
CREATE TABLE read.test_meaning (
  episode_id text COLLATE "C" NOT NULL,
  test_id text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  level text COLLATE "C" NOT NULL,
  -- The local day, and the Monday of its week.
  day date NOT NULL,
  week date NOT NULL,
  meaning text COLLATE "C" NOT NULL,
  -- With an unexpected positive.
  classes text[] NOT NULL,
  PRIMARY KEY (episode_id, test_id)
);

CREATE INDEX test_meaning_week ON read.test_meaning (day) INCLUDE (week, programme, site_id, level, meaning);

-- The last score before an arrival at another level, and the first after it.
CREATE TABLE read.score_pair (
  episode_id text COLLATE "C" NOT NULL,
  transition_id text COLLATE "C" NOT NULL,
  scale text COLLATE "C" NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  programme text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  from_level text COLLATE "C" NOT NULL,
  arrived_at timestamptz NOT NULL,
  before int,
  after int,
  PRIMARY KEY (episode_id, transition_id, scale)
);

CREATE INDEX score_pair_arrived ON read.score_pair (arrived_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON
  read.stay, read.course, read.move, read.measured_case, read.test_meaning, read.score_pair TO stepway_app;

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting,worklist,day_list,roster,stay,course,move,measured_case,test_meaning,score_pair}'::text[]);

-- Down Migration

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting,worklist,day_list,roster}'::text[]);

DROP TABLE read.stay, read.course, read.move, read.measured_case, read.test_meaning, read.score_pair;
