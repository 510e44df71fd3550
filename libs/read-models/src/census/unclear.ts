/**
 * Whether the `last` row of a journey's history, by what was true, knows what happened only after the moment: it was
 * told in another order. Such a journey is folded from the log instead.
 * @param asOf the parameter of the moment
 */
export const unclearSql = (asOf: string): string => `EXISTS (SELECT FROM read.board_history h
  WHERE h.episode_id = last.episode_id AND h.version < last.version AND h.occurred_at > ${asOf})`;
