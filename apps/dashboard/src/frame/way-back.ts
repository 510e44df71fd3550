/** Why the provider let nobody in, as the API says it in the address. */
const troubles = ['none', 'away', 'late', 'declined', 'failed', 'unknown', 'left', 'no-role'] as const;
const parameter = 'not-signed-in';

export function troubleIn(search: string): (typeof troubles)[number] | undefined {
  const said = new URLSearchParams(search).get(parameter);
  return said === null ? undefined : (troubles.find((trouble) => trouble === said) ?? 'failed');
}

/** The page to come back to after signing in: the one that is open. */
export function returnTo({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string {
  const kept = new URLSearchParams(search);
  kept.delete(parameter);
  return kept.size === 0 ? pathname : `${pathname}?${kept}`;
}
