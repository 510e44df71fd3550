import { atRiskAfter, kaplanMeier, type Observed } from './kaplan-meier.ts';

/**
 * Times to the end of a remission of acute leukaemia, in weeks, under 6-mercaptopurine; `+` = censored. Freireich et al.,
 * Blood 1963;21:699; the estimate and Greenwood's errors as printed in Kleinbaum and Klein, Survival Analysis, 3rd ed.,
 * table 2.3, and Collett, Modelling Survival Data in Medical Research, 3rd ed.
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
    expect(points.map(({ day, atRisk, kept }) => [day, atRisk, kept.toFixed(4)])).toEqual([
      [6, 21, '0.8571'],
      [7, 17, '0.8067'],
      [10, 15, '0.7529'],
      [13, 12, '0.6902'],
      [16, 11, '0.6275'],
      [22, 7, '0.5378'],
      [23, 6, '0.4482'],
    ]);
  });

  it('has the log-log band that R’s survfit(conf.type = "log-log") gives for it', () => {
    const first = points[0];
    const last = points.at(-1);
    expect([first?.low.toFixed(3), first?.high.toFixed(3)]).toEqual(['0.620', '0.952']);
    expect([last?.low.toFixed(3), last?.high.toFixed(3)]).toEqual(['0.188', '0.680']);
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
