/** A sentence before and now: what both begin and end with, and the words in between that differ. */
export interface Differing {
  readonly start: string;
  readonly was: string;
  readonly is: string;
  readonly end: string;
}

/** Spaces stay with the word before them, so that what is put together again is the sentence. */
const wordsOf = (sentence: string): readonly string[] => sentence.match(/\S+\s*/g) ?? [];

export function differing(before: string, after: string): Differing {
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const middle = (words: readonly string[]) =>
    words
      .slice(start, words.length - end)
      .join('')
      .trimEnd();
  return {
    start: was.slice(0, start).join(''),
    was: middle(was),
    is: middle(is),
    end: end === 0 ? '' : was.slice(-end).join(''),
  };
}
