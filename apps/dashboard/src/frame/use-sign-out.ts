import { useMutation, useQueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries.ts';
import { signOut } from '../api/sign-out.ts';

/** Signs out; if that cannot be known, asks the server who is signed in. */
export function useSignOut(): () => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onError: () => client.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  return () => mutate();
}
