import type { BoardRow } from '@stepway/contracts';
import { shortTaskWords } from './tasks.ts';
import { leftOrOver, type SiteTime } from './time.ts';

export type Flag = BoardRow['flags'][number];

/** How a chip is drawn. Filled: a crisis; solid: a fact; dashed: not decided; hatched: paused; plain: due in time. */
export type ChipForm = 'crisis' | 'overdue' | 'proposal' | 'hold' | 'plain';
export type ChipIcon = 'alarm' | 'clock-over' | 'question' | 'pause' | 'arrows' | 'clock' | 'flask';

export interface ChipLook {
  readonly form: ChipForm;
  readonly icon: ChipIcon;
  /** May be shortened where room is short. */
  readonly words: string;
  /** Never. */
  readonly time: string;
}

/** What is known of a person that may ask for an act. */
export interface Attention extends Pick<BoardRow, 'transition' | 'holdUntil' | 'nextTask' | 'leave' | 'lastScreen'> {
  /** The most urgent first. */
  readonly flags: readonly Flag[];
}

export interface ChipContext {
  readonly now: number;
  readonly time: SiteTime;
  /** The title of a level as it stands in a sentence. */
  readonly levelInSentence: (id: string) => string;
}

/** The chip of one flag. Time is never cut off: the words before it are short. */
export function chipOf(flag: Flag, row: Attention, { now, time, levelInSentence }: ChipContext): ChipLook {
  const { transition, holdUntil, nextTask, leave, lastScreen } = row;
  const left = (at: string | null | undefined) => (typeof at === 'string' ? leftOrOver(at, now) : '');
  switch (flag) {
    case 'crisis':
      return { form: 'crisis', icon: 'alarm', words: 'Crisis', time: '' };
    case 'leave-overdue':
      return { form: 'overdue', icon: 'clock-over', words: 'Not back', time: left(leave?.expectedReturnAt) };
    case 'hand-off-overdue':
      return { form: 'overdue', icon: 'clock-over', words: 'Not yet seen', time: left(transition?.handOffDueAt) };
    case 'proposal-escalated':
      return {
        form: 'overdue',
        icon: 'clock-over',
        words: `${question(transition)} Escalated`,
        time: left(transition?.deadlineAt),
      };
    case 'task-overdue':
      return {
        form: 'overdue',
        icon: 'clock-over',
        words: nextTask ? shortTaskWords[nextTask.kind] : 'Task overdue',
        time: left(nextTask?.dueAt),
      };
    case 'proposal':
      return {
        form: 'proposal',
        icon: 'question',
        words: question(transition),
        time: left(transition?.deadlineAt),
      };
    case 'hand-off':
      return handOff(transition, left, levelInSentence);
    case 'unsettled-result':
      return {
        form: 'plain',
        icon: 'flask',
        words: unsettled[lastScreen?.disposition ?? ''] ?? 'Result not settled',
        time: '',
      };
    case 'hold':
      return {
        form: 'hold',
        icon: 'pause',
        words: holdUntil === null ? 'Paused' : 'Paused to',
        time: holdUntil === null ? '' : time.short(holdUntil, now),
      };
  }
}

function handOff(
  transition: Attention['transition'],
  left: (at: string | undefined) => string,
  levelInSentence: ChipContext['levelInSentence'],
): ChipLook {
  const to = transition === null ? 'another level' : levelInSentence(transition.to);
  if (transition?.state === 'suspended') return { form: 'hold', icon: 'pause', words: `To ${to}, suspended`, time: '' };
  if (transition?.state === 'waiting') return { form: 'plain', icon: 'arrows', words: `Waiting for ${to}`, time: '' };
  return { form: 'plain', icon: 'arrows', words: `To ${to}`, time: left(transition?.handOffDueAt) };
}

/** Words and time as one: "To residential, 21 h left", "More support? 11 h left". */
export const chipText = ({ words, time }: ChipLook): string => (time === '' ? words : `${words}${joint(words)}${time}`);

/** What stands between words and time. */
export const joint = (words: string): string => (words === '' ? '' : /\?$|^Paused to$/.test(words) ? ' ' : ', ');

const question = (transition: Attention['transition']): string => {
  switch (transition?.kind) {
    case 'step-up':
      return 'More support?';
    case 'step-down':
      return 'Less support?';
    case 'lateral':
    case 're-entry':
    case undefined:
      return 'Other level?';
  }
};

const unsettled: Readonly<Record<string, string>> = {
  'awaiting-confirmation': 'Awaiting confirmation',
  'awaiting-review': 'Result to review',
  'integrity-concern': 'Specimen to review',
  recollect: 'New specimen needed',
  pending: 'Preliminary result',
};

/** The one chip with words, and the names of the others, which are shown as icons. */
export function chipsOf(
  row: Attention,
  context: ChipContext,
): { readonly first?: ChipLook; readonly others: readonly ChipLook[] } {
  const [first, ...others] = row.flags.map((flag) => chipOf(flag, row, context));
  return first === undefined ? { others: [] } : { first, others };
}
