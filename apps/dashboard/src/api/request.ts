import { Problem } from '@stepway/contracts';
import type { z } from 'zod';
import { idleMs } from './activity.ts';
import { t } from '../texts/texts.ts';

/** The API answered with a problem document (RFC 9457). */
export class ProblemError extends Error {
  readonly code = 'problem';

  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** No answer came: the API is down, or the way to it. */
export class NoAnswerError extends Error {
  readonly code = 'no-answer';
}

/** Milliseconds that the server's clock is ahead of this machine's. A workstation may be minutes off; deadlines may not. */
let clockAheadMs = 0;
export const serverNow = (): number => Date.now() + clockAheadMs;

/** So long a question waits for what was written last: then every read model has it. */
const ownWriteMs = 5_000;
let ownWrite: { readonly episodeId: string; readonly version: number; readonly at: number } | undefined;

/** Remembers what was written here, so that what is asked next is not older (at most two seconds' wait). */
export function justWritten(episodeId: string, version: number): void {
  ownWrite = { episodeId, version, at: Date.now() };
}

const afterOwnWrite = (): Readonly<Record<string, string>> =>
  ownWrite === undefined || Date.now() - ownWrite.at > ownWriteMs
    ? {}
    : { 'stepway-after': `${ownWrite.episodeId}=${ownWrite.version}` };

/**
 * Asks the API and parses the answer.
 * @throws ProblemError if it answers with a problem, NoAnswerError if it does not answer.
 */
export async function ask<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  signal?: AbortSignal,
): Promise<z.output<Schema>> {
  return schema.parse(await answerOf(path, { signal: signal ?? null }, afterOwnWrite()));
}

/**
 * Posts a body and parses the answer.
 * @param headers beside the content's type
 * @throws ProblemError if it answers with a problem, NoAnswerError if it does not answer.
 */
export async function post<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
  headers: Readonly<Record<string, string>> = {},
): Promise<z.output<Schema>> {
  const sent = { method: 'POST', body: JSON.stringify(body) };
  return schema.parse(await answerOf(path, sent, { 'content-type': 'application/json', ...headers }));
}

/** Posts a file as it is, and parses the answer. @throws as `post` */
export async function postFile<Schema extends z.ZodType>(
  path: string,
  file: Blob,
  schema: Schema,
): Promise<z.output<Schema>> {
  return schema.parse(await answerOf(path, { method: 'POST', body: file }, { 'content-type': 'text/csv' }));
}

async function answerOf(path: string, init: RequestInit, headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(path, {
    ...init,
    headers: { accept: 'application/json', 'stepway-idle': idleSeconds(), ...headers },
  }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new NoAnswerError('The server does not answer', { cause });
  });
  readClock(response.headers.get('date'));
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ProblemError(problemOf(response, body));
  return body;
}

/** The page asks by itself, too: only what a person does keeps a session open. */
const idleSeconds = (): string => String(Math.floor(idleMs() / 1_000));

export function problemOf(response: Response, body: unknown): Problem {
  const parsed = Problem.safeParse(body);
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: response.statusText || t('states.anError'),
    status: response.status,
  };
}

function readClock(date: string | null) {
  if (date === null) return;
  const ahead = Date.parse(date) - Date.now();
  // The header has whole seconds and travelled; only a clock that is really off is corrected.
  clockAheadMs = Math.abs(ahead) > 5_000 ? ahead : 0;
}

export const isStatus = (error: unknown, status: number): boolean =>
  error instanceof ProblemError && error.problem.status === status;

/** `?a=1&b=2`, without what is not set. */
export function search(parameters: Readonly<Record<string, string | number | null | undefined>>): string {
  const set = Object.entries(parameters).flatMap(([name, value]) =>
    value === undefined || value === null || value === '' ? [] : [[name, String(value)]],
  );
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
}
