-- Up Migration

-- The board in its other orders, and by what asks for an act: without them a list of a few people reads everybody.
CREATE INDEX board_row_opened ON read.board_row (opened_at, episode_id) WHERE status <> 'discharged';
CREATE INDEX board_row_level_since ON read.board_row (level_since, episode_id) WHERE status <> 'discharged';
CREATE INDEX board_row_flags ON read.board_row USING gin (flags) WHERE status <> 'discharged';
CREATE INDEX board_row_task_due ON read.board_row (task_due_at) WHERE status <> 'discharged';

-- Down Migration

DROP INDEX IF EXISTS read.board_row_opened, read.board_row_level_since, read.board_row_flags, read.board_row_task_due;
