import type { BoardQuery } from './asked.ts';
import { boardStatement } from './statement.ts';

const textFor = (statuses: readonly ('referred' | 'active' | 'discharged')[]) =>
  boardStatement({ statuses }, '2026-05-04T12:00:00.000Z', 10).text;

describe('the board, asked for people of some status', () => {
  it('asks for no others where one is named twice', () => {
    expect(textFor(['active', 'active'])).toBe(textFor(['active']));
    expect(textFor(['active'])).toContain('b.status = ANY');
  });

  it('asks in the words of its indexes for all who were not discharged', () => {
    expect(textFor(['active', 'referred'])).toBe(textFor(['referred', 'active']));
    expect(textFor(['active', 'referred'])).not.toContain('b.status = ANY');
  });
});

describe('the statement of the board', () => {
  const textOf = (query: BoardQuery) => boardStatement(query, '2026-05-04T12:00:00.000Z', 10).text;

  it('finds the people of the page before it reads the weeks of anybody', () => {
    const [, inner = ''] = /FROM \(([^]*)\) b LEFT JOIN/.exec(textOf({})) ?? [];
    expect(inner).toContain('LIMIT');
    expect(inner).not.toContain('weekly_screens');
  });

  it('says once that those between two levels are in care, as their index does', () => {
    expect(textOf({ among: 'hand-offs' })).not.toContain(`<> 'discharged'`);
    expect(textOf({ among: 'undecided' })).toContain(`b.status <> 'discharged'`);
  });
});
