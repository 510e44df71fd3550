import { chance } from '../../chance.ts';
import type { Day } from '../day.ts';

/** In a thousand days: where there is company day and night least, and less with time. */
const perThousandDays = { roundTheClock: 3, visits: 11 } as const;
const calmerAfterDays = 90;

/** Whether the person used their substance on this day. Invented: TEDS-D says nothing of use during treatment. */
export function usesToday({ person, level, date, number }: Day): boolean {
  if (person.substance === undefined) return false;
  const often = level.schedule.roundTheClock ? perThousandDays.roundTheClock : perThousandDays.visits;
  const used = { none: 0.5, some: 1, daily: 1.6 }[person.usedBefore];
  const calmer = number > calmerAfterDays ? 0.5 : 1;
  return chance('use', person.key, date).int(1, 10_000) <= often * 10 * used * calmer;
}

/** Days between the last use and admission; undefined = not in the month before. */
export function lastUseBefore({ key, usedBefore }: Day['person']): number | undefined {
  if (usedBefore === 'none') return undefined;
  return usedBefore === 'daily' ? 1 : chance('before', key).int(2, 25);
}
