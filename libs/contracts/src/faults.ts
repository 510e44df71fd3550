import type { z } from 'zod';

/** Where something does not fit its schema, and what was expected there. */
export interface FieldFault {
  /** JSON pointer; `header:Name` or `query:name` for what is not in a body. */
  readonly pointer: string;
  readonly message: string;
}

type Path = readonly PropertyKey[];

/** Nobody reads more, and an answer must not grow with its request. */
const mostFaults = 100;
/** What could be a field of ours, spelt wrongly. Anything else is content in the place of a name, and not repeated. */
const fieldName = /^[A-Za-z][\w-]{0,63}$/;

/** The faults of one parse, each with its place; `at` writes the place, by default as a JSON pointer. */
export const faultsOf = ({ issues }: z.core.$ZodError, at: (path: Path) => string = pointerTo): FieldFault[] =>
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
export const pointerTo = (path: Path): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
