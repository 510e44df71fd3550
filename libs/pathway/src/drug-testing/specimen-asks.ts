import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { careElsewhere } from '../external-encounters/care-elsewhere.ts';
import { taskOf } from '../tasks/open.ts';
import type { Ask } from '../tasks/ask.ts';
import { laterOf, type Instant } from '../time.ts';
import type { Disposition, Role, TaskKind } from '../vocabulary.ts';
import { answerFellAway, foundSince } from './answered.ts';
import { listIsMissing } from './rules/given-in-hospital.ts';
import { mergeReports } from './merge.ts';
import { temperatureOf } from './validity.ts';
import { openQuestions } from './open-questions.ts';
import type { Specimen } from './state.ts';

/** What the specimens, as judged, ask of people. `last` is when the last specimen that stands was collected. */
export const specimenAsks = (journey: OpenedJourney, last: Instant, programme: Programme): readonly Ask[] => [
  ...drugListAsks(journey, programme),
  ...journey.specimens.flatMap((specimen) => [
    ...talkAsk(specimen, programme),
    ...reviewAsk(specimen, last, programme),
    ...collectionAsk(journey, specimen, last, programme),
  ]),
  ...safetyReviewAsk(journey, programme),
];

/** A task about one specimen, caused by its last report. */
export const ask = (kind: TaskKind, role: Role, specimen: Specimen, withinHours: number, since: Instant): Ask => {
  const causedBy = specimen.reports.at(-1)?.eventId;
  return { kind, role, subject: specimen.specimenId, withinHours, since, ...(causedBy !== undefined && { causedBy }) };
};

export const lastRecordedAt = (specimen: Specimen): Instant => openQuestions(specimen).knownAt;

/** The one that became known last. */
export const newestOf = (specimens: readonly Specimen[]): Specimen | undefined =>
  specimens.reduce<Specimen | undefined>(
    (newest, one) => (newest === undefined || lastRecordedAt(one) >= lastRecordedAt(newest) ? one : newest),
    undefined,
  );

function reviewAsk(specimen: Specimen, last: Instant, { deadlines }: Programme): readonly Ask[] {
  const { reviewSince, otherMatrixSince } = openQuestions(specimen);
  // Another specimen, however tested, answers the dilute one.
  const since = reviewSince ?? (last > specimen.collectedAt ? undefined : otherMatrixSince);
  return since === undefined ? [] : [ask('review-drug-test', 'prescriber', specimen, deadlines.reviewHours, since)];
}

/**
 * Rule 12: the hospital is asked which drugs it gave, once for each stay, whatever number of results waits for it.
 * After a leave in hospital the list is asked for by itself, so that it is not asked for twice.
 */
function drugListAsks(journey: OpenedJourney, { deadlines }: Programme): readonly Ask[] {
  return careElsewhere(journey)
    .filter(listIsMissing)
    .flatMap(({ subject, from, eventId }): readonly Ask[] => {
      const since = journey.specimens
        .filter(({ collectedAt }) => collectedAt >= from)
        .flatMap((specimen) => openQuestions(specimen).drugListSince ?? []);
      if (since.length === 0 || taskOf(journey, 'medication-list', subject)?.state === 'open') return [];
      const about = { subject, since: since.reduce(laterOf), causedBy: eventId };
      return [{ ...about, kind: 'drugs-given-list', role: 'nurse', withinHours: deadlines.drugListHours }];
    });
}

/** Rule 15: a talk, beside the other specimen that is asked for. */
function talkAsk(specimen: Specimen, { deadlines }: Programme): readonly Ask[] {
  const since = openQuestions(specimen).talkSince;
  return since === undefined ? [] : [ask('talk-about-result', 'therapist', specimen, deadlines.retestHours, since)];
}

/** A new specimen in place of one that could not tell; the next one collected answers it. */
function collectionAsk(
  journey: OpenedJourney,
  specimen: Specimen,
  last: Instant,
  programme: Programme,
): readonly Ask[] {
  const { deadlines } = programme;
  if (last > specimen.collectedAt) return [];
  const { toCollect, toCollectSince } = openQuestions(specimen);
  if (toCollect.length === 0) return [];
  const outOfRange = temperatureOf(mergeReports(specimen), programme) === 'out-of-range';
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
  if (!absent || foundSince(absent, specimens)) return [];
  const { absentSince } = openQuestions(absent);
  return [ask('medication-safety-review', 'prescriber', absent, deadlines.reviewHours, absentSince)];
}
