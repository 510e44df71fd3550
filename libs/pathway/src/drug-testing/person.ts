import type { Opened } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { Person } from './facts.ts';
import type { MergedClass, MergedSpecimen } from './merge.ts';
import { windowDays } from './windows.ts';

/** What is known of the person and holds for all specimens. */
export function personOf(
  { stays, medications }: Pick<Opened, 'stays' | 'medications'>,
  specimens: readonly MergedSpecimen[],
  programme: Programme,
): Person {
  const admittedAt = stays[0]?.since;
  const known = { medications, programme };
  if (admittedAt === undefined) return { ...known, reportedUse: {} };
  const reportedUse = lastToldBefore(admittedAt, specimens);
  for (const { classes, collectedAt, matrix } of specimens)
    for (const result of classes) {
      const at = reportedUse[result.drugClass];
      if (at === undefined || collectedAt > admittedAt || !isPositive(result)) continue;
      const days = windowDays(programme, result, matrix, 'baseline');
      // A positive at admission shows a later use than the person told of: then admission is what is known.
      if (days !== undefined && daysBetween(at, collectedAt) > days) delete reportedUse[result.drugClass];
    }
  return { ...known, admittedAt, reportedUse };
}

function lastToldBefore(
  admittedAt: Instant,
  specimens: readonly MergedSpecimen[],
): Partial<Record<DrugClass, Instant>> {
  const told: Partial<Record<DrugClass, Instant>> = {};
  for (const { classes } of specimens)
    for (const { drugClass, acknowledgedUseAt: at } of classes) {
      if (at === undefined || at > admittedAt) continue;
      const known = told[drugClass];
      if (known === undefined || at > known) told[drugClass] = at;
    }
  return told;
}

const isPositive = ({ outcome, cancelled, preliminary }: MergedClass): boolean =>
  outcome === 'positive' && !cancelled && !preliminary;
