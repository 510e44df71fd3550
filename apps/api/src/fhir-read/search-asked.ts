import type { FhirReadType } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { invalid } from '../http/problem.ts';
import { includesOf, parametersOf, testOf, type Test } from './search-parameters.ts';

/** What a search asks for, understood. */
export interface SearchAsked {
  readonly type: FhirReadType;
  /** Only these people, by the caller's own id of them; undefined = everybody. */
  readonly people: readonly string[] | undefined;
  /** Only these resources; undefined = all. */
  readonly ids: readonly string[] | undefined;
  readonly tests: readonly Test[];
  readonly count: number;
  /** Of a next link. */
  readonly after: Place | undefined;
  readonly includes: readonly string[];
  /** `_revinclude=Provenance:target`. */
  readonly withProvenance: boolean;
  /** What was not understood, where the caller is lenient. */
  readonly leftAside: readonly string[];
  /** What was asked, to be said again in links. */
  readonly said: readonly (readonly [string, string])[];
}

/** Behind which resource of which journey a page begins. */
export interface Place {
  readonly journey: string;
  readonly id: string;
}

const [fewest, usual, most] = [1, 50, 200];
const mostValues = 50;
const formats = ['json', 'application/json', 'application/fhir+json', 'application/json+fhir'];

/**
 * @param query name and value of each parameter, in order
 * @param lenient what nobody knows is left aside (`Prefer: handling=lenient`)
 * @throws ProblemError 400 that names what cannot be understood
 */
export function searchAsked(
  type: FhirReadType,
  query: readonly (readonly [string, string])[],
  lenient: boolean,
): SearchAsked {
  const known = parametersOf(type);
  const tests: Test[] = [];
  let people: readonly string[] | undefined;
  let ids: readonly string[] | undefined;
  let count = usual;
  let after: Place | undefined;
  const includes: string[] = [];
  let withProvenance = false;
  const leftAside: string[] = [];
  const said: (readonly [string, string])[] = [];

  for (const [name, value] of query) {
    const refuse = (message: string) =>
      invalid([{ pointer: `query:${name.slice(0, 64)}`, message }], 'The search is not understood');
    if (name === '_cursor') {
      after = placeIn(value);
      if (after === undefined) throw refuse('This is no link of ours');
      continue;
    }
    const parameter = known[name];
    if (name === '_count') {
      if (!/^\d{1,6}$/.test(value) || Number(value) < fewest) throw refuse('A number from 1 on');
      count = Math.min(Number(value), most);
    } else if (name === '_format') {
      if (!formats.includes(value)) throw refuse('Only JSON is spoken here');
    } else if (name === '_include') {
      if (!(value in includesOf(type))) throw refuse(`One of: ${Object.keys(includesOf(type)).join(', ')}`);
      includes.push(value);
    } else if (name === '_revinclude') {
      if (value !== 'Provenance:target') throw refuse('Only Provenance:target');
      withProvenance = true;
    } else if (parameter === undefined) {
      if (!lenient) throw refuse(`Not a parameter of ${type} here; with Prefer: handling=lenient it is left aside`);
      leftAside.push(name.slice(0, 64));
      continue;
    } else {
      const values = value.split(',').filter((one) => one !== '');
      if (values.length === 0 || values.length > mostValues) throw refuse('From one to 50 values');
      if (parameter.kind === 'person') {
        const named = values.map((one) => one.replace(/^Patient\//, ''));
        people = people === undefined ? named : people.filter((one) => named.includes(one));
      } else {
        const alternatives = values.map((one) => testOf(type, parameter, one));
        if (alternatives.some((test) => test === undefined)) throw refuse('A date as R4 writes it, as in ge2026-01-31');
        tests.push((one) => alternatives.some((test) => test?.(one)));
        if (parameter.kind === 'id') ids = ids === undefined ? values : ids.filter((one) => values.includes(one));
      }
    }
    said.push([name, value]);
  }
  return { type, people, ids, tests, count, after, includes, withProvenance, leftAside, said };
}

/** Each parameter as it was said, also twice. */
export const queryOf = ({ url }: FastifyRequest): readonly (readonly [string, string])[] => [
  ...new URL(url, 'http://here.invalid').searchParams,
];

export const cursorOf = ({ journey, id }: Place): string =>
  Buffer.from(JSON.stringify([journey, id])).toString('base64url');

function placeIn(cursor: string): Place | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(place)) return undefined;
    const [journey, id]: readonly unknown[] = place;
    return typeof journey === 'string' && typeof id === 'string' ? { journey, id } : undefined;
  } catch {
    return undefined;
  }
}
