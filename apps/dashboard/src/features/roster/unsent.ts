import type { Result, Said } from './session.ts';

/** What was said and is not on record: nobody has sent it, or nothing came of it. */
export const unsentOf = (
  said: ReadonlyMap<string, Said>,
  results: ReadonlyMap<string, Result>,
): readonly (readonly [string, Said])[] =>
  [...said].filter(([episodeId]) => results.get(episodeId)?.state !== 'recorded');

interface Address {
  readonly pathname: string;
  readonly search: object;
}

/** What says which session is on the page. (At a moment of the past there is none.) */
const ofSession = ['site', 'group', 'startsAt', 'asOf'];

/** Whether a step in the address leaves the session, and with it what was said there. */
export function leavesSession(current: Address, next: Address): boolean {
  if (current.pathname !== next.pathname) return true;
  const [now, then] = [new Map(Object.entries(current.search)), new Map(Object.entries(next.search))];
  return ofSession.some((name) => now.get(name) !== then.get(name));
}
