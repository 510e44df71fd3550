import type { EpisodeView } from '@stepway/contracts';
import type { CommandName } from '../api/commands.ts';
import { actOf, commandNames, groups, recordKeys, type Group } from './catalogue.ts';
import { impedimentTo, type Impediment } from './impediments.ts';
import { actName, alsoNamed } from './words.ts';

/** An act as it is offered: what it is called, its key, and what is in its way. */
export interface Offered {
  readonly command: CommandName;
  readonly group: Group;
  readonly words: string;
  /** The second key after R. */
  readonly key: string | undefined;
  readonly impediment: Impediment | undefined;
}

interface For {
  /** What the role may send at all: the rest is not shown. */
  readonly may: readonly string[];
  /** What this person may do for this journey, as the API says; undefined where it does not say. */
  readonly allowed?: readonly string[] | undefined;
  /** Of whom nothing is known yet, nothing is in the way. */
  readonly journey?: EpisodeView | undefined;
}

const keyOf = (command: CommandName) => Object.entries(recordKeys).find(([, other]) => other === command)?.[0];

/** The acts for one person, group by group; what cannot be done now says why. Opening an episode is for nobody yet. */
export function offeredActs({ may, allowed, journey }: For): readonly Offered[] {
  const offered = commandNames
    .filter((command) => command !== 'OpenEpisode' && may.includes(command))
    .map((command): Offered => {
      const impediment = journey === undefined ? undefined : impedimentTo(command, journey);
      return {
        command,
        group: actOf(command).group,
        words: actName(command),
        key: keyOf(command),
        impediment: impediment ?? (allowed === undefined || allowed.includes(command) ? undefined : 'not-allowed'),
      };
    });
  return groups.flatMap((group) => offered.filter((act) => act.group === group));
}

/** Those whose words, or others for the same, have every word that is looked for. */
export function namedActs(acts: readonly Offered[], query: string): readonly Offered[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return acts.filter((act) => {
    const called = `${act.words} ${alsoNamed(act.command)}`.toLowerCase();
    return words.every((word) => called.includes(word));
  });
}
