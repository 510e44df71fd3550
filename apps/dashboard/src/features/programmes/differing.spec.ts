import { differing } from './differing.ts';

describe('a rule that reads otherwise', () => {
  it.each([
    [
      'The stay is reviewed after 90 days; the review moves nobody.',
      'The stay is reviewed after 365 days; the review moves nobody.',
      { start: 'The stay is reviewed after ', was: '90', is: '365', end: 'days; the review moves nobody.' },
    ],
    ['A test on day 1.', 'A test on day 1 and 7.', { start: 'A test on day ', was: '1.', is: '1 and 7.', end: '' }],
    ['No random tests.', 'Random tests.', { start: '', was: 'No random', is: 'Random', end: 'tests.' }],
    ['Out of 2 in 2 days.', 'Out of 2 days.', { start: 'Out of 2 ', was: 'in 2', is: '', end: 'days.' }],
    ['Yes.', 'No.', { start: '', was: 'Yes.', is: 'No.', end: '' }],
  ])('%s | %s: only the words that differ are marked', (before, after, expected) => {
    expect(differing(before, after)).toEqual(expected);
  });
});
