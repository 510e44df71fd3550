-- Up Migration

-- Sign-in of a browser, until OpenID Connect exists. Codes and session ids stand here as SHA-256 only: who reads this
-- table can sign in as nobody.
CREATE TABLE identity.sign_in_code (
  code_hash bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
  actor_id text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  -- A code is used once.
  used_at timestamptz
);

CREATE TABLE identity.session (
  id_hash bytea PRIMARY KEY CHECK (octet_length(id_hash) = 32),
  actor_id text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);

GRANT SELECT, INSERT, UPDATE ON identity.sign_in_code, identity.session TO stepway_app;

-- Down Migration

DROP TABLE identity.session, identity.sign_in_code;
