import { localDate } from '@stepway/pathway';
import { admitted, day, tested, withPlan, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { boardRowAt } from './as-of.ts';

function rowAt({ events }: Lived, asOf: string) {
  return boardRowAt(events, { asOf, sense: 'known' }, contextFor);
}

describe('the board row at a moment of the past', () => {
  const life = tested(withPlan(admitted('ada')), 10, 'positive').until(day(40));

  it('is not there before the journey was opened', () => {
    expect(rowAt(life, day(-20))).toBeUndefined();
  });

  it('knows nothing of what was recorded later', () => {
    expect(rowAt(life, day(-1))).toMatchObject({ status: 'referred', level: null, transition: null, lastScreen: null });
    expect(rowAt(life, day(9))).toMatchObject({ status: 'active', level: 'iop', transition: null, lastScreen: null });
    expect(rowAt(life, day(11))).toMatchObject({ transition: { kind: 'step-up', state: 'started' } });
  });

  it('is flagged by the deadlines that had passed by then, before any event said so', () => {
    const due = rowAt(life, day(11))?.transition?.handOffDueAt ?? '';
    const justAfter = due.replace(/\d{3}Z$/, '001Z');
    expect(rowAt(life, day(11))?.flags).not.toContain('hand-off-overdue');
    // The run said so a moment later: what was recorded until then did not.
    const untilThen = life.events.filter(({ recordedAt }) => recordedAt <= day(11));
    expect(boardRowAt(untilThen, { asOf: justAfter, sense: 'known' }, contextFor)?.flags[0]).toBe('hand-off-overdue');
  });

  it('shows the weeks that had begun by then', () => {
    const at = (days: number) =>
      rowAt(life, day(days))
        ?.weeks.map(({ symbol }) => symbol)
        .join('');
    expect([at(5), at(9), at(12), at(25)]).toEqual(['o', 'oo', 'o+', 'o+oo']);
    const calendar = contextFor(life.journey, day(0)).calendar;
    expect(rowAt(life, day(5))?.weeks[0]?.from).toBe(localDate(day(0), calendar));
  });
});
