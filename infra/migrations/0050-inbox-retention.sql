-- Up Migration

-- What came from outside is kept for a time: by when it was taken or dismissed, it is found to be forgotten.
CREATE INDEX message_settled ON inbox.message (settled_at) WHERE state IN ('taken', 'dismissed');

GRANT DELETE ON inbox.message TO stepway_app;

-- Down Migration

REVOKE DELETE ON inbox.message FROM stepway_app;
DROP INDEX inbox.message_settled;
