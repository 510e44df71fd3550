import { z } from 'zod';
import { requestHeaders, responseHeaders } from './openapi-headers.ts';
import type { ProblemStatus } from './openapi-problems.ts';
import { ProgrammeFile } from './programme/programme.ts';
import { NewPatient, PublishedProgramme } from './queries/lists.ts';
import { Preview, PreviewRequest } from './queries/preview.ts';
import { MovedJourneys, MoveJourneysRequest } from './queries/version-moves.ts';
import { SetCapacity } from './queries/waiting.ts';
import { Uuid } from './scalars.ts';

export interface PostRoute {
  readonly path: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly headers?: readonly object[];
  readonly body?: z.ZodType;
  /** Left out where nothing is answered but the status. */
  readonly answer?: z.ZodType;
  readonly answerHeaders?: object;
  readonly answers: Readonly<Record<number, string>>;
  readonly refuses: readonly ProblemStatus[];
}

/** What is sent beside the commands of a journey, as the OpenAPI document tells it. */
export const postRoutes: readonly PostRoute[] = [
  {
    path: '/v1/patients',
    operationId: 'createPatient',
    tags: ['patients'],
    summary: 'Adds a person; identity is kept apart from care, sealed',
    headers: [requestHeaders.idempotencyKey],
    body: NewPatient,
    answer: z.object({ patientId: Uuid }),
    answerHeaders: responseHeaders.created,
    answers: { 201: 'The person was added', 200: 'The same request came before' },
    refuses: [400, 403, 413, 415, 422],
  },
  {
    path: '/v1/programmes',
    operationId: 'publishProgramme',
    tags: ['programmes'],
    summary: 'Publishes a version of a programme: new episodes open on it, it never changes, nothing is moved',
    body: ProgrammeFile,
    answer: PublishedProgramme,
    answerHeaders: responseHeaders.created,
    answers: { 201: 'It was published', 200: 'The same content was published before' },
    refuses: [400, 403, 409, 413, 415],
  },
  {
    path: '/v1/programmes/{id}/{version}/preview',
    operationId: 'previewProgramme',
    tags: ['programmes'],
    summary: 'A test patient’s commands in, the journey with all that explains it out; nothing is stored',
    body: PreviewRequest,
    answer: Preview,
    answers: { 200: 'The journey that would be lived' },
    refuses: [400, 403, 404, 409, 413, 415],
  },
  {
    path: '/v1/programmes/{id}/{version}/move-journeys',
    operationId: 'moveJourneys',
    tags: ['programmes'],
    summary:
      'Moves the journeys of this version to another, page by page; without dry: false only says what would change',
    body: MoveJourneysRequest,
    answer: MovedJourneys,
    answers: { 200: 'What became of each journey' },
    refuses: [400, 403, 404, 413, 415],
  },
  {
    path: '/v1/capacity',
    operationId: 'setCapacity',
    tags: ['queries'],
    summary: 'How many places a site has at a level from now on',
    body: SetCapacity,
    answers: { 204: 'It holds from now on' },
    refuses: [400, 403, 413, 415],
  },
  {
    path: '/v1/sign-out',
    operationId: 'signOut',
    tags: ['session'],
    summary: 'Ends the browser’s session and its live streams',
    answers: { 204: 'Signed out' },
    refuses: [403],
  },
];
