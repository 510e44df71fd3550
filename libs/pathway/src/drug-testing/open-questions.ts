import type { Judgement, Specimen } from './state.ts';
import { laterOf, type Instant } from '../time.ts';
import { drugClasses, type Disposition, type DrugClass } from '../vocabulary.ts';
import { belowEvidenceFloorName } from './rules/below-evidence-floor.ts';
import { givenInHospitalName } from './rules/given-in-hospital.ts';
import { repeatedlyDiluteName } from './rules/repeatedly-dilute.ts';

/** What one specimen, as judged, leaves open for people; each with the moment since when. */
interface OpenQuestions {
  /** Not all of it was cancelled by the laboratory. */
  readonly stands: boolean;
  /** When its last report was recorded. */
  readonly knownAt: Instant;
  /** The uses that it showed as new. */
  readonly showed: readonly string[];
  readonly awaitingConfirmation: readonly DrugClass[];
  readonly confirmationSince: Instant;
  /** A clinician's word is missing. */
  readonly reviewSince?: Instant;
  /** Care elsewhere may explain it: the list of drugs given there is missing. */
  readonly drugListSince?: Instant;
  /** So little was found that it may have another cause than use: somebody talks with the person. */
  readonly talkSince?: Instant;
  /** Dilute again and again: a clinician chooses another way to test. */
  readonly otherMatrixSince?: Instant;
  /** What asks for another specimen. */
  readonly toCollect: readonly Disposition[];
  readonly toCollectSince: Instant;
  /** A medication that should have been found was not. */
  readonly absent: readonly DrugClass[];
  readonly absentSince: Instant;
}

const known = new WeakMap<Specimen, OpenQuestions>();

/** A specimen never changes in place, so what it leaves open is read once: every turn of a run asks for it. */
export function openQuestions(specimen: Specimen): OpenQuestions {
  const before = known.get(specimen);
  if (before) return before;
  const questions = read(specimen);
  known.set(specimen, questions);
  return questions;
}

const asksForReview: readonly Disposition[] = ['integrity-concern', 'awaiting-review'];
const asksForAnother: readonly Disposition[] = ['integrity-concern', 'recollect', 'inconclusive'];
const absence: readonly Disposition[] = ['unexpected-absence', 'unexpected-pattern'];

function read({ judgements, reports }: Specimen): OpenQuestions {
  const judged = drugClasses.flatMap((drugClass): readonly (readonly [DrugClass, Judgement])[] => {
    const judgement = judgements[drugClass];
    return judgement === undefined ? [] : [[drugClass, judgement]];
  });
  const those = (means: (judgement: Judgement) => boolean) => judged.filter(([, judgement]) => means(judgement));
  const awaiting = those(({ disposition }) => disposition === 'awaiting-confirmation');
  const review = those(({ disposition, rule }) => asksForReview.includes(disposition) && rule !== givenInHospitalName);
  const drugList = those(({ rule }) => rule === givenInHospitalName);
  const talk = those(({ rule }) => rule === belowEvidenceFloorName);
  const dilute = those(({ rule }) => rule === repeatedlyDiluteName);
  const another = those(
    ({ disposition, rule }) => asksForAnother.includes(disposition) && rule !== repeatedlyDiluteName,
  );
  const absent = those(({ disposition }) => absence.includes(disposition));
  return {
    stands: judged.length === 0 || judged.some(([, { disposition }]) => disposition !== 'superseded'),
    knownAt: reports.map(({ recordedAt }) => recordedAt).reduce(laterOf, ''),
    showed: judged.flatMap(([, { disposition, useId }]) =>
      disposition === 'unexpected-use' && useId !== undefined ? [useId] : [],
    ),
    awaitingConfirmation: awaiting.map(([drugClass]) => drugClass),
    confirmationSince: lastDecided(awaiting),
    ...(review.length > 0 && { reviewSince: lastDecided(review) }),
    ...(drugList.length > 0 && { drugListSince: lastDecided(drugList) }),
    ...(talk.length > 0 && { talkSince: lastDecided(talk) }),
    ...(dilute.length > 0 && { otherMatrixSince: lastDecided(dilute) }),
    toCollect: [...new Set(another.map(([, { disposition }]) => disposition))],
    toCollectSince: lastDecided(another),
    absent: absent.map(([drugClass]) => drugClass),
    absentSince: lastDecided(absent),
  };
}

const lastDecided = (judged: readonly (readonly [DrugClass, Judgement])[]): Instant =>
  judged.map(([, { decidedAt }]) => decidedAt).reduce(laterOf, '');
