const refuses = [401, 403, 404, 503] as const;

/** Subscriptions (R5 Backport) of a partner. */
export const subscriptionRoutes = [
  {
    method: 'post',
    path: '/fhir/R4/Subscription',
    operationId: 'createSubscription',
    summary: 'Asks for notifications of a topic by rest-hook; only for a partner, by its own token',
    answers: { 201: 'It is requested: the receiver has to answer a handshake' },
    refuses: [400, 401, 403, 413, 415, 422, 429, 503],
  },
  {
    method: 'get',
    path: '/fhir/R4/Subscription',
    operationId: 'searchSubscriptions',
    summary: 'The Subscriptions of the partner that asks',
    answers: { 200: 'A Bundle of type searchset' },
    refuses: [400, 401, 403, 503],
  },
  {
    method: 'get',
    path: '/fhir/R4/Subscription/{id}',
    operationId: 'readSubscription',
    summary: 'One of them',
    answers: { 200: 'The Subscription' },
    refuses,
  },
  {
    method: 'delete',
    path: '/fhir/R4/Subscription/{id}',
    operationId: 'endSubscription',
    summary: 'Ends it; what waits is not sent',
    answers: { 204: 'It has ended' },
    refuses,
  },
  {
    method: 'get',
    path: '/fhir/R4/Subscription/{id}/$status',
    operationId: 'subscriptionStatus',
    summary: 'How it stands, and how many events there were',
    answers: { 200: 'A Bundle with the status' },
    refuses,
  },
  {
    method: 'get',
    path: '/fhir/R4/Subscription/{id}/$events',
    operationId: 'subscriptionEvents',
    summary: 'Its events of some numbers, 100 at most, as far as they may be told now',
    answers: { 200: 'A Bundle as it is sent' },
    refuses: [400, 401, 403, 404, 503],
  },
] as const;
