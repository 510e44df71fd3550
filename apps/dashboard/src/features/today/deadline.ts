import type { WorklistItem } from '@stepway/contracts';
import { t } from '../../texts/texts.ts';
import { isRinging } from './may.ts';

/** What happens if nobody acts, in sentences: the proposal, the person between two levels, the task itself. */
export function deadlineSentences(item: WorklistItem, now: number, moment: (at: string) => string): readonly string[] {
  const { goesUp, atDeadline, dueAt, handOffDueAt, escalatedAt, role, urgent } = item;
  const sentences: string[] = [];
  if (atDeadline !== null) sentences.push(t(`today.atDeadline.${atDeadline}`, { at: moment(dueAt) }));
  if (urgent && !isRinging(item)) sentences.push(t('today.atDeadline.acknowledged'));
  else if (goesUp !== null)
    sentences.push(t('today.atDeadline.goesUp', { at: moment(goesUp.at), role: t(`roles.${goesUp.role}`) }));
  else if (escalatedAt !== null) sentences.push(t('today.atDeadline.wentUp', { role: t(`roles.${role}`) }));
  if (handOffDueAt !== null && Date.parse(handOffDueAt) > now)
    sentences.push(t('today.atDeadline.handOff', { at: moment(handOffDueAt) }));
  return sentences;
}
