import type { ClinicalFact } from '@stepway/clinical-codes';
import type { EventLog, Recorder } from '@stepway/event-log';
import type { OpenedJourney } from '@stepway/pathway';

export interface Found {
  readonly episodeId: string;
  readonly journey: OpenedJourney;
}

/**
 * The journey that a fact belongs to: of a specimen, the one that has it already (its correction may come after a
 * discharge); else the one that the person is on; else the one that was opened last.
 */
export async function findJourney(
  fact: ClinicalFact,
  patientId: string,
  { log, recorder }: { readonly log: EventLog; readonly recorder: Recorder },
): Promise<Found | undefined> {
  const opened = await log.openingsOf([patientId]);
  const journeys = await Promise.all(opened.map(({ episodeId }) => withJourney(episodeId, recorder)));
  const found = journeys
    .filter((one) => one !== undefined)
    .toSorted((a, b) => b.journey.openedAt.localeCompare(a.journey.openedAt));
  return (
    found.find(({ journey }) => has(journey, fact)) ??
    found.find(({ journey }) => journey.status !== 'discharged') ??
    found[0]
  );
}

const has = ({ specimens }: OpenedJourney, fact: ClinicalFact): boolean =>
  fact.type === 'RecordDrugTestResult' && specimens.some(({ specimenId }) => specimenId === fact.body.specimenId);

async function withJourney(episodeId: string, recorder: Recorder): Promise<Found | undefined> {
  const journey = await recorder.journey(episodeId);
  return journey.status === 'not-opened' ? undefined : { episodeId, journey };
}
