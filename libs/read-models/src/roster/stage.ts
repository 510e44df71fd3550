import { plusDays, type Instant, type Programme } from '@stepway/pathway';

type Stage = 'early' | 'middle' | 'sustained';

/** The first weeks at a level are early recovery there. */
const earlyDays = 30;

/**
 * About where a person stands in recovery: sustained once care is aftercare, early in the first month at a level, middle
 * after that. Only an order of who is offered first, never a reason to leave somebody out.
 */
export function stageOf(
  { level, levelSince }: { readonly level: string; readonly levelSince: Instant },
  at: Instant,
  programme: Programme | undefined,
): Stage {
  if (programme?.levels[level]?.kind === 'aftercare') return 'sustained';
  return plusDays(levelSince, earlyDays) > at ? 'early' : 'middle';
}
