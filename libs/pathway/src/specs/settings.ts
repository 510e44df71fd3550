import fc from 'fast-check';
import type { Level } from '../programme/level.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { Programme } from '../programme/programme.ts';
import { berlin, havana } from './calendars.ts';
import { fullContinuum, newYork, standardFour } from './standard-four.ts';

/** The programme that ships, and others that ask people more. */
const changed = (stepUp: Partial<Programme['stepUp']>, stepDown: Partial<Programme['stepDown']> = {}): Programme => ({
  ...standardFour,
  stepUp: { ...standardFour.stepUp, ...stepUp },
  stepDown: { ...standardFour.stepDown, ...stepDown },
});
const programmes: Readonly<Record<string, Programme>> = {
  'as it ships': standardFour,
  'the full continuum': fullContinuum,
  'asks about both ways': changed({ mode: 'propose' }, { mode: 'confirm' }),
  'applies at the deadline': changed({ mode: 'propose', atDeadline: 'apply' }),
  'lapses at the deadline': changed({ mode: 'propose', atDeadline: 'lapse' }, { whenUnknown: 'fail' }),
  'asks for two uses': changed({ byClass: { cocaine: 'review-only' }, threshold: { uses: 2, withinDays: 28 } }),
};
export const calendars: Readonly<Record<string, SiteCalendar>> = { newYork, berlin, havana };

/** By their names, so that a history that fails is short to read. */
export const settingOf = (named: { readonly programme: string; readonly calendar: string }) => ({
  programme: programmes[named.programme] ?? standardFour,
  calendar: calendars[named.calendar] ?? newYork,
});
export const programme = fc.constantFrom('as it ships', 'as it ships', 'as it ships', ...Object.keys(programmes));

/** What a journey may be moved to: other windows, deadlines and modes for the same facts, and no detox any more. */
export const nextVersion = (programme: Programme): Programme => ({
  ...programme,
  version: 3,
  stepUp: {
    ...programme.stepUp,
    mode: programme.stepUp.mode === 'automatic' ? 'propose' : 'automatic',
    handOffHours: 100,
  },
  windows: {
    ...programme.windows,
    ...(programme.windows.cocaine && {
      cocaine: { ...programme.windows.cocaine, unknown: { baseline: 12, residual: 12 } },
    }),
  },
  ladder: programme.ladder.filter((id) => id !== 'detox'),
  levels: Object.fromEntries(
    Object.values(programme.levels)
      .filter(({ id }) => id !== 'detox')
      .map(({ stepUpTo, ...one }): [string, Level] => [
        one.id,
        {
          ...one,
          ...(stepUpTo !== undefined && stepUpTo !== 'detox' && { stepUpTo }),
          stayDays: { ...one.stayDays, minimum: one.stayDays.minimum + 5 },
        },
      ]),
  ),
});
