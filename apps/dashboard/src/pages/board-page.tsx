import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { episodesQuery, onTheBoard } from '../api/episodes.ts';
import { Board } from '../features/board/board.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';
import { t } from '../texts/texts.ts';

export function BoardPage() {
  const filters = useSearch({ from: '/board' });
  const { data: rows } = useQuery(episodesQuery(filters.status ?? 'on-the-board'));
  const people = rows && (filters.status === 'discharged' ? rows.size : onTheBoard(rows.values()));
  usePageTitle(t('screens.board'), people === undefined ? undefined : t('board.people', { count: people }));
  return <Board filters={filters} />;
}
