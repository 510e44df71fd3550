import { commandBodies, Instant } from '@stepway/contracts';
import type { ClassResult } from '@stepway/pathway';
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
  // A cancelled report that names nothing takes back all: not where what it names could not be read.
  const isAll = status === 'cancelled' && asked.length === 0;
  if (!isWhole || (results.length === 0 && !isAll)) return { questions: asked };
  const body = {
    specimenId,
    collectedAt,
    reportedAt,
    status,
    matrix,
    ...(laboratory !== undefined && { laboratory }),
    validity: { finding: 'not-recorded' as const, ...validity },
    results,
  };
  if (!commandBodies.RecordDrugTestResult.safeParse(body).success)
    return { questions: [...asked, { reason: 'not-recordable', ...about }] };
  return { fact: { type: 'RecordDrugTestResult', body }, questions: asked };
}

/**
 * Facts that came together, without a cancellation that would take back what another of them tells of the same specimen:
 * a test that was ordered beside it and could not be done makes no result undone. Somebody is asked about it.
 */
export function withoutUndoing(told: readonly FactTold[]): readonly FactTold[] {
  const reports = told.flatMap(({ fact }) => (fact?.type === 'RecordDrugTestResult' ? [fact.body] : []));
  const undoes = ({ fact }: FactTold): boolean =>
    fact?.type === 'RecordDrugTestResult' &&
    fact.body.status === 'cancelled' &&
    reports.some(
      ({ status, specimenId, results }) =>
        status !== 'cancelled' &&
        specimenId === fact.body.specimenId &&
        (fact.body.results.length === 0 || results.some((one) => names(fact.body.results, one))),
    );
  return told.map((one) =>
    one.fact?.type === 'RecordDrugTestResult' && undoes(one)
      ? { questions: [...one.questions, { reason: 'status-differs', about: one.fact.body.specimenId }] }
      : one,
  );
}

const names = (named: readonly Pick<ClassResult, 'drugClass'>[], { drugClass }: Pick<ClassResult, 'drugClass'>) =>
  named.some((one) => one.drugClass === drugClass);

/** A day alone is no moment. */
function momentOf(written: string | undefined): string | undefined {
  const parsed = Instant.safeParse(written);
  return parsed.success ? parsed.data : undefined;
}
