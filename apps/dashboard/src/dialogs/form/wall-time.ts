import { localOf, momentsOf } from '../../marks/local-moment.ts';
import type { WallTime } from './values.ts';

/** Said of the later of two moments at which the clock says the same, in the night in which clocks are put back. */
const later = '~';

/** The clocks on the wall of a site: what people read and write in a form, whatever their machine's zone. */
export const wallTimeOf = (timeZone: string): WallTime => ({
  toInstant: (wall) => {
    const moments = momentsOf(clockOf(wall), timeZone);
    if (moments === undefined) return 'no-moment';
    const last = moments.said.at(-1);
    return new Date(isLater(wall) && last !== undefined ? last : moments.meant).toISOString();
  },
  toWall: (instant) => {
    const wall = localOf(instant, timeZone).slice(0, 16).replace(' ', 'T');
    const [first = 0, second] = momentsOf(wall, timeZone)?.said ?? [];
    return second !== undefined && Date.parse(instant) - first >= second - first ? wall + later : wall;
  },
});

/** What the clock shows, whichever of the two times it is. */
export const clockOf = (wall: string): string => wall.replace(later, '');
export const isLater = (wall: string): boolean => wall.endsWith(later);
/** The same time of the clock, the first or the second time that it shows it. */
export const asLater = (wall: string, second: boolean): string => (second ? clockOf(wall) + later : clockOf(wall));

/** What must be said beside a time: the two zones of which it may be one, or that the clock skips it. */
export function oddHour(
  wall: string,
  timeZone: string,
): { readonly twice?: readonly number[]; readonly skipped?: number } {
  const moments = momentsOf(clockOf(wall), timeZone);
  if (moments === undefined) return {};
  const { said, meant } = moments;
  return said.length === 0 ? { skipped: meant } : said.length > 1 ? { twice: said } : {};
}
