import type { EventView } from '@stepway/contracts';
import dayjs from 'dayjs';
import type { WallTime } from './form/values.ts';
import { clockOf } from './form/wall-time.ts';

/** Minutes attended since the Monday of the site's week, sessions withdrawn since left out. */
export function weekAt(events: readonly EventView[], wall: WallTime, now: number): number {
  const monday = mondayOf(wall, now);
  const gone = new Set(events.flatMap(({ type, data }) => (type === 'FactWithdrawn' ? [data['eventId']] : [])));
  let minutes = 0;
  for (const { id, type, data } of events) {
    if (type !== 'SessionRecorded' || gone.has(id)) continue;
    const { startedAt, attendance, minutes: lasted } = data;
    if (typeof startedAt !== 'string' || typeof lasted !== 'number') continue;
    if (attendance !== 'attended' && attendance !== 'late') continue;
    if (!dayjs(wall.toWall(startedAt)).isBefore(monday)) minutes += lasted;
  }
  return minutes;
}

/** Whether a time on the wall of the site is of the week that is going on; one that is not said yet is taken for it. */
export const isThisWeek = (atWall: string, wall: WallTime, now: number): boolean =>
  wall.toInstant(atWall) === 'no-moment' || !dayjs(clockOf(atWall)).isBefore(mondayOf(wall, now));

function mondayOf(wall: WallTime, now: number): dayjs.Dayjs {
  const today = dayjs(wall.toWall(new Date(now).toISOString()));
  return today.subtract((today.day() + 6) % 7, 'day').startOf('day');
}
