import type { Caller } from '../auth/caller.ts';

/** Some of what an answer shows, and the emergency access by which it does. */
export interface Part {
  readonly ids: readonly string[];
  readonly emergencyId?: string;
}

/** What is shown, apart for each emergency access by which it is: those stand out in the trail. */
export function apart({ grants }: Pick<Caller, 'grants'>, ids: readonly string[], now: number): readonly Part[] {
  const open = grants.filter(({ until }) => until > now);
  const grantOf = (id: string) => open.find(({ episodeId, patientId }) => id === episodeId || id === patientId);
  const parts = open.map((grant) => ({
    ids: ids.filter((id) => grantOf(id) === grant),
    emergencyId: grant.emergencyId,
  }));
  const rest = { ids: ids.filter((id) => grantOf(id) === undefined) };
  // What names nobody is on record as well.
  return [rest, ...parts].filter((part) => part.ids.length > 0 || (part === rest && ids.length === 0));
}
