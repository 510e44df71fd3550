import fc from 'fast-check';
import { localDate } from '../calendar.ts';
import type { Command } from '../commands.ts';
import { plusDays, type Instant } from '../time.ts';
import { admission, admitted, opened } from './commands.ts';
import { newYork } from './standard-four.ts';
import { deed, type Deed } from './deeds.ts';
import { calendars, programme } from './settings.ts';

// What other packages live through such journeys with.
export type { Deed } from './deeds.ts';
export { settingOf } from './settings.ts';
export { stepOf } from './steps.ts';

/** Mostly hours or days, and now and then nobody says anything for months. */
const pause = fc.oneof(
  { weight: 15, arbitrary: fc.integer({ min: 0, max: 5 * 24 }) },
  { weight: 1, arbitrary: fc.integer({ min: 20 * 24, max: 90 * 24 }) },
);

/** Somebody who comes of age a month after admission. */
const adolescentInIop = 'iop@adolescent';

/**
 * A programme, a site's calendar, an entry level, and what happens then, each so many hours after the one before: about
 * half a year, over the change of the clocks.
 */
export const history = fc.record({
  programme,
  calendar: fc.constantFrom('newYork', ...Object.keys(calendars)),
  entry: fc.constantFrom('detox', 'residential', 'iop', 'iop', 'iop', adolescentInIop, 'aftercare'),
  deeds: fc.array(
    fc.tuple(deed, pause).map(([what, afterHours]): Deed => ({ ...what, afterHours })),
    { minLength: 1, maxLength: 40, size: 'max' },
  ),
});

function openedAt(entry: string, at: Instant): readonly [Command, string] {
  const [level = entry, age] = entry.split('@');
  const fields = { entryLevel: level, ...(age && youngUntil(plusDays(at, 30))) };
  return [{ ...opened(fields), occurredAt: plusDays(at, -14) }, level];
}
const youngUntil = (at: Instant) => ({ ageGroup: 'adolescent' as const, turns18On: localDate(at, newYork) });

export const beginning = (entry: string): readonly Command[] => beginningAt(entry, admission);

/** The same, admitted at this moment, two weeks after the referral. */
export function beginningAt(entry: string, at: Instant): readonly Command[] {
  const [opening, level] = openedAt(entry, at);
  return [opening, admitted(level, at)];
}
