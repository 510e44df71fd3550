import type { Difference, Replayed } from '@stepway/pathway';

/** The same difference, for the same rules, of so many people. */
export interface Group {
  readonly about: Difference['about'];
  readonly own: string;
  readonly proposed: string;
  /** The rules that decided on both sides. */
  readonly rules: { readonly own: readonly string[]; readonly proposed: readonly string[] };
  readonly people: number;
}

type Compared = Extract<Replayed, { outcome: 'compared' }>;

/** Differences by the rules that make them, those of most people first. A person counts once in each. */
export function groupsOf(journeys: readonly Compared[]): readonly Group[] {
  const groups = new Map<string, Omit<Group, 'people'> & { readonly people: Set<string> }>();
  for (const { episodeId, differences } of journeys)
    for (const difference of differences) {
      const group = groupOf(difference);
      const key = JSON.stringify(group);
      const known = groups.get(key) ?? { ...group, people: new Set<string>() };
      known.people.add(episodeId);
      groups.set(key, known);
    }
  return [...groups.values()]
    .map(({ people, ...group }) => ({ ...group, people: people.size }))
    .toSorted((a, b) => b.people - a.people);
}

function groupOf({ about, subject, own, proposed }: Difference): Omit<Group, 'people'> {
  if (about === 'task') {
    const more = Number(proposed?.outcome ?? 0) > Number(own?.outcome ?? 0);
    const words = { own: subject, proposed: more ? 'asked for more often' : 'asked for less often' };
    return { about, ...words, rules: { own: [], proposed: [] } };
  }
  return {
    about,
    own: withoutDay(own?.outcome),
    proposed: withoutDay(proposed?.outcome),
    rules: { own: own?.rules ?? [], proposed: proposed?.rules ?? [] },
  };
}

/** A move on another day is the same difference for everyone. */
const withoutDay = (outcome = 'does not come up'): string => outcome.replace(/ \d{4}-\d\d-\d\d$/, '');
