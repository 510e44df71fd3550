import { localDate, weeklyScreens, type Journey, type OpenedJourney } from '@stepway/pathway';
import type { Change } from '../change.ts';
import type { RowContext } from '../row-context.ts';
import type { WeeklyScreensRow } from './table.ts';

/** What did each week of the screening plan show? Nothing before there is a plan. */
export function projectWeeklyScreens(
  { before, after: journey }: Change,
  context: RowContext,
): readonly WeeklyScreensRow[] {
  const plan = journey.screeningPlan;
  if (plan === undefined || sameFacts(before, journey)) return [];
  const weeks = weeklyScreens(journey, context);
  const symbols = weeks.map(({ symbol }) => symbol).join('');
  return [
    {
      episode_id: journey.episodeId,
      patient_id: journey.patientId,
      site_id: journey.siteId,
      week_one: localDate(plan.from, context.calendar),
      weeks: plan.until === undefined ? null : weeks.length,
      symbols: symbols.replace(/o+$/, ''),
    },
  ];
}

/** Most events say nothing about the weeks: a fold keeps what it does not touch. */
const sameFacts = (
  before: Journey,
  { screeningPlan, sessions, medications, externalEncounters, specimens }: OpenedJourney,
): boolean =>
  before.status !== 'not-opened' &&
  before.screeningPlan === screeningPlan &&
  before.sessions === sessions &&
  before.medications === medications &&
  before.externalEncounters === externalEncounters &&
  before.specimens.length === specimens.length &&
  before.specimens.every(({ reports }, index) => reports === specimens[index]?.reports);
