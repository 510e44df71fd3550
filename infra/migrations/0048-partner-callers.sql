-- Up Migration

-- Signatures of partners that were used for a token: none is taken twice. Kept until it would not be taken any more.
CREATE TABLE partner.assertion (
  assertion_hash bytea PRIMARY KEY CHECK (octet_length(assertion_hash) = 32),
  ends_at timestamptz NOT NULL
);
CREATE INDEX assertion_ends_at ON partner.assertion (ends_at);
GRANT SELECT, INSERT, DELETE ON partner.assertion TO stepway_app;

-- Which journeys have a consent at all: a partner's search goes over these only, and asks of each as it stands now.
CREATE INDEX event_consent ON log.event (episode_id) WHERE type = 'ConsentGiven';

-- Down Migration

DROP INDEX log.event_consent;
DROP TABLE partner.assertion;
