import type { ClassResult, DrugTestReport } from './commands.ts';
import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { Journey } from '../journey.ts';
import type { Review, Specimen } from './state.ts';
import { sameContent } from '../same-content.ts';
import { earlierOf, laterOf, type Instant } from '../time.ts';
import type { Role } from '../vocabulary.ts';
import { conflictingField } from './conflict.ts';
import { judgeAgain } from './judge-again.ts';
import { mergeReports } from './merge.ts';

/**
 * Records one laboratory report on one specimen and says what it means; what follows by rule is `advance`'s.
 * A positive screen is presumptive until confirmed, so it establishes no use
 * (ASAM, Appropriate Use of Drug Testing, 2017).
 * Reports may come late, in any order, before admission and after discharge: they are facts all the same.
 * The same content again is no news: no events.
 * Rejects: EpisodeNotOpened, InTheFuture, EndsBeforeItBegins, SpecimenConflict.
 */
export function recordDrugTestResult(
  journey: Journey,
  command: CommandOf<'RecordDrugTestResult'>,
  context: Context,
): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const report = reportOf(command);
  const told = usesToldIn(report);
  const ahead = inTheFuture(
    {
      collectedAt: report.collectedAt,
      reportedAt: report.reportedAt,
      ...(told.length > 0 && { lastUseAt: told.reduce(laterOf) }),
    },
    context.now,
  );
  if (ahead) return reject(ahead);
  if (report.reportedAt < report.collectedAt) return reject({ type: 'EndsBeforeItBegins', field: 'reportedAt' });

  const specimen = journey.specimens.find((known) => known.specimenId === report.specimenId);
  if (specimen && holdsSame(specimen, report)) return nothingNew;
  const field = specimen && conflictingField(specimen, report);
  if (field !== undefined) return reject({ type: 'SpecimenConflict', specimenId: report.specimenId, field });

  const recorded: NewEventOf<'DrugTestResultRecorded'> = {
    type: 'DrugTestResultRecorded',
    occurredAt: command.occurredAt,
    data: { ...report, ...(command.reason && { reason: command.reason }) },
  };
  const after = foldAhead(journey, [recorded], command, context);
  return accept(recorded, ...judgeAgain(after, context, 1, touchedSince(report, specimen)));
}

/** A report touches its own specimen and later ones; a use that it tells of, those collected since. */
const touchedSince = (report: DrugTestReport, specimen: Specimen | undefined): Instant =>
  [report, ...(specimen?.reports ?? [])].flatMap((one) => [one.collectedAt, ...usesToldIn(one)]).reduce(earlierOf);

const usesToldIn = ({ results }: DrugTestReport): readonly Instant[] =>
  results.flatMap(({ acknowledged }) => (acknowledged ? [acknowledged.lastUseAt] : []));

function reportOf(command: CommandOf<'RecordDrugTestResult'>): DrugTestReport {
  const { type: _type, commandId: _id, actor: _actor, occurredAt: _at, reason: _reason, ...report } = command;
  return report;
}

const holdsSame = (specimen: Specimen, report: DrugTestReport): boolean =>
  specimen.reports.some(({ recordedAt: _recordedAt, eventId: _eventId, ...known }) =>
    sameContent({ ...known, results: inOrder(known.results) }, { ...report, results: inOrder(report.results) }),
  );

/** A feed may tell the same results in another order. */
const inOrder = (results: DrugTestReport['results']): DrugTestReport['results'] => {
  const key = ({ drugClass, stage, analyte }: ClassResult): string => `${drugClass} ${stage} ${analyte ?? ''}`;
  return results.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
};

/**
 * Records that a test was not collected, by the time it was due. It is a meaning of its own: never negative,
 * never positive (pathway §4, rule 2). Recorded again with another outcome, the word that was said later holds.
 * Rejects: EpisodeNotOpened, InTheFuture.
 */
export function recordMissedDrugTest(
  journey: Journey,
  { dueAt, outcome, reason, occurredAt }: CommandOf<'RecordMissedDrugTest'>,
  context: Context,
): Decision {
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const ahead = inTheFuture({ dueAt }, context.now);
  if (ahead) return reject(ahead);
  const known = journey.notCollected.find((one) => one.dueAt === dueAt);
  const told = known?.said.some((word) => word.outcome === outcome && word.at === occurredAt);
  if (known?.outcome === outcome || told) return nothingNew;

  return accept({ type: 'DrugTestNotCollected', occurredAt, data: { dueAt, outcome, ...(reason && { reason }) } });
}

const clinicians: readonly Role[] = ['prescriber', 'nurse', 'therapist', 'medical-director'];

/**
 * Records what a clinician finds about one class of a specimen. It outranks the rule; both stay visible.
 * A valid negative is never reviewed into a use: what the person tells of is recorded as such (pathway §10, 6).
 * Rejects: EpisodeNotOpened, RoleNotAllowed, UnknownSpecimen, ClassNotTested, ReviewContradictsResult, InTheFuture.
 */
export function reviewDrugTest(journey: Journey, command: CommandOf<'ReviewDrugTest'>, context: Context): Decision {
  const { specimenId, drugClass, finding, reason, actor, occurredAt } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  if (!clinicians.includes(actor.role)) return reject({ type: 'RoleNotAllowed', role: actor.role, needs: clinicians });
  const ahead = inTheFuture({ occurredAt }, context.now);
  if (ahead) return reject(ahead);
  const specimen = journey.specimens.find((known) => known.specimenId === specimenId);
  if (!specimen) return reject({ type: 'UnknownSpecimen', specimenId });
  const result = mergeReports(specimen).classes.find((one) => one.drugClass === drugClass);
  if (!result) return reject({ type: 'ClassNotTested', specimenId, drugClass });
  const disposition = specimen.judgements[drugClass]?.disposition;
  const isUse = finding === 'unexpected-use';
  if (isUse && result.outcome === 'negative' && disposition !== 'integrity-concern' && disposition !== 'unexpected-use')
    return reject({ type: 'ReviewContradictsResult', specimenId, drugClass });
  // Said again at another time it is another word: one told late may come to stand between the two.
  const known = (review: Review): boolean =>
    review.drugClass === drugClass && review.finding === finding && review.at === occurredAt;
  if (specimen.reviews.some(known)) return nothingNew;

  const reviewed: NewEventOf<'DrugTestReviewed'> = {
    type: 'DrugTestReviewed',
    occurredAt,
    data: { specimenId, drugClass, finding, ...(reason && { reason }) },
  };
  const after = foldAhead(journey, [reviewed], command, context);
  return accept(reviewed, ...judgeAgain(after, context, 1, specimen.collectedAt));
}
