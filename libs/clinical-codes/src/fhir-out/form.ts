import type { FhirReadType } from '@stepway/contracts';
import type { EventType, Instant, OpenedJourney } from '@stepway/pathway';

/** The shapes of R4 that are written here. */
export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}
export interface CodeableConcept {
  readonly coding: readonly Coding[];
  readonly text?: string;
}
export interface Reference {
  readonly reference: string;
}
export interface Period {
  readonly start?: Instant;
  readonly end?: Instant;
}

/** A resource of R4, before it says when it was last changed. Held against R4's own definitions by the specs. */
export interface R4Resource {
  readonly resourceType: FhirReadType;
  readonly id: string;
  readonly [element: string]: unknown;
}

/** By what a resource is found, beside its id and its person. */
export interface SearchValues {
  readonly status?: string;
  readonly code?: readonly Coding[];
  readonly type?: readonly Coding[];
  readonly category?: readonly Coding[];
  readonly class?: readonly Coding[];
  /** What `date` (or the type's own word for it) asks for; without an end it goes on. */
  readonly date?: Period;
}

/** One resource that a journey is told by. */
export interface Told {
  readonly resource: R4Resource;
  /** The event that it rests on: who may not be told of that is not told of this. */
  readonly by: EventType;
  /** Words for what it is about in the data of events: the last event that has one of them changed it. */
  readonly keys: readonly string[];
  readonly found: SearchValues;
}

/** How ids of ours stand in answers: as they are for people of the house, as its own pseudonyms for a partner. */
export interface ReadIds {
  readonly patient: string;
  readonly episode: string;
  /** Of everything else: the same for the same thing for ever. At most 64 of `[A-Za-z0-9.-]`. */
  of(kind: FhirReadType, key: string): string;
}

export interface Telling {
  readonly journey: OpenedJourney;
  readonly ids: ReadIds;
  /** Whether what such an event tells may be told; with a field, whether that may be. */
  readonly may: (by: EventType, field?: string) => boolean;
  /** Whether a person lives there, at a level of the journey's programme. */
  readonly roundTheClock: (level: string) => boolean;
  /** Ids that we and laboratories know things by: only inside the house. */
  readonly numbers: boolean;
}

const ours = 'https://stepway.dev/fhir';
export const system = (name: string): string => `${ours}/CodeSystem/${name}`;
export const numberSystem = (name: string): string => `${ours}/identifier/${name}`;

export const coding = (name: string, code: string): Coding => ({ system: system(name), code });
export const concept = (...codings: readonly Coding[]): CodeableConcept => ({ coding: codings });
export const ourConcept = (name: string, code: string): CodeableConcept => ({
  coding: [coding(name, code)],
  text: inWords(code),
});
/** A code of ours is a word with hyphens. */
export const inWords = (code: string): string => code.replaceAll('-', ' ');

export const referenceTo = (type: FhirReadType, id: string): Reference => ({ reference: `${type}/${id}` });
export const period = (start: Instant | undefined, end: Instant | undefined): Period => ({
  ...(start !== undefined && { start }),
  ...(end !== undefined && { end }),
});
export const named = ({ ids }: Telling, resourceType: FhirReadType, key: string) => ({
  resourceType,
  id: ids.of(resourceType, key),
});
/** Its number here, for people of the house. */
export const numbered = ({ numbers }: Telling, name: string, value: string) =>
  numbers ? { identifier: [{ system: numberSystem(name), value }] } : {};
export const subjectOf = ({ ids }: Telling): { readonly subject: Reference } => ({
  subject: referenceTo('Patient', ids.patient),
});
