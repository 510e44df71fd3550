import { lifeMs, nextAttempt, schedule } from './back-off.ts';
import { retryAfterMs } from './retry-after.ts';

const firstAt = new Date('2026-11-26T10:00:00Z');
const hours = (count: number): number => count * 3_600_000;

describe('the attempts of a delivery that nobody takes', () => {
  it.each([0, 0.25, 0.5, 0.75, 0.999])('go on to the end of 24 h, twelve or thirteen in all (chance %d)', (random) => {
    const moments = [firstAt];
    for (;;) {
      const next = nextAttempt({ attempts: moments.length, firstAt }, moments.at(-1) ?? firstAt, random);
      if (next === undefined) break;
      moments.push(next);
    }
    expect(moments.at(-1)).toEqual(new Date(firstAt.getTime() + lifeMs));
    expect(moments.length).toBeGreaterThanOrEqual(11);
    expect(moments.length).toBeLessThanOrEqual(14);
  });

  it('vary, so that they do not come together', () => {
    const at = (random: number) => nextAttempt({ attempts: 3, firstAt }, firstAt, random)?.getTime();
    expect(at(0)).toBe(firstAt.getTime() + (schedule[2] ?? 0) * 0.9);
    expect(at(0.999)).toBeGreaterThan(at(0.5) ?? 0);
  });

  it('wait as long as the receiver asks, but not beyond their end', () => {
    const asked = (ms: number) => nextAttempt({ attempts: 1, firstAt, retryAfterMs: ms }, firstAt, 0.5);
    expect(asked(60_000)).toEqual(new Date('2026-11-26T10:01:00Z'));
    expect(asked(1)).toEqual(new Date('2026-11-26T10:00:05Z'));
    expect(asked(hours(99))).toEqual(new Date(firstAt.getTime() + lifeMs));
  });
});

describe('Retry-After', () => {
  const now = new Date('2026-11-26T10:00:00Z');
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 26 Nov 2026 10:05:00 GMT', 300_000],
    ['Thu, 26 Nov 2026 09:05:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1e9', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j says %j', (header, ms) => expect(retryAfterMs(header, now)).toBe(ms));
});
