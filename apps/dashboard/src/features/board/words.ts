import { t } from '../../texts/texts.ts';
import type { BoardFilters, Sort } from './filters.ts';

export const sortWords = (sort: Sort): string => t(`board.sorts.${sort}`);

/** Saved views: filters people use every day. */
export const views = [
  { id: 'everyone', flag: undefined },
  { id: 'needsAction', flag: 'any' },
  { id: 'notYetSeen', flag: 'hand-off-overdue', warm: true },
  { id: 'proposals', flag: 'proposal' },
] as const satisfies readonly { id: string; flag: BoardFilters['flag']; warm?: boolean }[];

/** How care ended, as a filter and in a row. */
export const endingWords = (ending: NonNullable<BoardFilters['ending']>): string =>
  ending === 'own-wish' ? t('board.ownWish') : t(`events.episodes.ends.${ending}`);

/** What asks for an act, as a filter. */
export const reasonWords = (flag: NonNullable<BoardFilters['flag']>): string => t(`board.reasons.${flag}`);
