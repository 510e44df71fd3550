import { plusDays, type Instant, type OpenedJourney } from '@stepway/pathway';
import type { ScorePairRow } from './table.ts';

/** Scores further away say little about the move. */
export const scoredWithinDays = 30;

interface Scored {
  readonly scale: string;
  readonly at: Instant;
  readonly score: number;
}

export const scoreFacts = ({ instruments, completedTransitions }: OpenedJourney): readonly unknown[] => [
  instruments,
  completedTransitions,
];

/** How did people fare before and after a move? The last score before the arrival and the first after it, by scale. */
export function projectScorePairs(journey: OpenedJourney): readonly ScorePairRow[] {
  const byScale = Map.groupBy(scores(journey), ({ scale }) => scale);
  return journey.completedTransitions.flatMap(({ transitionId, kind, from, completedAt }) =>
    [...byScale].flatMap(([scale, told]): ScorePairRow[] => {
      const earliest = plusDays(completedAt, -scoredWithinDays);
      const latest = plusDays(completedAt, scoredWithinDays);
      const before = told.findLast(({ at }) => at <= completedAt && at >= earliest);
      const after = told.find(({ at }) => at > completedAt && at <= latest);
      if (before === undefined && after === undefined) return [];
      return [
        {
          episode_id: journey.episodeId,
          transition_id: transitionId,
          scale,
          site_id: journey.siteId,
          programme: journey.programme.id,
          kind,
          from_level: from,
          arrived_at: completedAt,
          before: before?.score ?? null,
          after: after?.score ?? null,
        },
      ];
    }),
  );
}

/** The Brief Addiction Monitor has no total: each of its scales stands by itself. */
const scores = ({ instruments }: OpenedJourney): readonly Scored[] =>
  instruments
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .flatMap(({ instrument, at, score, subscales = [] }) => [
      ...(score === undefined ? [] : [{ scale: instrument, at, score }]),
      ...subscales.map((part) => ({ scale: `${instrument}-${part.scale}`, at, score: part.score })),
    ]);
