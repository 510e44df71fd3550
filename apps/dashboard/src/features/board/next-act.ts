import { endedBy, type SessionView } from '@stepway/contracts';
import { kebab } from '../../api/commands.ts';
import { endWords } from '../../marks/tasks.ts';
import { t } from '../../texts/texts.ts';
import type { Row } from './arrange.ts';

type Command = SessionView['may']['send'][number];

export interface NextAct {
  readonly words: string;
  /**
   * The dialog that it opens: which command, for which journey, about what. Missing where the row does not know what the
   * record would be about: then it leads to the tasks of the journey.
   */
  readonly opens?: { readonly do: string; readonly of: string; readonly about?: string };
}

/** What to do for a person next, among what this caller may do: a decision, then the hand-off, then the task due first. */
export function nextActOf(row: Row, may: readonly Command[]): NextAct | undefined {
  const { episodeId: of, transition } = row;
  if (transition?.state === 'proposed' && may.includes('DecideProposal'))
    return { words: t('board.acts.decide'), opens: { do: 'decide-proposal', of, about: transition.transitionId } };
  if (transition?.state === 'started') {
    const about = transition.transitionId;
    if (transition.appointmentAt === undefined && may.includes('ScheduleHandOff'))
      return { words: t('board.acts.schedule'), opens: { do: 'schedule-hand-off', of, about } };
    if (may.includes('CompleteHandOff'))
      return { words: t('board.acts.arrived'), opens: { do: 'complete-hand-off', of, about } };
  }
  return taskAct(row, may);
}

const ofMove: readonly Command[] = ['ScheduleHandOff', 'CompleteHandOff', 'FailHandOff', 'FailTransition'];
/** What is recorded of the person, and of nothing in particular. */
const ofPerson: readonly Command[] = [
  ...(['RecordAssessment', 'RecordSession', 'RecordOutreach', 'RecordExternalEncounter', 'ResolveCrisis'] as const),
  ...(['RecordInterimService', 'Admit', 'CloseReferral', 'OfferSlot', 'DischargeEpisode', 'EndLeave'] as const),
];

/** A task ends by a person's word, or by the record that it asks for: said to be done, that one would be rejected. */
function taskAct({ episodeId: of, transition, nextTask }: Row, may: readonly Command[]): NextAct | undefined {
  if (nextTask?.taskId === undefined) return undefined;
  const commands = endedBy(nextTask.kind);
  if (commands.length === 0)
    return may.includes('CompleteTask')
      ? { words: t('board.acts.task'), opens: { do: 'complete-task', of, about: nextTask.taskId } }
      : undefined;
  const mine = commands.filter((command) => may.includes(command));
  const aboutOf = (one: Command): string | undefined =>
    ofMove.includes(one) ? transition?.transitionId : ofPerson.includes(one) ? undefined : nextTask.subject;
  const command = mine.find((one) => ofPerson.includes(one) || aboutOf(one) !== undefined);
  const words = command && endWords(command);
  if (command !== undefined && words !== undefined) {
    const about = aboutOf(command);
    return { words, opens: { do: kebab(command), of, ...(about !== undefined && { about }) } };
  }
  return mine.length === 0 ? undefined : { words: t('board.acts.journey') };
}
