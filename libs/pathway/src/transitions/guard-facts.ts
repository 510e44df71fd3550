import type { SiteCalendar } from '../calendar.ts';
import type { Context } from '../decision.ts';
import type { Active } from '../journey.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';

/** What the guards of a step down look at, beside the moment. */
export interface GuardFacts {
  readonly journey: Active;
  readonly level: Level;
  readonly programme: Programme;
  readonly calendar: SiteCalendar;
}

export const guardFacts = (journey: Active, level: Level, { programme, calendar }: Context): GuardFacts => ({
  journey,
  level,
  programme,
  calendar,
});
