-- Up Migration

-- What came from outside, kept before it is acknowledged, until it has become facts or somebody has said what it is.

-- Who may send, how their messages are known, and how they are read (contract `Sender`). Nothing of a patient.
CREATE TABLE inbox.sender (
  sender_id text COLLATE "C" PRIMARY KEY,
  settings jsonb NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE inbox.message (
  -- Order of arrival.
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid NOT NULL UNIQUE,
  channel text NOT NULL CHECK (channel IN ('hl7v2', 'fhir', 'kafka', 'csv')),
  sender_id text COLLATE "C" NOT NULL REFERENCES inbox.sender,
  -- HMAC of the sender's own id of the message: it may hold anything.
  source_digest bytea NOT NULL,
  -- HMAC of what the message says.
  content_digest bytea NOT NULL,
  -- The sender's id came before with another content: two messages of one id are for a person to tell apart.
  reused boolean NOT NULL DEFAULT false,
  received_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'quarantined', 'dismissed')),
  -- Sealed under a key that the root key `root_kid` gives; gone with what it says being taken or dismissed.
  root_kid text COLLATE "C",
  body bytea,
  -- What a person said to it: sealed as the body.
  correction bytea,
  -- Why it is in quarantine, or was dismissed: a code.
  reason text,
  -- Codes and opaque ids only: what a person has to say, and what became of its facts.
  questions jsonb NOT NULL DEFAULT '[]',
  outcome jsonb NOT NULL DEFAULT '[]',
  attempts integer NOT NULL DEFAULT 0,
  -- Not taken up before; whoever takes it up puts it off, so that a process that dies leaves it to another.
  due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  settled_by text,
  settled_at timestamptz,
  CHECK ((body IS NULL) = (state IN ('taken', 'dismissed')))
);
CREATE UNIQUE INDEX message_source ON inbox.message (sender_id, source_digest) WHERE NOT reused;
CREATE UNIQUE INDEX message_reused ON inbox.message (sender_id, source_digest, content_digest) WHERE reused;
CREATE INDEX message_waiting ON inbox.message (due_at, seq) WHERE state = 'waiting';
CREATE INDEX message_quarantined ON inbox.message (seq) WHERE state = 'quarantined';

GRANT SELECT, INSERT, UPDATE ON inbox.sender TO stepway_app;
GRANT SELECT, INSERT ON inbox.message TO stepway_app;
GRANT UPDATE (state, root_kid, body, correction, reason, questions, outcome, attempts, due_at, settled_by, settled_at)
  ON inbox.message TO stepway_app;

-- Down Migration

DROP TABLE inbox.message;
DROP TABLE inbox.sender;
