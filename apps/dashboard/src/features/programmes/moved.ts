import type { MovedJourney } from '@stepway/contracts';
import { en } from '../../texts/en/index.ts';
import { t } from '../../texts/texts.ts';
import { listOf } from './says/say.ts';

const isRejection = (name: string): name is keyof typeof en.rejections => Object.hasOwn(en.rejections, name);

/** What a move changes at once, or why it is not made. */
export function movedInWords({ change, refusal }: MovedJourney): string {
  if (refusal !== undefined) {
    const { name, title } = refusal;
    return isRejection(name) ? t(`rejections.${name}.says` as 'rejections.SameLevel.says') : title;
  }
  if (change === undefined) return '';
  const counts = {
    deadlines: change.deadlines.length,
    goals: change.goals.added.length + change.goals.removed.length,
    opened: change.tasks.opened.length,
    ended: change.tasks.ended.length,
    results: change.dispositions.length,
    moves: change.moves.length,
  };
  const said = (Object.keys(counts) as (keyof typeof counts)[]).flatMap((name) =>
    counts[name] === 0 ? [] : [t(`programmes.move.change.${name}`, { count: counts[name] })],
  );
  return said.length === 0 ? t('programmes.move.change.nothing') : listOf(said);
}
