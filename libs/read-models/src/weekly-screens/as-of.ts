import type { WeeklyScreen } from '@stepway/contracts';
import { notOpened, type LocalDate, type OpenedJourney } from '@stepway/pathway';
import type { RowContext } from '../row-context.ts';
import { projectWeeklyScreens } from './project.ts';
import { weeksUntil } from './query.ts';

/**
 * The weeks that had begun by `today` (a local day of the site), oldest first, from the journey itself.
 * @param last only so many of the latest
 */
export function weeksAt(
  journey: OpenedJourney,
  context: RowContext,
  today: LocalDate,
  last?: number,
): readonly WeeklyScreen[] {
  const change = { before: notOpened(journey.episodeId), after: journey, events: 1 };
  const [screens] = projectWeeklyScreens(change, context);
  if (screens === undefined) return [];
  return weeksUntil({ weekOne: screens.week_one, weeks: screens.weeks, symbols: screens.symbols }, today, last);
}
