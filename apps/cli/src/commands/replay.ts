import type { ReplayReport } from '@stepway/contracts';
import { replayJourney, type Instant, type LevelNames, type ProgrammeVersion, type Replayed } from '@stepway/pathway';
import { withProgress } from '../progress.ts';
import { programmeAsked } from '../simulate/programme-asked.ts';
import type { Stack } from '../stack.ts';
import { groupsOf, type Group } from './replay-groups.ts';

export interface ReplayOptions {
  /** `id`, `id@version`, or a file that is not published yet. */
  readonly programme: string;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly levels: LevelNames;
}

type Compared = Extract<Replayed, { outcome: 'compared' }>;
type NotCompared = Extract<Replayed, { outcome: 'not-compared' }>;

export interface ReplayResult {
  readonly programme: ProgrammeVersion;
  readonly from: Instant | null;
  readonly to: Instant;
  /** Journeys with something in that time, and those of them that would have been treated otherwise. */
  readonly compared: number;
  readonly different: readonly Compared[];
  readonly notCompared: readonly NotCompared[];
  /** Lived again by their own version they do not come to what the log tells: their differences are less sure. */
  readonly lessSure: number;
  /** What people said that could not have been said by the proposed version. */
  readonly notSaid: number;
  readonly rules: readonly Group[];
}

/**
 * Who would have been treated otherwise by another programme, and why: the real log, lived through it in memory. Nothing
 * is stored. @throws NotPublished, ProgrammeFileInvalid
 */
export async function replay({ log, programmes }: Stack, options: ReplayOptions): Promise<ReplayResult> {
  await programmes.learn();
  const proposed = programmeAsked(options.programme, programmes);
  const until = options.to ?? new Date().toISOString();
  const setting = { proposed, published: programmes.find, names: options.levels, from: options.from ?? '', until };
  const replayed = await withProgress('The log is lived through the proposed programme', async (say) => {
    const done: Replayed[] = [];
    for await (const events of log.readJourneys()) {
      const [first] = events;
      const calendar = first?.type === 'EpisodeOpened' ? programmes.site(first.data.siteId) : undefined;
      if (calendar !== undefined) done.push(replayJourney(events, { ...setting, calendar }));
      say(`${done.length} journeys`);
    }
    return done;
  });
  const compared = replayed.flatMap((one) => (one.outcome === 'compared' ? [one] : []));
  const different = compared.filter(({ differences }) => differences.length > 0);
  return {
    programme: { id: proposed.id, version: proposed.version },
    from: options.from ?? null,
    to: until,
    compared: compared.length,
    different,
    notCompared: replayed.flatMap((one) => (one.outcome === 'not-compared' ? [one] : [])),
    lessSure: compared.filter(({ faithful }) => !faithful).length,
    notSaid: different.reduce((sum, { notSaid }) => sum + notSaid.length, 0),
    rules: groupsOf(different),
  };
}

/** What others may see of it: counts, no journey. */
export const publishedReplay = (result: ReplayResult): Omit<ReplayReport, 'at'> => ({
  ...{ from: result.from, to: result.to, compared: result.compared, different: result.different.length },
  ...{ notCompared: result.notCompared.length, lessSure: result.lessSure, notSaid: result.notSaid },
  rules: result.rules.map(({ rules, ...group }) => ({
    ...group,
    rules: { own: [...rules.own], proposed: [...rules.proposed] },
  })),
});
