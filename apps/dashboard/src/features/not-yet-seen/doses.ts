import type { HandOff } from './hand-off.ts';

/** Whether a medication for opioid use disorder goes on over the move. */
export type Continuity =
  { readonly is: 'not-shown' | 'none' | 'not-arranged' } | { readonly is: 'past' | 'arranged'; readonly at: string };

/** What is worst of all medications: no next dose arranged, one that lies behind, else the next one to come. */
export function continuityOf({ transition: { doses } }: HandOff, now: number): Continuity {
  if (doses === undefined) return { is: 'not-shown' };
  if (doses.length === 0) return { is: 'none' };
  const moments = doses.flatMap(({ nextAt }) => nextAt ?? []).toSorted();
  const [first] = moments;
  if (first === undefined || moments.length < doses.length) return { is: 'not-arranged' };
  return Date.parse(first) < now ? { is: 'past', at: first } : { is: 'arranged', at: first };
}

/** Somebody must see to it that the medication goes on. */
export const isGap = ({ is }: Continuity): boolean => is === 'not-arranged' || is === 'past';
