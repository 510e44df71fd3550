import type { CareEventOf } from '../events.ts';
import type { Discharged, OpenedJourney, Referred, Stay } from '../journey.ts';

export function opened(episodeId: string, event: CareEventOf<'EpisodeOpened'>): Referred {
  const { patientId, programme, siteId, entryLevel, ageGroup, priority } = event.data;
  return {
    status: 'referred',
    episodeId,
    version: event.version,
    recordedAt: event.recordedAt,
    patientId,
    programme,
    siteId,
    entryLevel,
    ageGroup,
    ...(priority && { priority }),
    openedAt: event.occurredAt,
    stays: [],
    medications: [],
    specimens: [],
    notCollected: [],
    uses: [],
    goals: [],
    sessions: [],
    holds: [],
    tasks: [],
    completedTransitions: [],
    transitionCount: 0,
    decisionCount: 0,
  };
}

type EpisodeEvent = CareEventOf<'Admitted' | 'ScreeningPlanSet' | 'SessionRecorded' | 'EpisodeDischarged'>;

export function evolveEpisode(journey: OpenedJourney, event: EpisodeEvent): OpenedJourney {
  switch (event.type) {
    case 'Admitted': {
      const stay: Stay = { level: event.data.level, since: event.data.attendedAt };
      return { ...journey, status: 'active', stay, stays: [...journey.stays, stay] };
    }
    case 'ScreeningPlanSet': {
      const { reason: _, ...screeningPlan } = event.data;
      return { ...journey, screeningPlan };
    }
    case 'SessionRecorded': {
      const { reason: _, ...session } = event.data;
      return { ...journey, sessions: [...journey.sessions, session] };
    }
    case 'EpisodeDischarged':
      return discharged(journey, event);
  }
}

function discharged(journey: OpenedJourney, event: CareEventOf<'EpisodeDischarged'>): Discharged {
  const { at, reasonCode } = event.data;
  if (journey.status !== 'active') return { ...journey, status: 'discharged', dischargedAt: at, reasonCode };

  // What only a person in care has (the stay, a move under way) ends here and leaves the state.
  const {
    stay,
    transition: _t,
    stepDownConsidered: _c,
    stepDownRetainedAt: _r,
    declinedStepUp: _d,
    ...known
  } = journey;
  return {
    ...known,
    status: 'discharged',
    dischargedAt: at,
    reasonCode,
    lastLevel: stay.level,
    stays: closed(journey.stays, at),
  };
}

/** Stays with the last one ended. */
export const closed = (stays: readonly Stay[], until: string): readonly Stay[] =>
  stays.map((stay, index) => (index === stays.length - 1 ? { ...stay, until } : stay));
