import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { commandBodies, type CommandAnswer, type EventView } from '@stepway/contracts';
import type { NotRecorded, RecordRequest } from '@stepway/event-log';
import type { Actor, Command, CommandType, Journey } from '@stepway/pathway';
import { NoPatientKey } from '@stepway/privacy';
import { eventView } from '@stepway/read-models';
import { apart } from '../audit/apart.ts';
import { Access } from '../auth/access.ts';
import { ofTheHouse, type Caller, type Scope } from '../auth/caller.ts';
import { maySend } from '../auth/permissions.ts';
import { covers, type Verdict } from '../auth/policy.ts';
import { parseBody } from '../http/parse.ts';
import { invalid, notAllowed, notFound, ProblemError } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { withComingOfAge } from './coming-of-age.ts';
import type { CommandOptions } from './command-options.ts';
import { plainCommand } from './plain-command.ts';
import { mustHaveEnded } from './previous-episode.ts';
import { rejectionProblem } from './rejection-problem.ts';
import { untilAtRest } from './until-at-rest.ts';

export interface Sent {
  readonly type: CommandType;
  /** Undefined for the command that opens the episode. */
  readonly episodeId?: string;
  readonly body: unknown;
  readonly caller: Caller;
  readonly options: CommandOptions;
}

export interface Taken {
  readonly answer: CommandAnswer;
  /** Something was written. */
  readonly recorded: boolean;
  /** With `Prefer: wait`: whether the journey came to rest in time. */
  readonly settled?: boolean;
}

/** Machine-fed facts are slowed when runs are behind by so much; people's are not. */
const slowedAfterMs = 5_000;

/** Takes what people and laboratories send: checked, sealed, recorded; its run is asked for after the commit. */
@Injectable()
export class Journeys {
  constructor(
    private readonly resources: Resources,
    private readonly access: Access,
  ) {}

  /** @throws ProblemError, and what a server that is away throws */
  async send(sent: Sent): Promise<Taken> {
    try {
      return await this.take(sent);
    } catch (error) {
      const outcome = error instanceof ProblemError ? `refused-${error.problem.status}` : 'failed';
      this.resources.metrics.commands.inc({ command: sent.type, outcome });
      throw error;
    }
  }

  private async take(sent: Sent): Promise<Taken> {
    const { type, caller, options } = sent;
    const verdict = await this.verdict(sent);
    if (verdict !== 'granted') throw await this.denied(sent, verdict);
    await this.granted(sent);
    this.slowMachines(ofTheHouse(caller.actor));
    const { episodeId, request } = await this.prepare(sent);
    if (options.dry) return this.dry(episodeId, request);

    const result = await this.resources.recorder.record(request);
    this.resources.metrics.commands.inc({ command: type, outcome: result.outcome });
    switch (result.outcome) {
      case 'recorded': {
        if (result.attention) this.resources.touches.send(episodeId);
        const answer = answerWith(episodeId, result.version, result.events.map(eventView));
        const recorded = result.events.length > 0;
        return options.waitMs === undefined ? { answer, recorded } : this.rest(answer, recorded, options.waitMs);
      }
      case 'repeated': {
        const answer = answerWith(episodeId, result.version, result.events.map(eventView));
        return options.waitMs === undefined ? { answer, recorded: false } : this.rest(answer, false, options.waitMs);
      }
      default:
        // The role may send it, and the rules say: not as this journey stands.
        if (result.outcome === 'rejected' && result.rejection.type === 'RoleNotAllowed')
          await this.record(sent, 'denied');
        throw refusal(sent.type, result);
    }
  }

  private async prepare(sent: Sent): Promise<{ readonly episodeId: string; readonly request: RecordRequest }> {
    const { type, episodeId: named, body, caller, options } = sent;
    const { privacy, recorder, programmes, now } = this.resources;
    const { scope } = caller;
    const actor = ofTheHouse(caller.actor);
    const at = now().toISOString();
    const parsed = parseBody(commandBodies[type], body);
    const requestKey = { caller: actor.id, idempotencyKey: options.idempotencyKey ?? randomUUID() };
    const commandId = privacy.requests.commandId(requestKey);
    const episodeId = named ?? privacy.requests.derivedId('episode', requestKey);
    const plain = await this.withAge(await plainCommand(type, parsed, { commandId, actor, now: at }, programmes));
    mustBeOwn(plain, scope);
    await this.mustBeSeen(sent, plain);
    await mustHaveEnded(plain, episodeId, recorder);
    const patientId =
      plain.type === 'OpenEpisode' ? plain.patientId : patientOf(await recorder.knownJourney(episodeId));
    const commandHash = await privacy.requests.bodyHash(patientId, { type, body }).catch(withoutKey);
    const command = await privacy.seals.sealCommand(plain, { patientId, episodeId });
    const { ifMatch, traceparent } = options;
    return {
      episodeId,
      request: {
        ...{ episodeId, command, commandHash, now: at },
        ...(ifMatch === undefined ? {} : { ifMatch }),
        ...(traceparent === undefined ? {} : { traceparent }),
      },
    };
  }

  /**
   * By a journey of one's own the person would be seen, too: whoever is not, is not there. The denial is on record.
   * @throws ProblemError 400
   */
  private async mustBeSeen(sent: Sent, command: Command<string>): Promise<void> {
    if (command.type !== 'OpenEpisode') return;
    const { patientId } = command;
    if ((await this.access.amongPeople(sent.caller, [patientId])).has(patientId)) return;
    await this.record(sent, 'denied');
    throw noSuchPerson();
  }

