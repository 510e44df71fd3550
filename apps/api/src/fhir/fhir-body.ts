import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalid } from '../http/problem.ts';
import { scanJson, type JsonFault } from './scan-json.ts';

/** A resource of any kind, with everything that it says. */
export const AnyResource = z.looseObject({ resourceType: z.string().min(1).max(64) });
export type AnyResource = z.output<typeof AnyResource>;

const faults: Readonly<Record<JsonFault, string>> = {
  'too-deep': 'This is nested deeper than 64 levels',
  'name-twice': 'A name stands twice in one object',
  'forbidden-name': 'A name is not one that R4 has',
};
const refuse = (message: string) => invalid([{ pointer: '', message }], 'The body cannot be read');

/** @throws ProblemError 400 */
export function resourceIn(body: unknown): AnyResource {
  const text = textOf(body);
  const fault = scanJson(text);
  if (fault !== undefined) throw refuse(faults[fault]);
  const resource = AnyResource.safeParse(json(text));
  if (!resource.success) throw refuse('This is not a resource of FHIR R4');
  return resource.data;
}

function textOf(body: unknown): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  } catch {
    throw refuse('This is not UTF-8');
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refuse('This is not JSON');
  }
}

/** What tells one sending of the same words from another. */
const ofTheSending = new Set(['id', 'meta', 'text', 'timestamp']);

/** What a resource says, and of a Bundle what its entries say, written one way. */
export const contentOf = (resource: object): Buffer => Buffer.from(JSON.stringify(inOrder(said(resource))));

function said(resource: object): object {
  const whole = Object.fromEntries(Object.entries(resource).filter(([name]) => !ofTheSending.has(name)));
  const { entry } = whole as { readonly entry?: unknown };
  return Array.isArray(entry) ? { ...whole, entry: entry.map(saidByEntry) } : whole;
}

const saidByEntry = (entry: unknown): unknown =>
  isObject(entry) && 'resource' in entry && isObject(entry.resource)
    ? { ...entry, resource: said(entry.resource) }
    : entry;
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, part]) => [name, inOrder(part)]));
}

const Identifier = z.object({ system: z.string().default(''), value: z.string() });
const Versioned = z.object({
  status: z.string().default(''),
  issued: z.string().optional(),
  meta: z.object({ versionId: z.string().optional() }).default({}),
});

/**
 * The sender's own id of a message: what it says in `If-None-Exist`; the number of a Bundle; the number of a resource
 * with its status and when it was issued, so that a correction is another one; else what it says.
 */
export function sourceIdOf(resource: AnyResource, ifNoneExist: string | undefined): string {
  if (ifNoneExist !== undefined) return JSON.stringify([resource.resourceType, 'search', ifNoneExist]);
  const given = resource['identifier'];
  const [one] = (Array.isArray(given) ? given : [given]).flatMap((each) => Identifier.safeParse(each).data ?? []);
  if (one === undefined)
    return JSON.stringify(['content', createHash('sha256').update(contentOf(resource)).digest('base64')]);
  const number = [resource.resourceType, one.system, one.value];
  if (resource.resourceType === 'Bundle') return JSON.stringify(number);
  const { status = '', issued, meta } = Versioned.safeParse(resource).data ?? {};
  return JSON.stringify([...number, status, issued ?? meta?.versionId ?? '']);
}

/** @throws ProblemError 400 where it is no search for a number: then it would not be one thing that it names */
export function ifNoneExistIn(header: string | string[] | undefined): string | undefined {
  if (header === undefined || header === '') return undefined;
  if (typeof header === 'string' && /^identifier=[^&]{1,500}$/.test(header)) return header;
  throw invalid([
    { pointer: 'header:If-None-Exist', message: 'identifier=<system>|<value>, and nothing else, is understood' },
  ]);
}
