-- Up Migration

-- The tables of read models, each with whether it holds what the whole log says. One that came with an upgrade does not:
-- the projector fills it from the log, and until then nobody is answered from it.
CREATE TABLE read.coverage (
  name text COLLATE "C" PRIMARY KEY,
  -- Null = it is being filled, or waits for it.
  whole_since timestamptz,
  -- Journeys that are in it, of so many that the log had when the filling began.
  folded int NOT NULL DEFAULT 0,
  to_fold int NOT NULL DEFAULT 0,
  moved_at timestamptz,
  -- The code of what keeps it from being filled; never a message.
  trouble text COLLATE "C"
);

GRANT SELECT ON read.coverage TO stepway_app;
GRANT UPDATE (whole_since, folded, to_fold, moved_at, trouble) ON read.coverage TO stepway_app;

-- What a migration says of each new table of a read model. Where nothing was ever projected, it misses nothing.
CREATE FUNCTION read.add_models(names text[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO read.coverage (name, whole_since)
  SELECT name, CASE WHEN NOT EXISTS (SELECT FROM read.journey) THEN clock_timestamp() END FROM unnest(names) AS name
$$;
REVOKE ALL ON FUNCTION read.add_models(text[]) FROM PUBLIC;

SELECT read.add_models('{waiting,worklist,day_list,roster,stay,course,move,measured_case,test_meaning,score_pair}');
-- These came with the first projection itself.
INSERT INTO read.coverage (name, whole_since) SELECT name, clock_timestamp()
FROM unnest('{journey,specimen,board_row,board_history,weekly_screens,decision}'::text[]) AS name;

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM read.coverage c WHERE c.name = $1)
$$;

-- Down Migration

CREATE OR REPLACE FUNCTION read.is_model(name text) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN name = ANY ('{journey,specimen,board_row,board_history,weekly_screens,decision,waiting,worklist,day_list,roster,stay,course,move,measured_case,test_meaning,score_pair}'::text[]);

DROP FUNCTION read.add_models;
DROP TABLE read.coverage;
