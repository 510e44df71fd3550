import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';

/**
 * Schedules a test that a person asks for: by a plan of their own, or for cause. The level's plan goes on beside it.
 * Rejects: EpisodeNotOpened, EpisodeDischarged, EndsBeforeItBegins (due before it is asked for).
 */
export function scheduleDrugTest(journey: Journey, command: CommandOf<'ScheduleDrugTest'>): Decision {
  const { dueAt, cause, drugClasses, reason, occurredAt } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (journey.scheduledTests.some((test) => test.dueAt === dueAt)) return nothingNew;
  if (journey.status === 'discharged') return reject({ type: 'EpisodeDischarged' });
  if (dueAt < occurredAt) return reject({ type: 'EndsBeforeItBegins', field: 'dueAt' });

  const test = { from: occurredAt, dueAt, cause, ...(drugClasses && { drugClasses }), ...(reason && { reason }) };
  return accept({ type: 'DrugTestScheduled', occurredAt, data: test });
}
