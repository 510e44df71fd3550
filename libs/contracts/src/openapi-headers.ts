const request = (name: string, description: string) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
});
const response = (description: string, type = 'string') => ({ description, schema: { type } });

/** What a caller may say in a header. */
export const requestHeaders = {
  idempotencyKey: request(
    'Idempotency-Key',
    'At most 128 characters. The same key and body again give the first answer; another body is refused (422)',
  ),
  ifMatch: request('If-Match', 'The version the journey must be at, as in "16"'),
  ifMatchEntry: request('If-Match', 'The version that the entry must be at; without it, the last change stands'),
  prefer: request('Prefer', '`wait=2`: wait up to 2 s until the journey has come to rest'),
  respondAsync: request(
    'Prefer',
    '`respond-async`, without which it is refused; `handling=lenient` leaves aside what is not known',
  ),
  stepwayAfter: request(
    'Stepway-After',
    '`<episodeId>=<version>`: wait up to 2 s until the read model has what was just written',
  ),
  ifNoneExist: request(
    'If-None-Exist',
    '`identifier=<system>|<value>`: what came before under it is known; the same number with another content is kept for a person',
  ),
  lastEventId: request('Last-Event-ID', 'The last event seen; what came since is sent first'),
} as const;

/** Asks what would happen. */
export const dryParameter = {
  name: 'dry',
  in: 'query',
  required: false,
  description: 'Say what would happen and what would follow by rule; store nothing',
  schema: { type: 'boolean' },
} as const;

const etag = response('The version of the journey, for `If-Match`');

/** What an answer says beside its body. */
export const responseHeaders = {
  command: {
    ETag: etag,
    'Preference-Applied': response('`wait`: the journey has come to rest'),
    'Stepway-Settled': response('`false`: it did not come to rest in the time of `Prefer: wait`'),
  },
  query: {
    'Stepway-Lag-Ms': response('How far the read model is behind the log', 'integer'),
    'Stepway-Run-Lag-Ms': response('How long the oldest journey has not been at rest', 'integer'),
    'Stepway-Stale': response('`true`: what was waited for is not in this answer'),
  },
  signedOut: {
    'Stepway-Continue-At': response('Where to end the session of the sign-in provider too, if it has a way'),
  },
  created: { Location: response('Where it is now') },
  stored: { 'Content-Location': response('Where it is told of') },
  version: { ETag: etag },
  kept: { 'Cache-Control': response('Anybody may keep it for a day') },
  retryAfter: { 'Retry-After': response('Seconds', 'integer') },
} as const;
