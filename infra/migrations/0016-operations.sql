-- Up Migration

-- What operators found out and others look at: the last check of the invariants, the last rebuild, how a programme
-- would have judged. Counts and opaque ids; each can be found out again.
CREATE TABLE read.report (
  -- `verify`, `rebuild`, `replay standard-four 3`
  about text COLLATE "C" PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  body jsonb NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON read.report TO stepway_app;

-- Somebody asked for a parked journey to be tried again: the projector takes it up.
ALTER TABLE read.parked ADD COLUMN retry_asked_at timestamptz;

-- Down Migration

ALTER TABLE read.parked DROP COLUMN retry_asked_at;
DROP TABLE read.report;
