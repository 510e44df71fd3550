import type { DecisionView, JourneyView, ToldLater, WeeklyScreen } from '@stepway/contracts';
import { localDate, type CareEvent } from '@stepway/pathway';
import type { ContextFor } from '../change.ts';
import { decisionView } from '../decisions/project.ts';
import { contextAt, journeyAt, toldLater, type PastMoment } from '../past/past.ts';
import { weeksAt } from '../weekly-screens/as-of.ts';
import { journeyHeader } from './project.ts';
import { specimensNewestFirst } from './query.ts';

/** A journey's page as of a moment of the past; undefined before it was opened. */
export function journeyViewAt(
  events: readonly CareEvent[],
  moment: PastMoment,
  contextFor: ContextFor,
): (JourneyView & { readonly toldLater: ToldLater }) | undefined {
  const journey = journeyAt(events, moment);
  if (journey === undefined) return undefined;
  return {
    ...journeyHeader(journey, contextAt(events, moment, journey, contextFor)),
    specimens: specimensNewestFirst(journey),
    toldLater: toldLater(events, moment.asOf),
  };
}

/** Why things happened by then, or did not; the newest first. */
export function decisionsAt(events: readonly CareEvent[], moment: PastMoment): readonly DecisionView[] {
  const found: DecisionView[] = [];
  journeyAt(events, moment, ({ event, after }) => {
    const view = decisionView(event, after);
    if (view !== undefined) found.push(view);
  });
  return found.toReversed();
}

/** The weeks of the plan that had begun by then, oldest first. */
export function weeklyScreensAt(
  events: readonly CareEvent[],
  moment: PastMoment,
  contextFor: ContextFor,
): readonly WeeklyScreen[] {
  const journey = journeyAt(events, moment);
  if (journey === undefined) return [];
  const context = contextAt(events, moment, journey, contextFor);
  return weeksAt(journey, context, localDate(moment.asOf, context.calendar));
}
