import { commandBodies, Instant } from '@stepway/contracts';
import type { DrugScreen } from '../fhir/read-drug-screen.ts';
import type { AskReason, Question } from '../question.ts';
import { callerId } from './caller-id.ts';
import type { ClinicalFact } from './clinical-message.ts';

/** What a drug screen comes to: the fact that is to be recorded, if it says one, and what a person has to say. */
export interface FactTold {
  readonly fact?: ClinicalFact;
  readonly questions: readonly Question[];
}

interface Sender {
  /** Our id of the laboratory. */
  readonly laboratory?: string | undefined;
  /** Before its numbers, where two laboratories number alike. */
  readonly numbersBegin?: string | undefined;
}

/**
 * The command that records a drug screen. Its results that are certain stand beside its questions; without a specimen's
 * number, a moment of collection, a status or a matrix nothing can be recorded, and a person is asked.
 */
export function drugTestFact(screen: DrugScreen, { laboratory, numbersBegin = '' }: Sender): FactTold {
  const { status, matrix, specimen, collected, reported, validity, results, questions } = screen;
  const specimenId = specimen === undefined ? undefined : callerId(numbersBegin + specimen.trim());
  const collectedAt = momentOf(collected);
  const reportedAt = momentOf(reported);
  // Of several specimens a report has no one number: that there are several is the question.
  const isOfSeveral = questions.some(({ reason }) => reason === 'several-specimens');
  const missing: readonly AskReason[] = isOfSeveral
    ? []
    : [
        ...(specimenId === undefined ? (['no-specimen-number'] as const) : []),
        ...(collectedAt === undefined ? (['no-collection-time'] as const) : []),
        ...(reportedAt === undefined ? (['no-report-time'] as const) : []),
      ];
  const about = specimenId === undefined ? {} : { about: specimenId };
  const asked = [...questions, ...missing.map((reason) => ({ reason }))].map((one) => ({ ...one, ...about }));
  const isWhole = status && matrix && specimenId !== undefined && collectedAt !== undefined && reportedAt !== undefined;
  // A cancelled report takes back what was said, and says nothing else.
  if (!isWhole || (results.length === 0 && status !== 'cancelled')) return { questions: asked };
  const body = {
    specimenId,
    collectedAt,
    reportedAt,
    status,
    matrix,
    ...(laboratory !== undefined && { laboratory }),
    validity: { finding: 'not-recorded' as const, ...validity },
    results: status === 'cancelled' ? [] : results,
  };
  if (!commandBodies.RecordDrugTestResult.safeParse(body).success)
    return { questions: [...asked, { reason: 'not-recordable', ...about }] };
  return { fact: { type: 'RecordDrugTestResult', body }, questions: asked };
}

/** A day alone is no moment. */
function momentOf(written: string | undefined): string | undefined {
  const parsed = Instant.safeParse(written);
  return parsed.success ? parsed.data : undefined;
}
