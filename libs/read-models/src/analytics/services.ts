import { plusDays, type Instant, type OpenedJourney, type Programme } from '@stepway/pathway';

/** Where a person lives, each day is a day of care; two of them answer every question that is asked of services. */
const daysCounted = [1, 2];

/**
 * The moments at which the person was served, the earliest first: admission and arrival, attended sessions, meetings
 * with the therapist, and the first days where one lives. A call, a specimen and a missed appointment are none.
 */
export function services(journey: OpenedJourney, programme: Programme): readonly Instant[] {
  const { stays, sessions, therapistMeetings } = journey;
  return [
    ...stays.flatMap(({ level, since, until }) => [
      since,
      ...(livesThere(programme, level)
        ? daysCounted.map((days) => plusDays(since, days)).filter((at) => until === undefined || at <= until)
        : []),
    ]),
    ...sessions
      .filter(({ attendance }) => attendance === 'attended' || attendance === 'late')
      .map(({ startedAt }) => startedAt),
    ...therapistMeetings.map(({ heldAt }) => heldAt),
  ].toSorted();
}

/** What they are made from. */
export const serviceFacts = ({
  sessions,
  therapistMeetings,
}: Pick<OpenedJourney, 'sessions' | 'therapistMeetings'>): readonly unknown[] => [sessions, therapistMeetings];

export const livesThere = ({ levels }: Programme, level: string): boolean =>
  levels[level]?.schedule.roundTheClock === true;

/** The level at which the person was at that moment: before admission the one asked for, afterwards the last one. */
export const levelAt = ({ stays, entryLevel }: OpenedJourney, at: Instant): string =>
  stays.findLast(({ since }) => since <= at)?.level ?? stays[0]?.level ?? entryLevel;
