import { quantile, ratios, spread } from './figures.ts';
import { count, isSound, latencies, lost, perSecond, ratio, reached, tableOf, type Finding } from './report.ts';

const report = (...findings: readonly Finding[]) => ({ bench: 'record', about: 'ours beside theirs', findings });

describe('figures of several rounds', () => {
  it('are told by their median, lowest and highest', () =>
    expect(spread([3, 1, 2])).toEqual({ median: 2, lowest: 1, highest: 3 }));

  it('are compared round by round', () => expect(ratios([10, 30], [20, 40])).toEqual([0.5, 0.75]));

  it('have a 99th percentile that no more than one in a hundred lies above', () => {
    const hundred = Array.from({ length: 100 }, (_, n) => n + 1);
    expect(quantile(hundred, 0.5)).toBe(51);
    expect(quantile(hundred, 0.99)).toBe(100);
  });

  it('are nothing at all when nothing was measured', () => expect(quantile([], 0.5)).toBeNaN());
});

describe('an aim', () => {
  it('is reached at the least that was asked for, and missed below', () => {
    const half = { atLeast: 0.5 };
    expect(reached(ratio('recorded ÷ raw', spread([0.5]), half))).toBe(true);
    expect(reached(ratio('recorded ÷ raw', spread([0.49]), half))).toBe(false);
  });

  it('is missed by what could not be measured', () => {
    const [, p99] = latencies('at half load', [], { p99: { atMost: 25 } });
    expect(p99 && reached(p99)).toBe(false);
  });

  it('is unknown where none was set', () => expect(reached(count('events', 3))).toBeUndefined());
});

describe('a report', () => {
  it('is sound although an aim was missed', () =>
    expect(isSound(report(ratio('recorded ÷ raw', spread([0.4]), { atLeast: 0.5 })))).toBe(true));

  it('is not sound when something acknowledged was lost', () =>
    expect(isSound(report(lost('commands not in the log', 1)))).toBe(false));

  it('is not sound when something was recorded twice', () =>
    expect(isSound(report(lost('commands not in the log', -1)))).toBe(false));

  it('is read as a table of medians and ranges that shows what misses its aim', () => {
    const table = tableOf(
      report(
        perSecond('commands', spread([1_100, 1_000, 1_200]), { atLeast: 1_000 }),
        ratio('recorded ÷ raw', spread([0.4]), { atLeast: 0.5 }),
      ),
    );
    expect(table.split('\n').map((line) => line.trimEnd().replaceAll(/ {2,}/g, ' | '))).toEqual([
      '',
      'record: ours beside theirs',
      ' | median | lowest … highest | aim',
      'commands | 1,100/s | 1,000/s … 1,200/s | ≥ 1,000/s ✔',
      'recorded ÷ raw | 0.40 | 0.40 … 0.40 | ≥ 0.50 ✖',
    ]);
  });
});
