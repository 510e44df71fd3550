import type { SiteCalendar } from '../../calendar.ts';
import type { Context } from '../../decision.ts';
import type { Active } from '../../journey.ts';
import type { Level } from '../../programme/level.ts';
import type { Programme } from '../../programme/programme.ts';
import type { RuleTried } from '../../rule-tried.ts';
import type { Instant } from '../../time.ts';

/** What the guards of a step down look at, beside the moment. */
export interface GuardFacts {
  readonly journey: Active;
  readonly level: Level;
  /** Where the person would go. */
  readonly to: Level;
  readonly programme: Programme;
  readonly calendar: SiteCalendar;
}

export const guardFacts = (journey: Active, level: Level, to: Level, { programme, calendar }: Context): GuardFacts => ({
  journey,
  level,
  to,
  programme,
  calendar,
});

/** Met, not met or not known, with what was seen. */
export type Seen = Omit<RuleTried, 'rule'>;

export const met = (saw: string): Seen => ({ held: true, saw });
export const notMet = (saw: string): Seen => ({ held: false, saw });
export const notKnown = (saw = 'not recorded'): Seen => ({ held: 'unknown', saw });

/** One thing that less support waits for (pathway §7). */
export interface Guard {
  readonly rule: string;
  /** What less support waits for while it is not met. */
  readonly waitsFor: string;
  /** Somebody has to say it; what a programme does while nobody did is its rule `whenUnknown`. All others are always known. */
  readonly mayBeUnknown?: true;
  readonly look: (facts: GuardFacts, at: Instant) => Seen;
  /** Moments after which it may see something else although no fact came; nothing changes between them. */
  readonly matures?: (facts: GuardFacts, after: Instant) => readonly Instant[];
}
