import type { WeeklyScreen } from '@stepway/contracts';
import { addDays, daysApart, type LocalDate } from '@stepway/pathway';
import type { Database } from '../table.ts';

/** What the table holds of one plan. */
export interface StoredWeeks {
  readonly weekOne: LocalDate;
  /** How many weeks the plan has; null while it has no end. */
  readonly weeks: number | null;
  readonly symbols: string;
}

export const weeksColumns = `w.week_one::text AS week_one, w.weeks, w.symbols`;

export interface WeeksColumns {
  readonly week_one: string | null;
  readonly weeks: number | null;
  readonly symbols: string | null;
}

/**
 * The weeks of a plan that have begun by `today` (a local day of the site), oldest first; weeks without a fact are `o`.
 * @param last only so many of the latest
 */
export function weeksUntil(stored: StoredWeeks, today: LocalDate, last = Infinity): WeeklyScreen[] {
  const begun = Math.max(0, Math.floor(daysApart(stored.weekOne, today) / 7) + 1);
  const count = Math.max(Math.min(begun, stored.weeks ?? begun), stored.symbols.length);
  const first = Math.max(0, count - last);
  return Array.from({ length: count - first }, (_, index) => weekOf(stored, first + index));
}

export function storedWeeks({ week_one: weekOne, weeks, symbols }: WeeksColumns): StoredWeeks | undefined {
  return weekOne === null || symbols === null ? undefined : { weekOne, weeks, symbols };
}

function weekOf({ weekOne, symbols }: StoredWeeks, index: number): WeeklyScreen {
  return { week: index + 1, from: addDays(weekOne, index * 7), symbol: symbolAt(symbols, index) };
}

function symbolAt(symbols: string, index: number): WeeklyScreen['symbol'] {
  const symbol = symbols[index];
  return symbol === '+' || symbol === '-' || symbol === '*' ? symbol : 'o';
}

/** One journey's weeks; undefined if the journey is not known, empty if it has no screening plan. */
export async function readWeeklyScreens(
  database: Database,
  episodeId: string,
  today: (siteId: string) => LocalDate,
): Promise<readonly WeeklyScreen[] | undefined> {
  const { rows } = await database.query<WeeksColumns & { site_id: string }>({
    name: 'read.weekly-screens',
    text: `SELECT b.site_id, ${weeksColumns} FROM read.board_row b
      LEFT JOIN read.weekly_screens w USING (episode_id) WHERE b.episode_id = $1`,
    values: [episodeId],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const stored = storedWeeks(row);
  return stored === undefined ? [] : weeksUntil(stored, today(row.site_id));
}

/** One plan as a text of symbols; `pattern` has all weeks of the plan, also those still to come. */
export interface WeeklyPattern {
  readonly episodeId: string;
  readonly patientId: string;
  readonly pattern: string;
}

/** All plans, by patient and episode: what `stepway export weekly-screens` prints. */
export async function* weeklyPatterns(database: Database): AsyncGenerator<WeeklyPattern> {
  const limit = 1_000;
  for (let after = ['', '']; ;) {
    const { rows } = await database.query<{ episode_id: string; patient_id: string; pattern: string }>(
      `SELECT episode_id, patient_id, rpad(symbols, greatest(weeks, length(symbols)), 'o') AS pattern
       FROM read.weekly_screens WHERE (patient_id, episode_id) > ($1, $2) ORDER BY patient_id, episode_id LIMIT $3`,
      [...after, limit],
    );
    for (const { episode_id: episodeId, patient_id: patientId, pattern } of rows)
      yield { episodeId, patientId, pattern };
    const last = rows.at(-1);
    if (last === undefined || rows.length < limit) return;
    after = [last.patient_id, last.episode_id];
  }
}
