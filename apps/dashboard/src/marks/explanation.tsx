import { ofTheRecord } from '../texts/texts.ts';
import { explanationInWords } from './seen.ts';

/** Why a test came to mean what it does: in the page's language where there are words for it, else as the record has it. */
export function Explanation({ words, as: Tag = 'p' }: { readonly words: string; readonly as?: 'p' | 'span' }) {
  const said = explanationInWords(words);
  return <Tag lang={said === undefined ? ofTheRecord() : undefined}>{said ?? words}</Tag>;
}
