import { stripSentence } from './strip-sentence.ts';

const weeks = (pattern: string) =>
  Array.from(pattern, (symbol, at) => ({ week: at + 1, from: '2026-11-02', symbol: symbol as '+' | '-' | '*' | 'o' }));

describe('the weekly strip, read aloud', () => {
  it('names each week, the newest last', () =>
    expect(stripSentence(weeks('-+*o'))).toBe('Weekly screens, last 4 weeks: negative, positive, both, none'));

  it('says when nothing was planned yet', () => expect(stripSentence([])).toBe('Weekly screens: no plan yet'));

  it('knows a single week', () => expect(stripSentence(weeks('-'))).toBe('Weekly screens, last week: negative'));
});
