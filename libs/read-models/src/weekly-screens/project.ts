import { localDate, weeklyScreens, type Context } from '@stepway/pathway';
import type { Change } from '../change.ts';
import type { WeeklyScreensRow } from './table.ts';

/** What did each week of the screening plan show? Nothing before there is a plan. */
export function projectWeeklyScreens({ after: journey }: Change, context: Context): readonly WeeklyScreensRow[] {
  const plan = journey.screeningPlan;
  if (plan === undefined) return [];
  const weeks = weeklyScreens(journey, context);
  const symbols = weeks.map(({ symbol }) => symbol).join('');
  return [
    {
      episode_id: journey.episodeId,
      version: journey.version,
      patient_id: journey.patientId,
      site_id: journey.siteId,
      week_one: localDate(plan.from, context.calendar),
      weeks: plan.until === undefined ? null : weeks.length,
      symbols: symbols.replace(/o+$/, ''),
    },
  ];
}
