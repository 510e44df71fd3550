import { problemType, type FieldFault, type Problem } from '@stepway/contracts';
import type { Filling } from '@stepway/read-models';

export interface ProblemOptions {
  /** The last part of `type`, in kebab-case or a rejection's own name. */
  readonly name: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldFault[];
  /** Ids and figures needed to act, beside the standard members. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that is a refusal (RFC 9457). Its texts are ours: they never repeat input. */
export class ProblemError extends Error {
  readonly code = 'PROBLEM';
  constructor(
    readonly problem: ProblemOptions,
    options?: ErrorOptions,
  ) {
    super(problem.title, options);
    this.name = 'ProblemError';
  }
}

export function problemBody(
  { name, status, title, detail, errors, extensions }: ProblemOptions,
  instance: string,
): Problem {
  return {
    ...extensions,
    type: problemType(name),
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    instance,
    ...(errors === undefined ? {} : { errors: [...errors] }),
  };
}

export const invalid = (errors: readonly FieldFault[], title = 'The request does not fit its schema'): ProblemError =>
  new ProblemError({ name: 'invalid-request', status: 400, title, errors });

/** The same whether it is not there or may not be seen. */
export const notFound = (): ProblemError =>
  new ProblemError({ name: 'not-found', status: 404, title: 'There is nothing here that you may see' });

export const notSignedIn = (detail?: string): ProblemError =>
  new ProblemError({
    name: 'not-signed-in',
    status: 401,
    title: 'A valid bearer token or session is needed',
    ...(detail === undefined ? {} : { detail }),
    headers: { 'www-authenticate': 'Bearer realm="stepway"' },
  });

export const notAllowed = (detail: string): ProblemError =>
  new ProblemError({ name: 'not-allowed', status: 403, title: 'You may not do this', detail });

/** Not as if nobody were there: what an upgrade added is being filled, and it is said how far. */
export const beingFilled = ({ model, journeys, of }: Pick<Filling, 'model' | 'journeys' | 'of'>): ProblemError =>
  new ProblemError({
    name: 'being-filled',
    status: 503,
    title: 'What was asked for is being filled from the record after an upgrade',
    extensions: { filling: { model, journeys, of } },
    headers: { 'retry-after': '2' },
  });

export const unavailable = (cause?: unknown): ProblemError =>
  new ProblemError(
    {
      name: 'unavailable',
      status: 503,
      title: 'The record cannot be reached at this moment',
      detail: 'Whether this request was recorded is not known. Send it again with the same Idempotency-Key.',
      headers: { 'retry-after': '2' },
    },
    { cause },
  );
