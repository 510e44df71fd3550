-- Up Migration

-- Few of very many journeys are between two levels, or wait for a decision: each of these lists reads its own index,
-- in its own order. Conditions as libs/read-models/src/board/query.ts has them.
CREATE INDEX board_row_hand_off ON read.board_row (hand_off_due_at, episode_id)
  WHERE hand_off_due_at IS NOT NULL AND status = 'active';

CREATE INDEX board_row_undecided ON read.board_row (act_by, episode_id)
  WHERE flags && '{proposal,second-person,hold}'::text[];

-- Down Migration

DROP INDEX read.board_row_undecided;
DROP INDEX read.board_row_hand_off;
