/** What each status says of a request that was not granted. */
export const problems = {
  400: 'Not JSON, or not the schema: `errors` has a JSON pointer for each fault',
  401: 'No valid token or session',
  403: 'You may not do this',
  404: 'Not there, or not for you to see: alike',
  409: 'Rejected by the rules: `type` is the rejection’s own name',
  412: 'The journey, or the entry, is not at the version of `If-Match`',
  413: 'The body is larger than what is taken here: 256 kB, of a file 1 MiB',
  415: 'The body is not JSON',
  422: 'The same Idempotency-Key with another body',
  429: 'Facts from machines wait while automatic moves are behind, or it was asked for too often; see Retry-After',
  503: 'The record cannot be reached, or what is asked for is being filled after an upgrade (`being-filled`, with how far it is); see Retry-After',
} as const;
export type ProblemStatus = keyof typeof problems;
