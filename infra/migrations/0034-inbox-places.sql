-- Up Migration

-- How far the topic of clinical facts was read. A wiped broker has another id: then its offsets mean nothing.
CREATE TABLE inbox.place (
  topic text COLLATE "C" NOT NULL,
  partition integer NOT NULL,
  cluster_id text NOT NULL,
  next bigint NOT NULL CHECK (next >= 0),
  PRIMARY KEY (topic, partition)
);

GRANT SELECT, INSERT, UPDATE ON inbox.place TO stepway_app;

-- Down Migration

DROP TABLE inbox.place;
