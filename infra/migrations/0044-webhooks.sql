-- Up Migration

-- Where a partner is told by a message to it, and what is on the way. Nothing of a patient but opaque ids; the text of a
-- message is made at each attempt, by the consent that holds then.

CREATE TABLE partner.endpoint (
  endpoint_id uuid PRIMARY KEY,
  partner_id text COLLATE "C" NOT NULL REFERENCES partner.registration,
  kind text NOT NULL CHECK (kind IN ('webhook')),
  url text NOT NULL,
  -- asked: it has not yet answered that it is there; gone: it answered 410; off: ended.
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'active', 'gone', 'off')),
  -- As far as the log was looked at for it: what may be told of it is in line.
  after_position bigint NOT NULL,
  -- The secrets that sign, sealed under a key that the root key `root_kid` gives.
  root_kid text COLLATE "C" NOT NULL,
  secrets bytea NOT NULL,
  -- Attempts in a row that were not taken, whichever delivery they were; nothing goes out before `paused_until`.
  failures integer NOT NULL DEFAULT 0,
  paused_until timestamptz,
  delivered_at timestamptz,
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by text NOT NULL
);
CREATE UNIQUE INDEX endpoint_webhook ON partner.endpoint (partner_id) WHERE kind = 'webhook' AND state <> 'off';
CREATE INDEX endpoint_open ON partner.endpoint (endpoint_id) WHERE state IN ('asked', 'active');

CREATE TABLE partner.delivery (
  -- Also `webhook-id`: the same at every attempt.
  delivery_id uuid PRIMARY KEY,
  endpoint_id uuid NOT NULL REFERENCES partner.endpoint,
  kind text NOT NULL CHECK (kind IN ('event', 'handshake')),
  -- Of an event: whose, which, and its place in the log, in whose order the deliveries of one journey go.
  episode_id uuid,
  event_id uuid,
  position bigint,
  -- The consent of which it tells that the event ended it; empty: it tells the event itself.
  ended_consent_id text COLLATE "C" NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'cancelled', 'dead')),
  attempts integer NOT NULL DEFAULT 0,
  -- Its time counts from here: it was made, or asked for again.
  begun_at timestamptz NOT NULL,
  -- Not sent before; whoever sends it puts it off, so that a process that dies leaves it to another.
  due_at timestamptz NOT NULL,
  -- Of the last attempt: what was answered, or a code of why nothing was.
  status integer,
  reason text,
  settled_at timestamptz,
  CHECK ((kind = 'event') = (episode_id IS NOT NULL AND event_id IS NOT NULL AND position IS NOT NULL))
);
CREATE UNIQUE INDEX delivery_event ON partner.delivery (endpoint_id, event_id, ended_consent_id) WHERE kind = 'event';
CREATE INDEX delivery_due ON partner.delivery (endpoint_id, due_at) WHERE state = 'waiting';
CREATE INDEX delivery_line ON partner.delivery (endpoint_id, episode_id, position, ended_consent_id) WHERE state = 'waiting';
CREATE INDEX delivery_listed ON partner.delivery (endpoint_id, state, begun_at, delivery_id);

GRANT SELECT, INSERT, UPDATE ON partner.endpoint TO stepway_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON partner.delivery TO stepway_app;

ALTER TABLE partner.disclosure DROP CONSTRAINT disclosure_channel_check;
ALTER TABLE partner.disclosure ADD CONSTRAINT disclosure_channel_check
  CHECK (channel IN ('stream', 'replay', 'http', 'webhook', 'fhir', 'export'));

-- Down Migration

ALTER TABLE partner.disclosure DROP CONSTRAINT disclosure_channel_check;
ALTER TABLE partner.disclosure ADD CONSTRAINT disclosure_channel_check
  CHECK (channel IN ('stream', 'replay', 'http', 'fhir', 'export')) NOT VALID;
DROP TABLE partner.delivery;
DROP TABLE partner.endpoint;
