import { openLeave, type CareEvent, type Instant, type Journey, type OpenedJourney } from '@stepway/pathway';
import { countedLevel } from '../board/project.ts';
import type { Step } from '../change.ts';
import { inHandOff } from '../transition-view.ts';
import type { BoardHistoryRow } from './table.ts';

/**
 * When did what the census counts change, and to what? A row for each event that changed it, and for one told after the
 * end of the episode of which an earlier end is the truth: it changes nothing now, but moments in between.
 */
export const projectHistory = (step: Step): readonly BoardHistoryRow[] =>
  changesCensus(step) || endedEarlier(step) ? [historyRow(step)] : [];

const endedEarlier = ({ event, before }: Step): boolean =>
  event.type === 'DeathRecorded' && before.status === 'discharged' && event.occurredAt < before.dischargedAt;

/** What the census sees of a journey. */
export const counted = (journey: OpenedJourney) => ({
  site_id: journey.siteId,
  programme: journey.programme.id,
  level: countedLevel(journey),
  status: journey.status,
  in_hand_off: inHandOff(journey),
  on_leave: journey.status === 'active' && openLeave(journey) !== undefined,
});

function changesCensus({ before, after }: Step): boolean {
  if (before.status === 'not-opened') return true;
  const [was, is] = [counted(before), counted(after)];
  return (
    was.status !== is.status ||
    was.level !== is.level ||
    was.in_hand_off !== is.in_hand_off ||
    was.on_leave !== is.on_leave ||
    was.programme !== is.programme ||
    was.site_id !== is.site_id
  );
}

const historyRow = ({ event, before, after }: Step): BoardHistoryRow => ({
  episode_id: event.episodeId,
  version: event.version,
  occurred_at: trueSince(event, before),
  recorded_at: event.recordedAt,
  ...counted(after),
});

/** A fact that was withdrawn never was: it is taken back at its own moment. */
function trueSince(event: CareEvent, before: Journey): Instant {
  if (event.type !== 'FactWithdrawn' || before.status === 'not-opened') return event.occurredAt;
  for (let told: typeof before.told | undefined = before.told; told !== undefined; told = told.before)
    if (told.event.id === event.data.eventId) return told.event.occurredAt;
  return event.occurredAt;
}
