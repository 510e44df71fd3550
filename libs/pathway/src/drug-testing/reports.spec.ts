import { day } from '../specs/commands.ts';
import { reportOf, result } from '../specs/specimens.ts';
import type { ReportStatus } from '../vocabulary.ts';
import { byWeight, heaviest, takenBack } from './reports.ts';

const report = (status: ReportStatus, days = 11) => reportOf([], { status, reportedAt: day(days) });
/** From the lightest to the weightiest. */
const rising = [
  report('cancelled', 15),
  report('preliminary', 14),
  report('final', 12),
  report('final', 13),
  report('corrected', 11),
  report('corrected', 12),
];

describe('reports', () => {
  it('weigh by their status, then by when they were made', () => {
    expect(rising.toReversed().toSorted(byWeight)).toEqual(rising);
    expect([...rising.slice(3), ...rising.slice(0, 3)].toSorted(byWeight)).toEqual(rising);
  });

  it('weigh the same where both are alike', () => {
    expect(byWeight(report('final'), report('final'))).toBe(0);
    expect(byWeight(report('final', 11), report('final', 12))).toBe(-1);
    expect(byWeight(report('final', 12), report('final', 11))).toBe(1);
  });

  it.each([
    ['corrected', rising],
    ['final', rising.slice(0, 4)],
    ['preliminary', rising.slice(0, 2)],
    ['cancelled', rising.slice(0, 1)],
  ] as const)('are heaviest where they are %s', (status, reports) => {
    expect(heaviest(reports)).toEqual(reports.filter((one) => one.status === status));
  });

  it('are none where there are none', () => {
    expect(heaviest([])).toEqual([]);
  });
});

describe('a report is taken back', () => {
  const cancelled = report('cancelled', 12);

  it.each([
    ['that was made before the cancellation', 11, cancelled, true],
    ['that was made at the same moment', 12, cancelled, true],
    ['not one that was made after it', 13, cancelled, false],
    ['not by a cancellation of some class', 11, { ...cancelled, results: [result('positive')] }, false],
    ['not by another report without any class', 11, report('final', 12), false],
  ] as const)('%s', (_, days, other, taken) => {
    const one = report('final', days);
    expect(takenBack([one, other], one)).toBe(taken);
  });
});
