import { keep, linesOf, live, names, read } from './specs/kept-journeys.ts';

// Whoever changes a rule on purpose sees here whose care it changes: `STEPWAY_KEEP_JOURNEYS=1 npm test -- <this file>`
// keeps what comes out now, and the difference is read line by line before it is committed.
const keeps = process.env['STEPWAY_KEEP_JOURNEYS'] === '1';

describe('a kept journey', () => {
  it.each(names())('%s comes out as it did', (name) => {
    const lines = linesOf(name);
    const now = live(read(lines));
    if (keeps) keep(name, now);
    else expect(now).toEqual(lines);
  });
});
