/** What a log says of an error. */
export interface ErrorDescription {
  readonly type: string;
  readonly code?: string;
  /** Only where the text is known to hold no input. */
  readonly message?: string;
  /** Where it was thrown: the frames without the text above them. */
  readonly frames?: readonly string[];
  readonly cause?: ErrorDescription;
}

/**
 * Errors quote their input: PostgreSQL the value, JSON the text, a parser the field. So a message is shown only for
 * errors that are known to hold none: our own (a constant `code`), those of the operating system and of the clients.
 */
export function describeError(thrown: unknown): ErrorDescription {
  return describe(thrown, 3);
}

function describe(thrown: unknown, depth: number): ErrorDescription {
  if (!(thrown instanceof Error)) return { type: typeof thrown };
  const code = codeOf(thrown);
  const frames = framesOf(thrown);
  return {
    type: thrown.name,
    ...(code === undefined ? {} : { code }),
    ...(mayShowMessage(thrown, code) ? { message: thrown.message.slice(0, 500) } : {}),
    ...(frames.length === 0 ? {} : { frames }),
    ...(thrown.cause === undefined || depth === 0 ? {} : { cause: describe(thrown.cause, depth - 1) }),
  };
}

const ownOrSystemCode = /^[A-Z][A-Za-z_]{2,}$/; // words: KEYS_UNREADABLE, ECONNREFUSED; not SQL's 23505
const quotesInput = /^(ERR|FST_ERR)_/; // Node's own and Fastify's: an address, a content type, an argument
const clientErrors = /^(KafkaJS|ServiceError|TransportError|ConnectionError|WorkflowNotFoundError|ActivityFailure)/;

function mayShowMessage(error: Error, code: string | undefined): boolean {
  if (error instanceof SyntaxError) return false;
  if (code !== undefined && ownOrSystemCode.test(code) && !quotesInput.test(code)) return true;
  return clientErrors.test(error.name);
}

function codeOf(error: Error): string | undefined {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Za-z0-9_]{1,64}$/.test(code) ? code : undefined;
}

/** As V8 writes them. */
const frame = /^ {4}at (?:(?:.+ )?\(?(?:file:\/\/|node:|\/).*:\d+:\d+\)?|.+ \(<anonymous>\))$/;

/** A message of several lines may look like frames; it stands above them. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const said = stack.indexOf(message);
  return stack
    .slice(said === -1 ? 0 : said + message.length)
    .split('\n')
    .filter((line) => frame.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
}
