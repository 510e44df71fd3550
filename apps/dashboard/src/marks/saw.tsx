import { ofTheRecord } from '../texts/texts.ts';
import { seenInWords } from './seen.ts';

const asRecorded = (words: string): string => words;

/** What a rule saw: in the page's language where there are words for it, else as the record has it, told by `saw`. */
export function Saw({
  words,
  saw = asRecorded,
}: {
  readonly words: string;
  readonly saw?: ((text: string) => string) | undefined;
}) {
  const said = seenInWords(words);
  return (
    <small>
      {' · '}
      <span lang={said === undefined ? ofTheRecord() : undefined}>{saw(said ?? words)}</span>
    </small>
  );
}
