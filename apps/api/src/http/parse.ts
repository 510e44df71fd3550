import { faultsOf, Uuid } from '@stepway/contracts';
import type { z } from 'zod';
import { invalid, notFound } from './problem.ts';

/** @throws ProblemError 400 with a JSON pointer for each fault of the body */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body, { reportInput: false });
  if (parsed.success) return parsed.data;
  throw invalid(faultsOf(parsed.error));
}

/** @throws ProblemError 400 that names the parameters */
export function parseQuery<Schema extends z.ZodType>(schema: Schema, query: unknown): z.output<Schema> {
  const parsed = schema.safeParse(query, { reportInput: false });
  if (parsed.success) return parsed.data;
  throw invalid(
    faultsOf(parsed.error, (path) => `query:${path.join('.')}`),
    'The query does not fit its schema',
  );
}

/** An id in a path, in small letters as everywhere inside. @throws ProblemError 404 */
export function idIn(text: string): string {
  const id = Uuid.safeParse(text);
  if (!id.success) throw notFound();
  return id.data;
}

/** The number of a version in a path; `1.0` and `0x1` are not what anybody published. @throws ProblemError 404 */
export function versionNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw notFound();
  return Number(text);
}
