import { automationBehind, lagOf, pageBehind } from './lag.ts';

const now = 1_000_000;
const live = (readMs: number, runMs = 0) => ({ status: 'live', readMs, runMs }) as const;
const lost = (ms: number) => ({ status: 'lost', since: now - ms, dataAt: now - ms, nextTryAt: now + 4_000 }) as const;
const words = (state: Parameters<typeof lagOf>[0]) => {
  const { state: name, figure } = lagOf(state, now);
  return `${name}${figure}`.replaceAll('\u00a0', ' ');
};

describe('the lag badge', () => {
  it('is live with its lag', () => expect(words(live(84.4))).toBe('Live · 84 ms'));
  it('is behind from two seconds', () => expect(words(live(4_210))).toBe('Behind 4.2 s'));
  it('says how long the connection is lost', () => expect(words(lost(38_000))).toBe('Lost 0:38'));
  it('does not cry over a blink', () => expect(words(lost(400))).toBe('Connecting'));
});

describe('what is shown', () => {
  it('is not worth a sentence up to five seconds', () => expect(pageBehind(live(5_000), now)).toBeUndefined());
  it('is behind after that, and as of the moment that the figure says', () =>
    expect(pageBehind(live(12_000), now)).toEqual({ time: '12\u00a0s', at: now - 12_000 }));
  it('is not called behind while nothing is heard', () => expect(pageBehind(lost(38_000), now)).toBeUndefined());
});

describe('automation', () => {
  it('is not worth a word up to five seconds', () => expect(automationBehind(live(50, 5_000))).toBeUndefined());
  it('is behind after that', () => expect(automationBehind(live(50, 12_400))).toBe('12\u00a0s'));
});
