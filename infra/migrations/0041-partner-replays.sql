-- Up Migration

-- What partners asked to be told again, through the consents that hold then.
CREATE TABLE partner.replay (
  job_id uuid PRIMARY KEY,
  partner_id text COLLATE "C" NOT NULL REFERENCES partner.registration,
  -- After the one place of the log, up to the other: what came by the moment of asking.
  after_position bigint NOT NULL,
  until_position bigint NOT NULL,
  position bigint NOT NULL,
  sent bigint NOT NULL DEFAULT 0,
  requested_by text COLLATE "C" NOT NULL,
  requested_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz
);
CREATE UNIQUE INDEX replay_one_at_a_time ON partner.replay (partner_id) WHERE finished_at IS NULL;
CREATE INDEX replay_newest ON partner.replay (partner_id, requested_at);

GRANT SELECT, INSERT ON partner.replay TO stepway_app;
GRANT UPDATE (position, sent, finished_at) ON partner.replay TO stepway_app;

-- Down Migration

DROP TABLE partner.replay;
