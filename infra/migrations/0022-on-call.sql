-- Up Migration

-- Who is called where a role is asked at once: at each site, in order. Who it was at a moment of the past is not kept.
CREATE TABLE directory.on_call (
  site_id text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  -- The first is called first; none: nobody by name.
  staff_ids text[] NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (site_id, role)
);

GRANT SELECT, INSERT, UPDATE ON directory.on_call TO stepway_app;

-- Down Migration

DROP TABLE directory.on_call;
