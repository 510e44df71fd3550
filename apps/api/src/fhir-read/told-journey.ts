import type { ReadResource } from '@stepway/clinical-codes';
import type { FhirReadType } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';

/** A journey as somebody may find it, by the id that it has for them. */
export interface Candidate {
  /** In answers, cursors and addresses: the caller's own word for it. */
  readonly ref: string;
  readonly episodeId: string;
}

/** What somebody may be told of a journey now. */
export interface ToldJourney extends Candidate {
  readonly patientId: string;
  readonly version: number;
  /** By type and id. */
  readonly resources: readonly ReadResource[];
}

/** Some of what a journey was asked for, about to be told. */
export interface Shown {
  readonly journey: ToldJourney;
  readonly resources: readonly ReadResource[];
}

/** Whoever reads by FHIR: finds what they may be told, and writes down what they are. */
export interface FhirReader {
  readonly forPartner: boolean;
  /** @throws ProblemError 403; the denial is on record */
  mayAsk(request: FastifyRequest, type: FhirReadType, interaction: 'r' | 's'): Promise<void>;
  /** The next of all journeys behind this one; '' = from the first. */
  after(request: FastifyRequest, ref: string, limit: number): Promise<readonly Candidate[]>;
  /** All journeys of this person. */
  ofPerson(request: FastifyRequest, person: string): Promise<readonly Candidate[]>;
  byRef(request: FastifyRequest, ref: string): Promise<Candidate | undefined>;
  /** Undefined where nothing of it may be told. */
  tell(request: FastifyRequest, candidate: Candidate, types: ReadonlySet<string>): Promise<ToldJourney | undefined>;
  /**
   * Writes down what an answer is about to tell. Rejects if it cannot: then nothing may be told.
   * @returns false where something was recorded meanwhile, and it has to be asked anew
   */
  shows(request: FastifyRequest, shown: readonly Shown[], action: 'read' | 'search'): Promise<boolean>;
  /** What was asked for is not there, or not for the caller; that somebody asked is on record. */
  misses(request: FastifyRequest): Promise<void>;
}

/** In the order of pages: by type and id. */
export const keyOf = ({ resource: { resourceType, id } }: ReadResource): string => `${resourceType}/${id}`;
export const inOrder = (resources: readonly ReadResource[]): readonly ReadResource[] =>
  resources.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
