import { randomUUID } from 'node:crypto';
import type { CommandAnswer, CommandRequest } from '@stepway/contracts';
import { kebab } from '@stepway/contracts/names';
import type { CommandType } from '@stepway/pathway';
import {
  addressOf,
  posts,
  questions,
  type AnswerTo,
  type ItemOf,
  type ListName,
  type PostAnswer,
  type PostBody,
  type PostName,
  type PostPlaces,
  type Question,
  type QuestionName,
} from './routes.ts';
import { send, type ClientOptions } from './send.ts';

/** How a command is sent. */
export interface CommandOptions {
  /** The same key and body again give the first answer. Default: a new one, kept over the attempts. */
  readonly idempotencyKey?: string;
  /** Only if the journey is at this version; else 412. */
  readonly ifVersion?: number;
  /** Waits so many seconds for what follows by rule. */
  readonly waitSeconds?: number;
  /** Says what would happen; stores nothing. */
  readonly dry?: boolean;
}

/**
 * Stepway's HTTP interface, typed by the contracts. Answers are given as they come: a field that this release does not
 * know is there too, and nothing fails because of it.
 * Everything rejects with StepwayProblem (the API said no) or StepwayUnreachable (nobody answered).
 */
export interface StepwayClient {
  /** Asks one question: one page of it, where it has pages. */
  ask<Name extends QuestionName>(name: Name, question: Question<Name>): Promise<AnswerTo<Name>>;
  /** All items of a list, page after page as they are read. */
  each<Name extends ListName>(name: Name, question: Question<Name>): AsyncGenerator<ItemOf<Name>, void, undefined>;
  /** A command to a journey. */
  command<Type extends Exclude<CommandType, 'OpenEpisode'>>(
    episodeId: string,
    type: Type,
    body: CommandRequest<Type>,
    options?: CommandOptions,
  ): Promise<CommandAnswer>;
  openEpisode(body: CommandRequest<'OpenEpisode'>, options?: CommandOptions): Promise<CommandAnswer>;
  /** Any other route that is posted to, by its operation. */
  post<Name extends PostName>(
    name: Name,
    places: PostPlaces<Name>,
    body: PostBody<Name>,
    options?: Pick<CommandOptions, 'idempotencyKey'>,
  ): Promise<PostAnswer<Name>>;
  /** A file, as it is. @param path of the API, with its search */
  sendFile(path: string, contentType: string, body: Uint8Array<ArrayBuffer>): Promise<unknown>;
}

export function createClient(options: ClientOptions): StepwayClient {
  const ask = async <Name extends QuestionName>(name: Name, question: Question<Name>): Promise<AnswerTo<Name>> => {
    const path = addressOf(questions[name], Object(question));
    return answerOf(await send(options, { method: 'GET', path, isRepeatable: true }));
  };
  const command = async (path: string, body: object, how: CommandOptions = {}): Promise<CommandAnswer> => {
    const { idempotencyKey = randomUUID(), ifVersion, waitSeconds, dry = false } = how;
    const headers = {
      'idempotency-key': idempotencyKey,
      ...(ifVersion !== undefined && { 'if-match': `"${ifVersion}"` }),
      ...(waitSeconds !== undefined && { prefer: `wait=${waitSeconds}` }),
    };
    const where = dry ? `${path}?dry=true` : path;
    const sent = { method: 'POST', path: where, headers, body: JSON.stringify(body), isRepeatable: true } as const;
    return answerOf(await send(options, sent));
  };
  return {
    ask,
    each: async function* (name, question) {
      for (let cursor: string | undefined; ;) {
        const asked: object = { ...Object(question), cursor };
        const page: Page<ItemOf<typeof name>> = answerOf(
          await send(options, { method: 'GET', path: addressOf(questions[name], asked), isRepeatable: true }),
        );
        yield* page.items;
        if (page.next === null) return;
        cursor = page.next;
      }
    },
    command: (episodeId, type, body, how) =>
      command(`/v1/episodes/${encodeURIComponent(episodeId)}/${kebab(type)}`, Object(body), how),
    openEpisode: (body, how) => command('/v1/episodes', body, how),
    post: async (name, places, body, { idempotencyKey } = {}) => {
      const route = posts.find(({ operationId }) => operationId === name);
      if (route === undefined) throw new TypeError(`No such route: ${name}`);
      const response = await send(options, {
        method: 'POST',
        path: addressOf(route, Object(places)),
        ...(idempotencyKey !== undefined && { headers: { 'idempotency-key': idempotencyKey } }),
        ...(body !== undefined && { body: JSON.stringify(body) }),
        isRepeatable: idempotencyKey !== undefined,
      });
      return answerOf(response);
    },
    sendFile: async (path, contentType, body) =>
      answerOf(await send(options, { method: 'POST', path, body, contentType, isRepeatable: false })),
  };
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What the contract says is there; nothing, where nothing was said. It is not checked again on this side. */
function answerOf<Answer>(text: string): Answer {
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}
