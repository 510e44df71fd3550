import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { levelBook, type LevelBook } from '../marks/levels.ts';
import { programmesQuery } from './queries.ts';

const empty = levelBook([]);

/** How the levels of every programme are drawn. */
export function useLevels(): LevelBook {
  const { data } = useQuery(programmesQuery);
  return useMemo(() => (data === undefined ? empty : levelBook(data)), [data]);
}
