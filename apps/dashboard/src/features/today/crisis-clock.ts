import type { WorklistItem } from '@stepway/contracts';

/** The time in which whoever is called now acknowledges a crisis; then the next one is called. */
export function clockOf({
  openedAt,
  dueAt,
  askedBefore,
  goesUp,
}: Pick<WorklistItem, 'openedAt' | 'dueAt' | 'askedBefore' | 'goesUp'>): {
  readonly from: string;
  readonly until: string;
} {
  const from = askedBefore.at(-1)?.until ?? openedAt;
  // At the end of the phone tree it has been over since the last one was called.
  return { from, until: goesUp?.at ?? (askedBefore.length > 0 ? from : dueAt) };
}
