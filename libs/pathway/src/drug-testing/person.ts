import { patternOfUseAt, usesTold } from '../assessments/pattern-of-use.ts';
import type { AssessmentsState } from '../assessments/state.ts';
import { medicationsAndGiven } from '../medications/given-elsewhere.ts';
import type { Opened } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { Person } from './facts.ts';
import type { MergedClass, MergedSpecimen } from './merge.ts';
import { mayStemFrom, windowDays } from './windows.ts';

/** What is known of the person and holds for all specimens. */
export function personOf(
  facts: Pick<Opened, 'stays' | 'medications' | 'externalEncounters' | 'assessments'>,
  specimens: readonly MergedSpecimen[],
  programme: Programme,
): Person {
  const admittedAt = facts.stays[0]?.since;
  const told = { assessments: facts.assessments };
  const patternOfUse: Person['patternOfUse'] = (drugClass, at) =>
    patternOfUseAt(told, mayStemFrom(programme, drugClass), at);
  const medications = medicationsAndGiven(facts);
  const known = { medications, encounters: facts.externalEncounters, programme, patternOfUse };
  if (admittedAt === undefined) return { ...known, reportedUse: {} };
  const reportedUse = lastToldBefore(admittedAt, specimens, told);
  for (const { classes, collectedAt, matrix } of specimens)
    for (const result of classes) {
      const at = reportedUse[result.drugClass];
      if (at === undefined || collectedAt > admittedAt || !isPositive(result)) continue;
      const days = windowDays(programme, result, matrix, 'baseline', patternOfUse(result.drugClass, collectedAt));
      // A positive at admission shows a later use than the person told of: then admission is what is known.
      if (days !== undefined && daysBetween(at, collectedAt) > days) delete reportedUse[result.drugClass];
    }
  return { ...known, admittedAt, reportedUse };
}

function lastToldBefore(
  admittedAt: Instant,
  specimens: readonly MergedSpecimen[],
  assessed: AssessmentsState,
): Partial<Record<DrugClass, Instant>> {
  const told: Partial<Record<DrugClass, Instant>> = {};
  const tell = (drugClass: DrugClass, at: Instant | undefined): void => {
    if (at === undefined || at > admittedAt) return;
    const known = told[drugClass];
    if (known === undefined || at > known) told[drugClass] = at;
  };
  for (const { classes } of specimens)
    for (const { drugClass, acknowledgedUseAt } of classes) tell(drugClass, acknowledgedUseAt);
  for (const { drugClass, lastUseAt } of usesTold(assessed)) tell(drugClass, lastUseAt);
  return told;
}

const isPositive = ({ outcome, cancelled, preliminary }: MergedClass): boolean =>
  outcome === 'positive' && !cancelled && !preliminary;
