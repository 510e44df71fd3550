import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { episodesQuery, onTheBoard } from '../api/episodes.ts';
import { Board } from '../features/board/board.tsx';
import { usePageTitle } from '../frame/top-bar.tsx';

export function BoardPage() {
  const filters = useSearch({ from: '/board' });
  const { data: rows } = useQuery(episodesQuery(filters.status ?? 'on-the-board'));
  const people = rows && (filters.status === 'discharged' ? rows.size : onTheBoard(rows.values()));
  usePageTitle('Board', people === undefined ? undefined : `${people} ${people === 1 ? 'person' : 'people'}`);
  return <Board filters={filters} />;
}
