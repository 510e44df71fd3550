-- Up Migration

-- Who works here, as what, and where. Names of staff are no secret among staff; nothing here is about patients.
CREATE TABLE directory.staff (
  -- By which the log names an actor, an owner, a care team. Never given to another person.
  staff_id text COLLATE "C" PRIMARY KEY,
  -- Who it is at the sign-in provider.
  subject text COLLATE "C" NOT NULL UNIQUE,
  name text NOT NULL,
  -- The first is what they sign in as.
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  -- Null = all of the organisation.
  sites text[] CHECK (cardinality(sites) > 0),
  programmes text[] CHECK (cardinality(programmes) > 0),
  active boolean NOT NULL DEFAULT true,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_by text COLLATE "C" NOT NULL
);

-- Who works together. Who cares for one person is a fact of that person's journey, in the log.
CREATE TABLE directory.team (
  team_id text COLLATE "C" PRIMARY KEY,
  title text NOT NULL,
  site_id text COLLATE "C" NOT NULL,
  staff_ids text[] NOT NULL CHECK (cardinality(staff_ids) > 0),
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  changed_by text COLLATE "C" NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON directory.staff TO stepway_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON directory.team TO stepway_app;

ALTER TABLE identity.session
  -- By which others speak of a session; it opens nothing.
  ADD COLUMN session_id uuid NOT NULL DEFAULT gen_random_uuid() UNIQUE,
  -- When the person last did something.
  ADD COLUMN seen_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- `link`: of the terminal. `directory`: the provider says who, the directory as what. `claims`: the provider says both.
  ADD COLUMN origin text COLLATE "C" NOT NULL DEFAULT 'link' CHECK (origin IN ('link', 'directory', 'claims')),
  -- As the claims had it; null sites and programmes = all.
  ADD COLUMN name text,
  ADD COLUMN sites text[],
  ADD COLUMN programmes text[],
  ADD COLUMN ended_by text COLLATE "C";

CREATE INDEX session_open ON identity.session (seen_at) WHERE ended_at IS NULL;

-- Down Migration

DROP INDEX identity.session_open;
ALTER TABLE identity.session
  DROP COLUMN session_id, DROP COLUMN seen_at, DROP COLUMN origin, DROP COLUMN name, DROP COLUMN sites,
  DROP COLUMN programmes, DROP COLUMN ended_by;
DROP TABLE directory.team;
DROP TABLE directory.staff;
