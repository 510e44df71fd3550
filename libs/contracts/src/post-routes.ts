import { z } from 'zod';
import { dryParameter, requestHeaders, responseHeaders } from './openapi-headers.ts';
import type { ProblemStatus } from './openapi-problems.ts';
import { ProgrammeFile } from './programme/programme.ts';
import { BreakTheGlass, OpenEmergency, ReviewEmergency } from './queries/audit.ts';
import { ChangeStaff, NewStaff, SetOnCall, SetTeam, StaffView } from './queries/directory.ts';
import { FileResult, type FileKind } from './queries/files.ts';
import { NewPatient, PublishedProgramme } from './queries/lists.ts';
import { Preview, PreviewRequest } from './queries/preview.ts';
import { DismissMessage, ReleaseMessage, SetSender } from './queries/inbox.ts';
import { SetPartner } from './queries/partners.ts';
import { RebuildView, StartRebuild } from './queries/system.ts';
import { webhookPosts } from './queries/webhook-routes.ts';
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
  /** In place of JSON: what a file holds. */
  readonly file?: FileKind;
  /** Left out where nothing is answered but the status. */
  readonly answer?: z.ZodType;
  readonly answerHeaders?: object;
  readonly answers: Readonly<Record<number, string>>;
  readonly refuses: readonly ProblemStatus[];
}

/** What is sent beside the commands of a journey, as the OpenAPI document tells it. */
export const postRoutes = [
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
    answerHeaders: responseHeaders.signedOut,
    answers: { 204: 'Signed out' },
    refuses: [403],
  },
  {
    path: '/v1/staff',
    operationId: 'addStaff',
    tags: ['directory'],
    summary: 'Adds one of the staff',
    body: NewStaff,
    answer: StaffView,
    answers: { 201: 'Added', 200: 'The same entry is there already' },
    refuses: [400, 403, 409, 413, 415],
  },
  {
    path: '/v1/staff/{staffId}',
    operationId: 'changeStaff',
    tags: ['directory'],
    summary: 'Changes an entry; who is no longer active is signed out and not let in again',
    headers: [requestHeaders.ifMatchEntry],
    body: ChangeStaff,
    answer: StaffView,
    answers: { 200: 'As it stands now' },
    refuses: [400, 403, 404, 409, 412, 413, 415],
  },
  {
    path: '/v1/teams/{teamId}',
    operationId: 'setTeam',
    tags: ['directory'],
    summary: 'Says who works together',
    body: SetTeam,
    answers: { 204: 'It holds from now on' },
    refuses: [400, 403, 413, 415],
  },
  {
    path: '/v1/on-call/{siteId}/{role}',
    operationId: 'setOnCall',
    tags: ['directory'],
    summary: 'Says who is called at a site where a role is asked at once, in order',
    body: SetOnCall,
    answers: { 204: 'It holds from now on' },
    refuses: [400, 403, 404, 413, 415],
  },
  {
    path: '/v1/sessions/{sessionId}/end',
    operationId: 'endSession',
    tags: ['session'],
    summary: 'Ends a session of anybody, with its live streams',
    answers: { 204: 'It has ended' },
    refuses: [403, 404],
  },
  {
    path: '/v1/system/parked/{episodeId}/retry',
    operationId: 'retryParked',
    tags: ['system'],
    summary: 'Asks for a parked journey to be tried again, from the log; the projector does it within seconds',
    answers: { 202: 'It will be tried' },
    refuses: [403, 404],
  },
  {
    path: '/v1/system/rebuilds',
    operationId: 'startRebuild',
    tags: ['system'],
    summary: 'Builds read models again beside the live ones and compares; with switch: true puts them in their place',
    body: StartRebuild,
    answer: RebuildView,
    answers: { 202: 'It is under way' },
    refuses: [400, 403, 409, 413, 415],
  },
  {
    path: '/v1/inbox/quarantine/{messageId}/release',
    operationId: 'releaseMessage',
    tags: ['inbox'],
    summary: 'Lets a message from outside be taken up again: with whom it speaks of, or with what it should have said',
    body: ReleaseMessage,
    answers: { 202: 'It will be taken up' },
    refuses: [400, 403, 404, 413, 415],
  },
  {
    path: '/v1/inbox/quarantine/{messageId}/dismiss',
    operationId: 'dismissMessage',
    tags: ['inbox'],
    summary: 'Says that a message from outside will not become facts; its words are erased',
    body: DismissMessage,
    answers: { 204: 'It waits no more' },
    refuses: [400, 403, 404, 413, 415],
  },
  {
    path: '/v1/senders/{senderId}',
    operationId: 'setSender',
    tags: ['inbox'],
    summary: 'Registers who may send from outside, or changes it',
    body: SetSender,
    answers: { 204: 'It holds within a second' },
    refuses: [400, 403, 404, 413, 415],
  },
  {
    path: '/v1/files/roster',
    operationId: 'sendRoster',
    tags: ['files'],
    summary: 'People who come into care, as CSV: each is added, an episode opened, and admitted where the line says so',
    headers: [dryParameter],
    file: 'roster',
    answer: FileResult,
    answers: { 200: 'What became of each line; with `dry`, what would' },
    refuses: [400, 403, 413, 415],
  },
  {
    path: '/v1/files/screens',
    operationId: 'sendScreens',
    tags: ['files'],
    summary: 'Results of drug tests, as CSV: each is recorded in the journey of its person',
    headers: [dryParameter],
    file: 'screens',
    answer: FileResult,
    answers: { 200: 'What became of each line; with `dry`, what would' },
    refuses: [400, 403, 413, 415],
  },
  {
    path: '/v1/partners/{partnerId}',
    operationId: 'setPartner',
    tags: ['partners'],
    summary: 'Registers who is told what a consent allows, or changes it',
    body: SetPartner,
    answers: { 204: 'It holds within a second' },
    refuses: [400, 403, 404, 413, 415],
  },
  ...webhookPosts,
  {
    path: '/v1/episodes/{episodeId}/break-the-glass',
    operationId: 'breakTheGlass',
    tags: ['audit'],
    summary: 'Opens one journey of elsewhere in an emergency, for a time; it is reviewed afterwards',
    body: BreakTheGlass,
    answer: OpenEmergency,
    answers: { 201: 'The journey is open to the caller', 200: 'It was open already' },
    refuses: [400, 403, 404, 409, 413, 415],
  },
  {
    path: '/v1/break-the-glass/{emergencyId}/end',
    operationId: 'endEmergency',
    tags: ['audit'],
    summary: 'Ends an emergency access of the caller’s own',
    answers: { 204: 'It has ended' },
    refuses: [403, 404],
  },
  {
    path: '/v1/break-the-glass/{emergencyId}/review',
    operationId: 'reviewEmergency',
    tags: ['audit'],
    summary: 'Says whether an emergency access was justified; if not, it also ends',
    body: ReviewEmergency,
    answers: { 204: 'It is on record' },
    refuses: [400, 403, 404, 409, 413, 415],
  },
] as const satisfies readonly PostRoute[];

export type PostRouteName = (typeof postRoutes)[number]['operationId'];
