import { patternOfUseAt, usesTold } from '../assessments/pattern-of-use.ts';
import { admissionsOf, type Admission } from '../episodes/admissions.ts';
import { careElsewhere } from '../external-encounters/care-elsewhere.ts';
import { medicationsAndGiven } from '../medications/given-elsewhere.ts';
import type { Opened } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import type { ToldUse } from './events.ts';
import type { Person } from './facts.ts';
import type { MergedClass, MergedSpecimen } from './merge.ts';
import { mayStemFrom, windowDays } from './windows.ts';

type Facts = Pick<
  Opened,
  'stays' | 'medications' | 'externalEncounters' | 'leaves' | 'assessments' | 'acknowledgedUses'
>;

/** What is known of the person, as it holds for what was collected, or told of, at a moment. */
export function personAt(
  facts: Facts,
  specimens: () => readonly MergedSpecimen[],
  programme: Programme,
): (at: Instant) => Person {
  const { assessments } = facts;
  const patternOfUse: Person['patternOfUse'] = (drugClass, at) =>
    patternOfUseAt({ assessments }, mayStemFrom(programme, drugClass), at);
  const medications = medicationsAndGiven(facts);
  const before: Person = {
    medications,
    careElsewhere: careElsewhere(facts),
    programme,
    patternOfUse,
    reportedUse: () => undefined,
  };
  const admissions = admissionsOf(facts.stays);
  const known = new Map<Admission, Person>();
  return (at) => {
    const admission = admissions.findLast(({ openFrom = '' }) => at > openFrom);
    if (admission === undefined) return before;
    const person = known.get(admission) ?? {
      ...before,
      admittedAt: admission.at,
      reportedUse: asked(() => reportedBefore(admission, facts, specimens(), before)),
    };
    known.set(admission, person);
    return person;
  };
}

type Reported = Readonly<Partial<Record<DrugClass, Instant>>>;

/** Looked up only for a positive that nothing else explains, and then once. */
function asked(find: () => Reported): Person['reportedUse'] {
  let reported: Reported | undefined;
  return (drugClass) => (reported ??= find())[drugClass];
}

/** The last use of each class that the person told of and that lies before this admission, since the discharge before it. */
function reportedBefore(
  { openFrom = '', at: admittedAt }: Admission,
  { assessments, acknowledgedUses }: Facts,
  specimens: readonly MergedSpecimen[],
  { programme, patternOfUse }: Person,
): Reported {
  const told = [...toldWith(specimens), ...usesTold({ assessments }), ...acknowledgedUses];
  const reported: { -readonly [K in keyof Reported]: Reported[K] } = {};
  for (const { drugClass, lastUseAt } of told) {
    const last = reported[drugClass];
    if (lastUseAt <= openFrom || lastUseAt > admittedAt) continue;
    if (last === undefined || lastUseAt > last) reported[drugClass] = lastUseAt;
  }
  for (const { classes, collectedAt, matrix } of specimens)
    for (const result of classes) {
      const last = reported[result.drugClass];
      if (last === undefined || collectedAt > admittedAt || !isPositive(result)) continue;
      const pattern = patternOfUse(result.drugClass, collectedAt);
      const days = windowDays(programme, result, matrix, 'baseline', pattern) ?? Infinity;
      // A positive at admission shows a later use than the person told of: then admission is what is known.
      if (daysBetween(last, collectedAt) > days) delete reported[result.drugClass];
    }
  return reported;
}

const toldWith = (specimens: readonly MergedSpecimen[]): readonly ToldUse[] =>
  specimens.flatMap(({ classes }) =>
    classes.flatMap(({ drugClass, acknowledgedUseAt: lastUseAt }) =>
      lastUseAt === undefined ? [] : [{ drugClass, lastUseAt }],
    ),
  );

const isPositive = ({ outcome, cancelled, preliminary }: MergedClass): boolean =>
  outcome === 'positive' && !cancelled && !preliminary;
