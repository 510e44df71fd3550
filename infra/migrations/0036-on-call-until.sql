-- Up Migration

-- Until when somebody is on call; none: until somebody says otherwise. After it nobody is by name.
ALTER TABLE directory.on_call ADD COLUMN until timestamptz;

-- Down Migration

ALTER TABLE directory.on_call DROP COLUMN until;
