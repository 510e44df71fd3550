import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';

/**
 * Somebody is in danger: this comes before everything (pathway §8), whatever the status of the journey.
 * Rejects: EpisodeNotOpened, EpisodeDischarged (the person has died), CrisisConflict (known as another kind).
 */
export function raiseCrisis(journey: Journey, command: CommandOf<'RaiseCrisis'>): Decision {
  const { crisisId, kind, actions, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.crises.find((crisis) => crisis.crisisId === crisisId);
  if (known) return known.kind === kind ? nothingNew : reject({ type: 'CrisisConflict', crisisId });
  if (journey.death) return reject({ type: 'EpisodeDischarged' });

  return accept({ type: 'CrisisRaised', occurredAt, data: { crisisId, kind, actions, ...(reason && { reason }) } });
}

/**
 * The person is safe for now; what was done is said. Resolved already: no news.
 * Rejects: EpisodeNotOpened, UnknownCrisis, EndsBeforeItBegins.
 */
export function resolveCrisis(journey: Journey, command: CommandOf<'ResolveCrisis'>): Decision {
  const { crisisId, actions, occurredAt, reason } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const crisis = journey.crises.find((known) => known.crisisId === crisisId);
  if (crisis === undefined) return reject({ type: 'UnknownCrisis', crisisId });
  if (crisis.resolved) return nothingNew;
  if (occurredAt < crisis.raisedAt) return reject({ type: 'EndsBeforeItBegins', field: 'occurredAt' });

  return accept({ type: 'CrisisResolved', occurredAt, data: { crisisId, actions, ...(reason && { reason }) } });
}
