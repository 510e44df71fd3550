-- Up Migration

-- Exports that partners asked for. What is in them is not kept: it is told, by the consents of that moment, when a file is
-- downloaded. Here is only what was asked, and how far its files are known.
CREATE TABLE partner.export_job (
  job_id uuid PRIMARY KEY,
  partner_id text COLLATE "C" NOT NULL REFERENCES partner.registration,
  -- So many at once: each has a place, and there are no more.
  slot smallint NOT NULL CHECK (slot > 0),
  -- The address that asked, with the parameters that were understood.
  request text NOT NULL,
  types text[] NOT NULL,
  since timestamptz,
  requested_at timestamptz NOT NULL,
  transaction_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- Behind which journey it goes on, by the partner's own id of it, and how many were looked at.
  place text COLLATE "C" NOT NULL DEFAULT '',
  looked_at integer NOT NULL DEFAULT 0,
  -- Behind which journey each part begins, and of which types each part has a file.
  parts text[] NOT NULL DEFAULT '{}',
  files jsonb NOT NULL DEFAULT '[]',
  ready boolean NOT NULL DEFAULT false,
  UNIQUE (partner_id, slot)
);

GRANT SELECT, INSERT, DELETE ON partner.export_job TO stepway_app;
GRANT UPDATE (place, looked_at, parts, files, ready) ON partner.export_job TO stepway_app;

-- Down Migration

DROP TABLE partner.export_job;