  /** Of an opening, the day on which an adolescent comes of age is read where only identity is. */
  private async withAge(command: Command<string>): Promise<Command<string>> {
    if (command.type !== 'OpenEpisode') return command;
    const { privacy, programmes } = this.resources;
    const known = await privacy.identities.get(command.patientId);
    const { programme, calendar } = programmes.contextFor(command, command.occurredAt);
    const { adultAtYears } = programme.adolescents;
    return withComingOfAge(command, { birthDate: known?.person.birthDate, adultAtYears, calendar });
  }

  private async dry(episodeId: string, request: RecordRequest): Promise<Taken> {
    const result = await this.resources.recorder.dry(request);
    switch (result.outcome) {
      case 'recorded': {
        const answer = answerWith(episodeId, result.version, result.events.map(eventView));
        return { answer: { ...answer, follows: result.follows.map(eventView) }, recorded: false };
      }
      case 'repeated':
        return { answer: answerWith(episodeId, result.version, result.events.map(eventView)), recorded: false };
      default:
        throw refusal(request.command.type, result);
    }
  }

  private async rest(answer: CommandAnswer, recorded: boolean, waitMs: number): Promise<Taken> {
    const { episodeId, version, events } = answer;
    const { settled, later } = await untilAtRest(this.resources.log, { episodeId, version, waitMs });
    const all = [...events, ...later.map(eventView)];
    return { answer: answerWith(episodeId, Math.max(version, later.at(-1)?.version ?? 0), all), recorded, settled };
  }

  private async verdict({ type, caller, episodeId }: Sent): Promise<Verdict> {
    if (episodeId !== undefined) return this.access.toJourney(caller, type, episodeId);
    return maySend(caller.actor.role, type) ? 'granted' : 'forbidden';
  }

  /** A denial is on record before it is answered; of a journey that the caller may not see it is a 404. */
  private async denied(sent: Sent, verdict: Verdict): Promise<ProblemError> {
    await this.record(sent, 'denied');
    return verdict === 'unseen'
      ? notFound()
      : notAllowed(`The role ${sent.caller.actor.role} may not send this command`);
  }

  /**
   * What was done is in the log, with who did it. On record is beside it what the log does not show: a look at what would
   * happen, and that the journey was open by an emergency access alone.
   */
  private async granted(sent: Sent): Promise<void> {
    const { episodeId, options, caller } = sent;
    if (episodeId === undefined) return;
    const [part] = apart(caller, [episodeId], this.resources.now().getTime());
    if (options.dry || part?.emergencyId !== undefined) await this.record(sent, 'granted', part?.emergencyId);
  }

  private record(
    { type, caller, episodeId, options }: Sent,
    outcome: 'granted' | 'denied',
    emergencyId?: string,
  ): Promise<void> {
    return this.resources.privacy.audit.record({
      requestId: randomUUID(),
      actor: caller.actor,
      action: options.dry ? 'try' : 'command',
      place: type,
      subjectKind: 'episode',
      subjectIds: episodeId === undefined ? [] : [episodeId],
      outcome,
      ...(emergencyId !== undefined && { emergencyId }),
    });
  }

  /** @throws ProblemError 429 */
  private slowMachines({ kind }: Actor): void {
    if (kind !== 'system' || this.resources.lag.current.runMs <= slowedAfterMs) return;
    throw new ProblemError({
      name: 'slow-down',
      status: 429,
      title: 'Automatic moves are behind: facts from machines wait',
      headers: { 'retry-after': '2' },
    });
  }
}

const answerWith = (episodeId: string, version: number, events: EventView[]): CommandAnswer => ({
  episodeId,
  version,
  events,
});

/** @throws ProblemError 404 */
function patientOf(journey: Journey): string {
  if (journey.status === 'not-opened') throw notFound();
  return journey.patientId;
}

/** A site or programme outside of the caller's scope is, for the caller, not there. @throws ProblemError 400 */
function mustBeOwn(command: Command<string>, scope: Scope): void {
  if (command.type !== 'OpenEpisode') return;
  const { siteId, programme } = command;
  if (!covers({ ...scope, programmes: [programme.id] }, { siteId, programme: programme.id }))
    throw invalid([{ pointer: '/siteId', message: 'There is no such site' }]);
  if (!covers(scope, { siteId, programme: programme.id }))
    throw invalid([{ pointer: '/programme', message: 'There is no such programme' }]);
}

const noSuchPerson = (): ProblemError => invalid([{ pointer: '/patientId', message: 'There is no such person' }]);

/** @throws ProblemError 400 for a person who is not there, 409 for one whose key was erased */
function withoutKey(error: unknown): never {
  if (!(error instanceof NoPatientKey)) throw error;
  if (error.why === 'unknown') throw noSuchPerson();
  throw new ProblemError({ name: 'PersonErased', status: 409, title: 'The data of this person were erased' });
}

function refusal(command: CommandType, result: Exclude<NotRecorded, { outcome: 'repeated' }>): ProblemError {
  switch (result.outcome) {
    case 'rejected':
      return rejectionProblem(command, result.rejection);
    case 'command-reused':
      return new ProblemError({
        name: 'key-reused',
        status: 422,
        title: 'This Idempotency-Key came before with another body',
        errors: [{ pointer: 'header:Idempotency-Key', message: 'a new body needs a new key' }],
      });
    case 'version-mismatch':
      return new ProblemError({
        name: 'version-mismatch',
        status: 412,
        title: 'The journey has moved on',
        errors: [{ pointer: 'header:If-Match', message: 'not the version of the journey' }],
        extensions: { version: result.version },
        headers: { etag: `"${result.version}"` },
      });
  }
}
