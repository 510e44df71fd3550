import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Decision } from '../decision.ts';
import type { Journey } from '../journey.ts';
import { toldAgain } from '../told-again.ts';
import type { ScreeningPlan } from './state.ts';

/**
 * Sets from which day screens are counted by week, until when, which classes count, and what makes a day negative.
 * A later plan takes the place of the one before. Rejects: EpisodeNotOpened, EndsBeforeItBegins.
 */
export function setScreeningPlan(journey: Journey, command: CommandOf<'SetScreeningPlan'>): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const { from, until, drugClasses, negativeBy, occurredAt, reason } = command;
  if (until !== undefined && until <= from) return reject({ type: 'EndsBeforeItBegins', field: 'until' });

  const plan: ScreeningPlan = { from, ...(until && { until }), drugClasses, negativeBy };
  if (journey.screeningPlan && samePlan(journey.screeningPlan, plan)) return nothingNew;
  if (toldAgain(journey, command, 'ScreeningPlanSet', { ...plan, until })) return nothingNew;
  return accept({ type: 'ScreeningPlanSet', occurredAt, data: { ...plan, ...(reason && { reason }) } });
}

const samePlan = (a: ScreeningPlan, b: ScreeningPlan): boolean =>
  a.from === b.from &&
  a.until === b.until &&
  a.negativeBy === b.negativeBy &&
  a.drugClasses.length === b.drugClasses.length &&
  a.drugClasses.every((drugClass) => b.drugClasses.includes(drugClass));
