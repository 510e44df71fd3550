import { queryRoutes } from '@stepway/contracts';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../api/request.ts';

const { path, answer } = queryRoutes.partners;

/** Asked again while it is looked at: how far each stream has come moves by itself. */
export const partnersQuery = queryOptions({
  queryKey: ['partners'],
  queryFn: async ({ signal }) => (await ask(path, answer, signal)).items,
  refetchInterval: 2_000,
});
