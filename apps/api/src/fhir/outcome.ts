import type { ProblemOptions } from '../http/problem.ts';

export const fhirJson = 'application/fhir+json; charset=utf-8';

/** Codes of R4's IssueType that are used here. */
type IssueCode =
  | 'invalid'
  | 'login'
  | 'forbidden'
  | 'not-found'
  | 'too-long'
  | 'not-supported'
  | 'processing'
  | 'conflict'
  | 'duplicate'
  | 'incomplete'
  | 'informational'
  | 'transient'
  | 'throttled'
  | 'exception';

interface Issue {
  readonly severity: 'error' | 'warning' | 'information';
  readonly code: IssueCode;
  readonly details: { readonly text: string };
  readonly diagnostics?: string;
  readonly expression?: readonly string[];
}

export interface OperationOutcome {
  readonly resourceType: 'OperationOutcome';
  /** By which the line of the log is found. */
  readonly id?: string;
  readonly issue: readonly [Issue, ...Issue[]];
}

/** @param leftAside names of what was asked with and not understood, where the caller is lenient */
export const outcome = (
  severity: Issue['severity'],
  code: IssueCode,
  text: string,
  leftAside: readonly string[] = [],
): OperationOutcome => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, details: { text } }, ...leftAside.map(issueOf)],
});

/** That something was left aside, as `handling=lenient` allows. */
export function outcomeOfLeftAside([first, ...others]: readonly string[]): OperationOutcome | undefined {
  if (first === undefined) return undefined;
  return { resourceType: 'OperationOutcome', issue: [issueOf(first), ...others.map(issueOf)] };
}

const issueOf = (name: string): Issue => ({
  ...{ severity: 'warning', code: 'not-supported', details: { text: 'Left aside: it is not understood here' } },
  diagnostics: name,
});

const codes: ReadonlyMap<number, IssueCode> = new Map([
  [400, 'invalid'],
  [401, 'login'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'conflict'],
  [413, 'too-long'],
  [415, 'not-supported'],
  [422, 'processing'],
  [429, 'throttled'],
  [503, 'transient'],
]);

/** A refusal in R4's own form. Its texts are ours, as those of problem details. */
export function outcomeOf({ status, title, detail, errors = [] }: ProblemOptions, instance: string): OperationOutcome {
  const code = codes.get(status) ?? 'exception';
  const [first, ...others] = errors.map(({ pointer, message }): Issue => ({
    ...{ severity: 'error', code, details: { text: title }, diagnostics: message },
    ...(/^[A-Z]/.test(pointer) && { expression: [pointer] }),
    ...(pointer.startsWith('header:') && { expression: [`http.${pointer.slice('header:'.length)}`] }),
  }));
  const whole: Issue = {
    ...{ severity: 'error', code, details: { text: title } },
    ...(detail !== undefined && { diagnostics: detail }),
  };
  return { resourceType: 'OperationOutcome', id: instance, issue: first ? [first, ...others] : [whole] };
}
