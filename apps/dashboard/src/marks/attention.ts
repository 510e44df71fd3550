import type { BoardRow } from '@stepway/contracts';
import { t } from '../texts/texts.ts';
import { shortTaskWords } from './tasks.ts';
import { leftOrOver, type TimeOf } from './time.ts';

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
export interface Attention extends Pick<
  BoardRow,
  'siteId' | 'transition' | 'termination' | 'holdUntil' | 'nextTask' | 'leave' | 'lastScreen'
> {
  /** The most urgent first. */
  readonly flags: readonly Flag[];
}

export interface ChipContext {
  readonly now: number;
  readonly timeOf: TimeOf;
  /** The title of a level as it stands in a sentence. */
  readonly levelInSentence: (id: string) => string;
}

/** The chip of one flag. Time is never cut off: the words before it are short. */
export function chipOf(flag: Flag, row: Attention, { now, timeOf, levelInSentence }: ChipContext): ChipLook {
  const { siteId, transition, termination, holdUntil, nextTask, leave, lastScreen } = row;
  const left = (at: string | null | undefined) => (typeof at === 'string' ? leftOrOver(at, now) : '');
  switch (flag) {
    case 'crisis':
      return { form: 'crisis', icon: 'alarm', words: t('attention.crisis'), time: '' };
    case 'leave-overdue':
      return {
        form: 'overdue',
        icon: 'clock-over',
        words: t('attention.notBack'),
        time: left(leave?.expectedReturnAt),
      };
    case 'hand-off-overdue':
      return {
        form: 'overdue',
        icon: 'clock-over',
        words: t('attention.notYetSeen'),
        time: left(transition?.handOffDueAt),
      };
    case 'proposal-escalated':
      return {
        form: 'overdue',
        icon: 'clock-over',
        words: t('attention.escalated', { question: question(transition) }),
        time: left(transition?.deadlineAt),
      };
    case 'task-overdue':
      return {
        form: 'overdue',
        icon: 'clock-over',
        words: nextTask ? shortTaskWords(nextTask.kind) : t('attention.taskOverdue'),
        time: left(nextTask?.dueAt),
      };
    case 'proposal':
      return {
        form: 'proposal',
        icon: 'question',
        words: question(transition),
        time: left(transition?.deadlineAt),
      };
    case 'second-person':
      return {
        form: 'proposal',
        icon: 'question',
        words: t('attention.secondPerson'),
        time: left(termination?.lapsesAt),
      };
    case 'hand-off':
      return handOff(transition, left, levelInSentence);
    case 'unsettled-result':
      return {
        form: 'plain',
        icon: 'flask',
        words: unsettled(lastScreen?.disposition),
        time: '',
      };
    case 'hold':
      return {
        form: 'hold',
        icon: 'pause',
        words: holdUntil === null ? t('attention.paused') : t('attention.pausedTo'),
        time: holdUntil === null ? '' : timeOf(siteId).short(holdUntil, now),
      };
  }
}

function handOff(
  transition: Attention['transition'],
  left: (at: string | undefined) => string,
  levelInSentence: ChipContext['levelInSentence'],
): ChipLook {
  const level = transition === null ? t('attention.anotherLevel') : levelInSentence(transition.to);
  if (transition?.state === 'suspended')
    return { form: 'hold', icon: 'pause', words: t('attention.toSuspended', { level }), time: '' };
  if (transition?.state === 'waiting')
    return { form: 'plain', icon: 'arrows', words: t('attention.waitingFor', { level }), time: '' };
  return {
    form: 'plain',
    icon: 'arrows',
    words: t('attention.to', { level }),
    time: left(transition?.handOffDueAt),
  };
}

/** Words and time as one: "To residential, 21 h left", "More support? 11 h left". */
export const chipText = (chip: ChipLook): string =>
  chip.time === '' ? chip.words : `${chip.words}${joint(chip)}${chip.time}`;

/** What stands between words and time. */
export const joint = ({ form, words }: ChipLook): string =>
  words === '' ? '' : form === 'hold' || words.endsWith('?') ? ' ' : ', ';

const question = (transition: Attention['transition']): string => {
  switch (transition?.kind) {
    case 'step-up':
      return t('attention.moreSupport');
    case 'step-down':
      return t('attention.lessSupport');
    case 'lateral':
    case 're-entry':
    case undefined:
      return t('attention.otherLevel');
  }
};

const unsettledKeys = {
  'awaiting-confirmation': 'awaitingConfirmation',
  'awaiting-review': 'resultToReview',
  'integrity-concern': 'specimenToReview',
  recollect: 'newSpecimen',
  pending: 'preliminary',
} as const;

const unsettled = (disposition: string | undefined): string =>
  t(`attention.${unsettledKeys[disposition as keyof typeof unsettledKeys] ?? 'notSettled'}`);

/** The one chip with words, and the names of the others, which are shown as icons. */
export function chipsOf(
  row: Attention,
  context: ChipContext,
): { readonly first?: ChipLook; readonly others: readonly ChipLook[] } {
  const [first, ...others] = row.flags.map((flag) => chipOf(flag, row, context));
  return first === undefined ? { others: [] } : { first, others };
}
