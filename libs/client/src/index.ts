export { createClient, type CommandOptions, type StepwayClient } from './client.ts';
export { type ClientOptions } from './send.ts';
export { type ItemOf, type ListName, type PostAnswer, type PostBody, type Question } from './routes.ts';
export { type ProblemDetails, StepwayProblem, StepwayUnreachable } from './problems.ts';
export { partnerToken, type PartnerTokenOptions } from './partner-token.ts';
export { NotAPartnerEvent, type PartnerEvent } from './partner-events.ts';
export { readPartnerStream, type PartnerStreamOptions, type ReadingStream } from './partner-stream.ts';
export { readWebhook, WebhookRefused, type WebhookRequest } from './webhook.ts';
