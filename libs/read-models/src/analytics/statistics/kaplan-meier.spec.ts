import { atRiskAfter, kaplanMeier, type Observed } from './kaplan-meier.ts';

/**
 * Times to the end of a remission of acute leukaemia, in weeks, under 6-mercaptopurine; `+` = censored. Freireich et al.,
 * Blood 1963;21:699; the same times in Gehan, Biometrika 1965;52:203 (data `gehan` of R's MASS) and in Le, Introductory
 * Biostatistics, example 11.1. What R's `summary(survfit(…))` prints for them is as below.
 */
const remission = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'
  .split(' ')
  .map((time): Observed => ({
    day: Number.parseInt(time, 10),
    left: time.endsWith('+') ? 0 : 1,
    censored: time.endsWith('+') ? 1 : 0,
  }));

describe('the Kaplan–Meier estimate', () => {
  const points = kaplanMeier(remission);

  it('is that of the published example', () => {
    expect(points.map(({ day, atRisk, kept }) => [day, atRisk, kept.toFixed(3)])).toEqual([
      [6, 21, '0.857'],
      [7, 17, '0.807'],
      [10, 15, '0.753'],
      [13, 12, '0.690'],
      [16, 11, '0.627'],
      [22, 7, '0.538'],
      [23, 6, '0.448'],
    ]);
  });

  it('has Greenwood’s standard errors, which R prints beside it', () => {
    const errors = points.map(
      ({ kept, low }) => (kept * Math.log(kept) * -Math.log(Math.log(low) / Math.log(kept))) / 1.959964,
    );
    expect(errors.map((error) => error.toFixed(4))).toEqual([
      ...['0.0764', '0.0869', '0.0963', '0.1068', '0.1141', '0.1282', '0.1346'],
    ]);
  });

  // Worked out apart, by another program: S^exp(±z·√(Σ d/(n(n−d)))/ln S).
  it('has a band by log(-log S)', () => {
    expect(points.map(({ low, high }) => [low.toFixed(4), high.toFixed(4)])).toEqual([
      ['0.6197', '0.9516'],
      ['0.5631', '0.9228'],
      ['0.5032', '0.8894'],
      ['0.4316', '0.8491'],
      ['0.3675', '0.8049'],
      ['0.2678', '0.7468'],
      ['0.1881', '0.6801'],
    ]);
  });

  it('counts who was last seen on a day among those at risk on it', () => {
    expect(atRiskAfter(remission, 0)).toBe(21);
    expect(atRiskAfter(remission, 6)).toBe(17);
    expect(atRiskAfter(remission, 35)).toBe(0);
  });

  it('is flat where nobody left, and ends at nobody where all did', () => {
    expect(kaplanMeier([{ day: 30, left: 0, censored: 12 }])).toEqual([]);
    expect(kaplanMeier([{ day: 30, left: 12, censored: 0 }])).toEqual([
      { day: 30, atRisk: 12, kept: 0, low: 0, high: 0 },
    ]);
  });
});
