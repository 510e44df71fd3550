import { fhirReadTypes, type FhirReadType } from '@stepway/contracts';
import type { Instant } from '@stepway/pathway';
import { z } from 'zod';
import { resourceIn } from '../fhir/fhir-body.ts';
import { invalid } from '../http/problem.ts';

/** What an export is asked for, understood. */
export interface ExportAsked {
  /** Undefined = all that the token was given for. */
  readonly types: readonly FhirReadType[] | undefined;
  readonly since: Instant | undefined;
  /** What was not understood, where the caller is lenient. */
  readonly leftAside: readonly string[];
  /** What was understood, to be said again. */
  readonly said: readonly (readonly [string, string])[];
}

type Pair = readonly [string, string];

const formats = ['application/fhir+ndjson', 'application/ndjson', 'ndjson'];
const Since = z.iso.datetime({ offset: true });
const Parameters = z.object({
  resourceType: z.literal('Parameters'),
  parameter: z
    .array(z.looseObject({ name: z.string().min(1) }))
    .max(100)
    .default([]),
});

/**
 * @param lenient what nobody knows is left aside (`Prefer: handling=lenient`)
 * @throws ProblemError 400 that names what cannot be understood
 */
export function exportAsked(pairs: readonly Pair[], lenient: boolean): ExportAsked {
  const types = new Set<FhirReadType>();
  const leftAside: string[] = [];
  const said: Pair[] = [];
  let since: Instant | undefined;
  for (const [name, value] of pairs) {
    const refuse = (message: string) =>
      invalid([{ pointer: `query:${name.slice(0, 64)}`, message }], 'The export is not understood');
    if (name === '_outputFormat') {
      if (!formats.includes(spaceAsPlus(value))) throw refuse(`One of: ${formats.join(', ')}`);
    } else if (name === '_since') {
      const instant = Since.safeParse(spaceAsPlus(value)).data;
      if (instant === undefined || since !== undefined) throw refuse('One instant, as in 2026-01-31T12:00:00Z');
      since = new Date(instant).toISOString();
    } else if (name === '_type') {
      const wanted = value.split(',').map((one) => one.trim());
      const known = fhirReadTypes.filter((type) => wanted.includes(type));
      if (!lenient && wanted.some((one) => !known.some((type) => type === one)))
        throw refuse(`Some of: ${fhirReadTypes.join(', ')}`);
      if (known.length === 0) throw refuse('None of these is told here');
      for (const type of known) types.add(type);
      const others = wanted.filter((one) => !known.some((type) => type === one));
      leftAside.push(...others.map((one) => `_type=${one.slice(0, 64)}`));
      said.push([name, known.join(',')]);
      continue;
    } else {
      if (!lenient) throw refuse('Not a parameter here; with Prefer: handling=lenient it is left aside');
      leftAside.push(name.slice(0, 64));
      continue;
    }
    said.push([name, spaceAsPlus(value)]);
  }
  return { types: types.size === 0 ? undefined : [...types], since, leftAside, said };
}

/** What a Parameters asks, name by name. @throws ProblemError 400 */
export function pairsIn(body: unknown): readonly Pair[] {
  const parameters = Parameters.safeParse(resourceIn(body)).data;
  if (parameters === undefined)
    throw invalid([{ pointer: 'Resource', message: 'An export is asked with a Parameters' }]);
  return parameters.parameter.map(({ name, ...rest }): Pair => {
    const [value] = Object.entries(rest).flatMap(([element, one]) => (element.startsWith('value') ? [one] : []));
    if (typeof value !== 'string')
      throw invalid([{ pointer: `Parameters.parameter`, message: 'Each has a value that is a text or an instant' }]);
    return [name, value];
  });
}

/** Many clients leave the `+` of an offset or a media type in an address as it is, where it means a space. */
const spaceAsPlus = (value: string): string => value.replaceAll(' ', '+');
