-- Up Migration

-- The published programmes: what the rules judged by, for as long as a journey stands on it. Part of the record, so
-- added and never changed. The content is that of the file as it was published.
CREATE TABLE log.programme (
  id text COLLATE "C" NOT NULL,
  version int NOT NULL CHECK (version > 0),
  -- SHA-256 of the content with its keys in order.
  content_hash bytea NOT NULL CHECK (octet_length(content_hash) = 32),
  content jsonb NOT NULL,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- An actor's id, or `stepway` for what ships.
  published_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (id, version)
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON log.programme
  FOR EACH STATEMENT EXECUTE FUNCTION log.refuse_change();

GRANT SELECT, INSERT ON log.programme TO stepway_app;

-- Down Migration

DROP TABLE log.programme;
