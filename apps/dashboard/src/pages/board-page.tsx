import { useSearch } from '@tanstack/react-router';
import { onTheBoard } from '../api/episodes.ts';
import { useRows } from '../api/use-rows.ts';
import { Board } from '../features/board/board.tsx';
import { usePast } from '../frame/past.ts';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function BoardPage() {
  const filters = useSearch({ from: '/board' });
  const { data: rows } = useRows(filters.status ?? 'on-the-board', usePast());
  const people = rows && (filters.status === 'discharged' ? rows.size : onTheBoard(rows.values()));
  usePageTitle(t('screens.board'), people === undefined ? undefined : t('board.people', { count: people }));
  return <Board filters={filters} />;
}
