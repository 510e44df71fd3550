import { earlierOf, requestedAt, type Instant, type OpenedJourney } from '@stepway/pathway';
import type { RulesContext } from '../../row-context.ts';
import { serviceFacts, services } from '../services.ts';
import type { CourseRow } from './table.ts';

export const courseFacts = (journey: OpenedJourney): readonly unknown[] => [
  ...[journey.stays, journey.assessments, journey.medications, journey.status, journey.discharges],
  ...[journey.entryLevel, journey.requested],
  ...serviceFacts(journey),
];

/** How far did each episode come, and when? */
export function projectCourses(journey: OpenedJourney, { programme }: RulesContext): readonly CourseRow[] {
  const requested = requestedAt(journey);
  const { initiatedAt, engagedAt } = beginning(journey, services(journey, programme));
  const assessed = journey.assessments.map(({ assessedAt }) => assessedAt);
  return [
    {
      episode_id: journey.episodeId,
      site_id: journey.siteId,
      programme: journey.programme.id,
      entry_level: journey.stays[0]?.level ?? journey.entryLevel,
      previous_episode_id: journey.previousEpisodeId ?? null,
      requested_at: requested,
      assessed_at: earliest(assessed) ?? null,
      admitted_at: journey.stays[0]?.since ?? null,
      initiated_at: initiatedAt ?? null,
      engaged_at: engagedAt ?? null,
      closed_at: journey.status === 'discharged' ? journey.dischargedAt : null,
    },
  ];
}

/**
 * Initiation is the first service or medication for opioid use disorder; engagement the second service after it, or
 * such a medication (NCQA, IET, measurement year 2022 on: episode-based, a medication alone counts).
 */
function beginning(
  { medications }: OpenedJourney,
  served: readonly Instant[],
): { readonly initiatedAt?: Instant | undefined; readonly engagedAt?: Instant | undefined } {
  const medication = earliest(medications.filter(({ kind }) => kind === 'moud').map(({ from }) => from));
  const initiatedAt = earliest([served[0], medication].filter((at) => at !== undefined));
  if (initiatedAt === undefined) return {};
  const second = served.filter((at) => at > initiatedAt)[1];
  const engaging = medications
    .filter(({ kind, from }) => kind === 'moud' && from > initiatedAt)
    .map(({ from }) => from);
  return { initiatedAt, engagedAt: earliest([...engaging, ...(second === undefined ? [] : [second])]) };
}

const earliest = (moments: readonly Instant[]): Instant | undefined =>
  moments.length === 0 ? undefined : moments.reduce(earlierOf);
