import type { z } from 'zod';
import { invalid, type FieldFault } from './problem.ts';

/** @throws ProblemError 400 with a JSON pointer for each fault of the body */
export function parseBody<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body, { reportInput: false });
  if (parsed.success) return parsed.data;
  throw invalid(faultsOf(parsed.error, pointer));
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

/** Nobody reads more, and an answer must not grow with its request. */
const mostFaults = 100;
/** What could be a field of ours, spelt wrongly. Anything else is content in the place of a name, and not repeated. */
const fieldName = /^[A-Za-z][\w-]{0,63}$/;

type Path = readonly PropertyKey[];

const faultsOf = ({ issues }: z.core.$ZodError, at: (path: Path) => string): FieldFault[] =>
  issues.flatMap((issue) => faults(issue, at)).slice(0, mostFaults);

/** Messages that name what was expected are kept; those that would repeat what came are said anew. */
function faults(issue: z.core.$ZodIssue, at: (path: Path) => string): FieldFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      fieldName.test(key)
        ? { pointer: at([...issue.path, key]), message: 'There is no such field' }
        : { pointer: at(issue.path), message: 'A field in here has no name of ours' },
    );
  }
  if (issue.code === 'invalid_union') {
    const [first] = issue.errors.flat();
    return [{ pointer: at(issue.path), message: first?.message ?? issue.message }];
  }
  return [{ pointer: at(issue.path), message: issue.message }];
}

/** RFC 6901. */
export const pointer = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
