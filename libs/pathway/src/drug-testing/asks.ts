import type { OpenedJourney } from '../journey.ts';
import type { Specimen } from './state.ts';
import { wasAttended } from '../sessions/attended.ts';
import type { Programme } from '../programme/programme.ts';
import type { Ask } from '../tasks/ask.ts';
import { laterOf, type Instant } from '../time.ts';
import type { Disposition, Role, TaskKind } from '../vocabulary.ts';
import { asksForOverdoseCheck, showedUseActedOn } from './overdose.ts';
import { openQuestions } from './open-questions.ts';

/**
 * All that the drug tests of a journey ask of people now. A task is opened for each, and ends when it is no
 * longer here. After discharge there is nobody to collect from; the overdose check is asked for all the same.
 */
export function asksOf(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  const known = asked.get(journey);
  if (known?.programme === programme) return known.asks;
  const asks = findAsks(journey, programme);
  asked.set(journey, { programme, asks });
  return asks;
}

/** Asked for by every task of the journey: a journey never changes, so its answer is kept with it. */
const asked = new WeakMap<OpenedJourney, { readonly programme: Programme; readonly asks: readonly Ask[] }>();

function findAsks(journey: OpenedJourney, programme: Programme): readonly Ask[] {
  const afterUse = showedUseActedOn(journey);
  const overdose = newestOf(
    journey.specimens.filter((specimen) => afterUse(specimen) || asksForOverdoseCheck(specimen, journey, programme)),
  );
  const { sameDayHours } = programme.deadlines;
  // One check covers the person: a newer positive asks for it afresh, in place of the older ones.
  const check = overdose ? [ask('overdose-check', 'nurse', overdose, sameDayHours, overdose.recordedAt)] : [];
  if (journey.status === 'discharged') return check;
  const last = lastCollectedAt(journey);
  return [
    ...check,
    ...journey.specimens.flatMap((specimen) => [
      ...reviewAsk(specimen, last, programme),
      ...collectionAsk(journey, specimen, last, programme),
    ]),
    ...safetyReviewAsk(journey, programme),
    ...missedAsks(journey, last, programme),
  ];
}

const ask = (kind: TaskKind, role: Role, specimen: Specimen, withinHours: number, since: Instant): Ask => {
  const causedBy = specimen.reports.at(-1)?.eventId;
  return { kind, role, subject: specimen.specimenId, withinHours, since, ...(causedBy !== undefined && { causedBy }) };
};

const lastRecordedAt = ({ reports }: Specimen): Instant => reports.map(({ recordedAt }) => recordedAt).reduce(laterOf);

const newestOf = (specimens: readonly Specimen[]): Specimen | undefined =>
  specimens.reduce<Specimen | undefined>(
    (newest, one) => (newest === undefined || lastRecordedAt(one) >= lastRecordedAt(newest) ? one : newest),
    undefined,
  );

const lastCollectedAt = ({ specimens }: OpenedJourney): Instant =>
  specimens
    .filter(stillStands)
    .map(({ collectedAt }) => collectedAt)
    .reduce(laterOf, '');

/** When the laboratory took back specimens that had answered what was open since then: it is asked for anew. */
const answerFellAway = ({ specimens }: OpenedJourney, openSince: Instant): Instant =>
  specimens
    .filter((specimen) => specimen.collectedAt > openSince && !stillStands(specimen))
    .flatMap(({ judgements }) => Object.values(judgements).map(({ decidedAt }) => decidedAt))
    .reduce(laterOf, '');

/** A specimen of which the laboratory cancelled everything answers no question. */
export function stillStands({ judgements }: Specimen): boolean {
  const all = Object.values(judgements);
  return all.length === 0 || all.some(({ disposition }) => disposition !== 'superseded');
}

function reviewAsk(specimen: Specimen, last: Instant, { deadlines }: Programme): readonly Ask[] {
  const { reviewSince, otherMatrixSince } = openQuestions(specimen);
  // Another specimen, however tested, answers the dilute one.
  const since = reviewSince ?? (last > specimen.collectedAt ? undefined : otherMatrixSince);
  return since === undefined ? [] : [ask('review-drug-test', 'prescriber', specimen, deadlines.reviewHours, since)];
}

/** A new specimen in place of one that could not tell; the next one collected answers it. */
function collectionAsk(
  journey: OpenedJourney,
  specimen: Specimen,
  last: Instant,
  { deadlines }: Programme,
): readonly Ask[] {
  if (last > specimen.collectedAt) return [];
  const { toCollect, toCollectSince } = openQuestions(specimen);
  if (toCollect.length === 0) return [];
  const outOfRange = specimen.reports.some(({ validity }) => validity.temperature === 'out-of-range');
  const withinHours: Partial<Record<Disposition, number>> = {
    'integrity-concern': deadlines.sameDayHours,
    recollect: outOfRange ? deadlines.recollectSameDayHours : deadlines.recollectHours,
  };
  const soonest = Math.min(...toCollect.map((disposition) => withinHours[disposition] ?? deadlines.retestHours));
  const since = laterOf(toCollectSince, answerFellAway(journey, specimen.collectedAt));
  return [ask('new-collection', 'nurse', specimen, soonest, since)];
}

/** A medication that should have been found and was not; the latest specimen speaks. */
function safetyReviewAsk({ specimens }: OpenedJourney, { deadlines }: Programme): readonly Ask[] {
  const absent = newestOf(specimens.filter((specimen) => openQuestions(specimen).absent.length > 0));
  const since = absent && openQuestions(absent).absentSince;
  if (!absent || since === undefined || foundSince(absent, specimens)) return [];
  return [ask('medication-safety-review', 'prescriber', absent, deadlines.reviewHours, since)];
}

/** Whether the classes that were missing were found, and explained, in a later specimen. */
export function foundSince(absent: Specimen, specimens: readonly Specimen[]): boolean {
  const later = specimens.filter(({ collectedAt }) => collectedAt > absent.collectedAt);
  return openQuestions(absent).absent.every((drugClass) =>
    later.some(({ judgements }) => judgements[drugClass]?.disposition === 'expected-prescribed'),
  );
}

/** A test not collected: a call the same day, and another date for the test (pathway §4, rule 2). */
function missedAsks(journey: OpenedJourney, last: Instant, { deadlines }: Programme): readonly Ask[] {
  return journey.notCollected.flatMap(({ dueAt, recordedAt, eventId }): readonly Ask[] => {
    if (last > dueAt) return [];
    const about = { subject: dueAt, since: laterOf(recordedAt, answerFellAway(journey, dueAt)), causedBy: eventId };
    const retest: Ask = { ...about, kind: 'new-collection', role: 'nurse', withinHours: deadlines.retestHours };
    const call: Ask = { ...about, kind: 'outreach', role: 'coordinator', withinHours: deadlines.sameDayHours };
    return seenSince(journey, dueAt) ? [retest] : [call, retest];
  });
}

/** Attended a session after that moment: the person was reached. */
export const seenSince = ({ sessions }: OpenedJourney, at: Instant): boolean =>
  sessions.some((session) => session.startedAt > at && wasAttended(session));
