-- Up Migration

-- Who is on leave, now and at any moment of the past: counted beside those who are there. A rebuild fills it for the
-- time before.
ALTER TABLE read.board_row ADD COLUMN on_leave boolean NOT NULL DEFAULT false;
ALTER TABLE read.board_history ADD COLUMN on_leave boolean NOT NULL DEFAULT false;

-- Down Migration

ALTER TABLE read.board_row DROP COLUMN on_leave;
ALTER TABLE read.board_history DROP COLUMN on_leave;
