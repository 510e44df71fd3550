import type { RankPart } from '@stepway/contracts';
import { t } from '../texts/texts.ts';
import { duration, inOrAgo } from './time.ts';

interface RankContext {
  readonly now: number;
  /** The title of a level as it stands in a sentence. */
  readonly levelInSentence: (id: string) => string;
  /** When the task must be done by. */
  readonly actBy: string;
}

/** One reason for a rank, with what it saw: "Opioid use (fentanyl) 3 d ago, no naloxone recorded since". */
export function rankWords(part: RankPart, { now, levelInSentence, actBy }: RankContext): string {
  const when = part.at === undefined ? '' : inOrAgo(part.at, now);
  const drugs = (part.drugClasses ?? []).map((one) => t(`tests.drugClasses.${one}`)).join(', ');
  switch (part.part) {
    case 'asked':
      return t(`today.concerns.${part.concern ?? 'routine'}`);
    case 'went-up':
      return t('today.parts.went-up', { role: t(`roles.${part.to ?? 'coordinator'}`), when });
    case 'open-crisis':
      return t('today.parts.open-crisis', { when });
    case 'opioid-use-without-naloxone':
      return t('today.parts.opioid-use-without-naloxone', { drugs, when });
    case 'recent-use':
      return t('today.parts.recent-use', { drugs, when });
    case 'lost-tolerance':
      return t('today.parts.lost-tolerance', { level: levelInSentence(part.level ?? ''), when });
    case 'missed-doses':
      return t('today.parts.missed-doses', { count: part.doses ?? 0 });
    case 'hand-off-missed':
      return t('today.parts.hand-off-missed', { count: part.times ?? 1 });
    case 'out-of-contact':
      return t('today.parts.out-of-contact', { count: part.days ?? 0 });
    case 'time':
      return timeWords(actBy, now);
    case 'next-dose-not-arranged':
    case 'pregnant':
    case 'injects':
    case 'hand-off-overdue':
    case 'hand-off-without-appointment':
      return t(`today.parts.${part.part}`);
  }
}

function timeWords(actBy: string, now: number): string {
  const ms = Date.parse(actBy) - now;
  return ms < 0 ? t('today.parts.overdue', { length: duration(ms) }) : t('today.parts.due', { length: duration(ms) });
}

/** What a row says of its rank: what is known of the person first; time and who was asked stand elsewhere in the row. */
export function reasonOf(parts: readonly RankPart[], context: RankContext): string {
  const known = parts.filter(({ part }) => part !== 'time' && part !== 'asked' && part !== 'went-up');
  const told = known.length > 0 ? known : parts.filter(({ part }) => part === 'asked');
  return told.map((part) => rankWords(part, context)).join(' · ');
}

/** Whether something beside the task itself asks for attention: a quiet row is one line. */
export const isPressing = (parts: readonly RankPart[]): boolean => parts.some(({ part }) => part !== 'asked');
