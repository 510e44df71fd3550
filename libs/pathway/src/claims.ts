import type { NewEvent } from './events.ts';
import type { Journey, OpenedJourney } from './journey.ts';

/** Something that only one may have at a time, across journeys. */
export interface Claim {
  readonly kind: 'open-episode' | 'specimen';
  readonly key: string;
  readonly owner: string;
}

export interface Claims {
  readonly claim: readonly Claim[];
  readonly release: readonly Claim[];
}

/**
 * What an append must hold or let go, in the same statement: one open episode for each person,
 * one person for each specimen (pathway §3). `journey` is as it was before these events.
 */
export function claims(journey: Journey, events: readonly NewEvent[]): Claims {
  const claim: Claim[] = [];
  const release: Claim[] = [];
  for (const event of events) {
    if (event.type === 'EpisodeOpened') {
      claim.push({ kind: 'open-episode', key: event.data.patientId, owner: journey.episodeId });
    }
    if (journey.status === 'not-opened') continue;
    if (event.type === 'DrugTestResultRecorded') {
      claim.push({ kind: 'specimen', key: event.data.specimenId, owner: journey.patientId });
    }
    if (event.type === 'FactWithdrawn') release.push(...specimenLetGo(journey, event.data.eventId));
    if (event.type === 'EpisodeReopened') {
      claim.push({ kind: 'open-episode', key: journey.patientId, owner: journey.episodeId });
    }
    if (event.type === 'EpisodeDischarged' || event.type === 'ReferralClosed') {
      release.push({ kind: 'open-episode', key: journey.patientId, owner: journey.episodeId });
    }
  }
  return { claim, release };
}

/** A specimen of which every report was withdrawn may turn out to be another person's. */
function specimenLetGo({ specimens, patientId }: OpenedJourney, eventId: string): readonly Claim[] {
  return specimens
    .filter(({ reports }) => reports.every((report) => report.eventId === eventId))
    .map(({ specimenId }) => ({ kind: 'specimen', key: specimenId, owner: patientId }));
}
