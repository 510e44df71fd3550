-- Up Migration

-- Messages to partners that are settled are kept for a time: by when that was, they are found to be forgotten.
CREATE INDEX delivery_settled ON partner.delivery (kind, settled_at) WHERE state <> 'waiting';

-- Down Migration

DROP INDEX partner.delivery_settled;
