import type { CareEventOf } from '../events.ts';
import { notCollectedOutcomes } from '../vocabulary.ts';
import type { NotCollected } from './state.ts';

/** A test not collected is known by the time it was due; what was said last holds, in whatever order it is told. */
export function withNotCollected(
  all: readonly NotCollected[],
  event: CareEventOf<'DrugTestNotCollected'>,
): readonly NotCollected[] {
  const { dueAt, outcome } = event.data;
  const known = all.find((other) => other.dueAt === dueAt);
  const word = { outcome, at: event.occurredAt };
  const said = [...(known?.said ?? []), word];
  const isLast = said.every((other) => other === word || bySaid(other, word) < 0);
  const standing = known && !isLast ? known : { dueAt, outcome, recordedAt: event.recordedAt, eventId: event.id };
  return [...all.filter((other) => other !== known), { ...standing, said }];
}

type Word = NotCollected['said'][number];
/** Of two at the same moment one and the same is the last, whichever came first. */
const bySaid = (a: Word, b: Word): number =>
  a.at === b.at
    ? notCollectedOutcomes.indexOf(a.outcome) - notCollectedOutcomes.indexOf(b.outcome)
    : a.at < b.at
      ? -1
      : 1;
