import type { LiveState } from '../api/live.ts';
import { figure } from '../texts/in-language.ts';
import { t } from '../texts/texts.ts';

/** From here on the page says that it is behind. */
export const behindFromMs = 2_000;
/** From here on the page says in a sentence as of when it is. */
export const pageBehindFromMs = 5_000;
/** From here on the page says that automatic moves are behind. */
export const automationBehindFromMs = 5_000;
/** A connection that is back within this time was never worth a word. */
export const quietLossMs = 1_500;

export interface Lag {
  readonly tone: 'live' | 'behind' | 'lost' | 'connecting';
  /** The state, read aloud when it changes. */
  readonly state: string;
  /** Its figure, in no live region. */
  readonly figure: string;
}

const seconds = (ms: number) => `${figure(ms / 1_000, ms < 10_000 ? 1 : 0)}\u00a0s`;
const sinceText = (ms: number) => {
  const whole = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

/** What the badge says: "Live · 84 ms", "Behind 4.2 s", "Lost 0:38". */
export function lagOf(live: LiveState, now: number): Lag {
  switch (live.status) {
    case 'connecting':
      return { tone: 'connecting', state: t('states.connecting'), figure: '' };
    case 'live':
      return live.readMs < behindFromMs
        ? { tone: 'live', state: t('states.live'), figure: `\u00a0· ${Math.round(live.readMs)}\u00a0ms` }
        : { tone: 'behind', state: t('states.behind'), figure: `\u00a0${seconds(live.readMs)}` };
    case 'lost':
      return isLost(live, now)
        ? { tone: 'lost', state: t('states.lost'), figure: `\u00a0${sinceText(now - live.since)}` }
        : { tone: 'connecting', state: t('states.connecting'), figure: '' };
  }
}

export const isLost = (live: LiveState, now: number): boolean =>
  live.status === 'lost' && now - live.since >= quietLossMs;

/** How much what is shown is behind what was recorded, and as of when it is; or nothing. */
export const pageBehind = (live: LiveState, now: number): { readonly time: string; readonly at: number } | undefined =>
  live.status === 'live' && live.readMs > pageBehindFromMs
    ? { time: seconds(live.readMs), at: now - live.readMs }
    : undefined;

/** How much automation is behind: "12 s"; or nothing. */
export const automationBehind = (live: LiveState): string | undefined =>
  live.status === 'live' && live.runMs > automationBehindFromMs ? seconds(live.runMs) : undefined;
