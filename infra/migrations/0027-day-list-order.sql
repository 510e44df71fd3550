-- Up Migration

-- Pages of a list are read in its own order and stop when they are full. What has closed lies before what is shown: the
-- longest window of a state says how far back the first shown row can be due.
DROP INDEX read.day_list_state;
CREATE INDEX day_list_due ON read.day_list (list, state, due_at, episode_id, item_id)
  INCLUDE (opens_at, closes_at, site_id, programme, level);
CREATE INDEX day_list_window ON read.day_list (list, state, (closes_at - due_at));

-- A table that was just filled is measured before it is asked: without that the planner knows nothing of it until the
-- server's own round. The programs own no tables; this lets them measure and vacuum those of the read models.
GRANT MAINTAIN ON ALL TABLES IN SCHEMA read TO stepway_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA read GRANT MAINTAIN ON TABLES TO stepway_app;

-- Down Migration

ALTER DEFAULT PRIVILEGES IN SCHEMA read REVOKE MAINTAIN ON TABLES FROM stepway_app;
REVOKE MAINTAIN ON ALL TABLES IN SCHEMA read FROM stepway_app;

DROP INDEX read.day_list_window;
DROP INDEX read.day_list_due;
CREATE INDEX day_list_state ON read.day_list (list, state, opens_at)
  INCLUDE (due_at, closes_at, site_id, programme, level, episode_id, item_id);
