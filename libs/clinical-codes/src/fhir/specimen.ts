import type { Matrix } from '@stepway/pathway';
import type { Question } from '../question.ts';
import { matrixOf } from './codes.ts';
import type { Resources } from './resources.ts';
import type { Reference, Specimen } from './shapes.ts';

interface FoundSpecimen {
  readonly found?: Specimen;
  readonly number?: string;
  readonly matrix?: Matrix;
  readonly questions: readonly Question[];
}

/** The one specimen of a report. Every code of the table is for urine: without a word about it, it is urine. */
export function specimenOf({ specimens, observations }: Resources): FoundSpecimen {
  const named = new Set(observations.flatMap(({ observation: { specimen } }) => specimen?.reference ?? []));
  const [found, ...others] = specimens;
  if (others.length > 0 || named.size > 1) return { questions: [{ reason: 'several-specimens' }] };
  const number = (found && numberOf(found)) ?? numberIn({ reference: [...named][0] });
  const matrix = found?.type ? matrixOf(found.type) : 'urine';
  return {
    ...(found && { found }),
    ...(number !== undefined && { number }),
    ...(matrix && { matrix }),
    questions: matrix ? [] : [{ reason: 'matrix-not-understood' }],
  };
}

/**
 * The laboratory's number that a reference tells. What is contained, or named for one transaction (`urn:uuid:`), is
 * called so in this message only: in another it is another specimen, and this one has another name.
 */
export const numberIn = ({ identifier, reference }: Reference): string | undefined =>
  identifier?.value ?? (/^(#|urn:)/i.test(reference ?? '#') ? undefined : reference?.replace(/^Specimen\//, ''));

/** The laboratory's number of a specimen. */
export const numberOf = ({ accessionIdentifier, identifier }: Specimen): string | undefined =>
  accessionIdentifier?.value ?? identifier[0]?.value;
