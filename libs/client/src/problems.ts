/** What the API said when it did not do what was asked (RFC 9457), as it came: later fields are there too. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** The trace of the request, for whoever looks into it. */
  readonly instance?: string;
  /** Which fields do not fit, by JSON pointer. */
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  readonly [field: string]: unknown;
}

/** The API refused. Match by `status` or `problem`, the last part of the problem's type: `EpisodeAlreadyOpen`. */
export class StepwayProblem extends Error {
  readonly code = 'STEPWAY_PROBLEM';
  readonly status: number;
  readonly problem: string;
  readonly details: ProblemDetails;
  /** How long the API asks to be left alone; 0 where it does not say. */
  readonly retryAfterMs: number;

  constructor(details: ProblemDetails, retryAfterMs: number) {
    super(`${details.status} ${details.title}`);
    this.name = 'StepwayProblem';
    this.status = details.status;
    this.problem = details.type.slice(details.type.lastIndexOf('/') + 1);
    this.details = details;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer came, at any attempt: whether the last one was heard is not known. */
export class StepwayUnreachable extends Error {
  readonly code = 'STEPWAY_UNREACHABLE';
  constructor(cause: unknown) {
    super('Stepway did not answer', { cause });
    this.name = 'StepwayUnreachable';
  }
}

/** The problem of an answer that is not 2xx; one is made of the status where something between us answered. */
export async function problemOf(response: Response): Promise<StepwayProblem> {
  const { status, headers } = response;
  const said: unknown = await response.json().catch(() => undefined);
  const known = typeof said === 'object' && said !== null ? said : {};
  const details = { type: 'about:blank', title: `The API answered ${status}`, ...known, status };
  return new StepwayProblem(details, retryAfterMs(headers.get('retry-after')));
}

/** Seconds or a date (RFC 9110 §10.2.3). */
function retryAfterMs(header: string | null): number {
  if (header === null) return 0;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}
