import type { TimeOf } from '../../marks/time.ts';
import { duration, leftOrOver } from '../../marks/time.ts';
import type { LevelBook } from '../../marks/levels.ts';
import { inSentence } from '../../marks/levels.ts';
import { t } from '../../texts/texts.ts';
import type { HandOff } from './hand-off.ts';
import { continuityOf } from './doses.ts';

export interface Words {
  readonly now: number;
  /** Moments in the time of the person's site. */
  readonly timeOf: TimeOf;
  readonly levels: LevelBook;
}

/** "Did not attend", "Did not attend twice", "Did not attend 3 times". */
export const missedWords = (times: number): string =>
  times === 1
    ? t('notYetSeen.missedOnce')
    : times === 2
      ? t('notYetSeen.missedTwice')
      : t('notYetSeen.missedTimes', { times });

/** The next dose of a medication that must go on, or that none is arranged. */
export function doseWords(row: HandOff, { now, timeOf }: Words): string {
  const time = timeOf(row.siteId);
  const continuity = continuityOf(row, now);
  switch (continuity.is) {
    case 'not-shown':
      return '';
    case 'none':
      return t('notYetSeen.noMedication');
    case 'not-arranged':
      return t('notYetSeen.doseNotArranged');
    case 'past':
      return t('notYetSeen.noDoseSince', { moment: time.short(continuity.at, now) });
    case 'arranged':
      return t('notYetSeen.nextDose', { moment: time.short(continuity.at, now) });
  }
}

/** The track as one sentence, for who hears it. */
export function trackSentence(row: HandOff, words: Words): string {
  const { now, levels } = words;
  const time = words.timeOf(row.siteId);
  const { startedAt, from, targetAt, missed = 0, appointmentAt, handOffDueAt } = row.transition;
  const level = inSentence(levels.level(row.programme, from).title);
  return [
    startedAt === undefined ? undefined : t('notYetSeen.track.left', { level, moment: time.moment(startedAt, now) }),
    missed === 0 ? undefined : missedWords(missed),
    appointmentAt && t('notYetSeen.track.appointment', { moment: time.moment(appointmentAt, now) }),
    targetAt && t('notYetSeen.track.target', { moment: time.moment(targetAt, now) }),
    t('notYetSeen.track.deadline', { moment: time.moment(handOffDueAt, now), left: leftOrOver(handOffDueAt, now) }),
  ]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** Why the deadline is when it is: so long from the beginning of the move, by its kind. */
export const deadlineWhy = ({ transition: { kind, startedAt, handOffDueAt } }: HandOff): string =>
  startedAt === undefined
    ? ''
    : t(`notYetSeen.deadlineWhy.${kind}`, { length: duration(Date.parse(handOffDueAt) - Date.parse(startedAt)) });
