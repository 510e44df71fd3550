import type { Census, SiteView } from '@stepway/contracts';

/**
 * The programme that is shown when none was asked for: that of most people among those whom one sees; where there is
 * nobody yet, the first that a site offers.
 */
export function firstProgramme(
  ids: readonly string[],
  census: Census | undefined,
  sites: Iterable<SiteView>,
): string | undefined {
  const people = new Map<string, number>();
  for (const { programme, active, waiting } of census?.rows ?? [])
    people.set(programme, (people.get(programme) ?? 0) + active + waiting);
  const [most] = ids.toSorted((a, b) => (people.get(b) ?? 0) - (people.get(a) ?? 0));
  if (most === undefined || (people.get(most) ?? 0) > 0) return most;
  const offered = [...sites].flatMap(({ programmes }) => programmes);
  return offered.find((id) => ids.includes(id)) ?? most;
}
