import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FhirRouteName, Sender } from '@stepway/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../auth/authenticate.guard.ts';
import type { Caller } from '../auth/caller.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { placeOf } from '../auth/place-of.ts';
import { recordAct } from '../auth/record-act.ts';
import { idIn } from '../http/parse.ts';
import { invalid, notAllowed, notFound, ProblemError } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { outcomeFor, outcomeOfStatus, placeOfMessage, transactionResponse } from './answers.ts';
import { takeBatch } from './batch.ts';
import { capabilityStatement } from './capabilities.ts';
import { ifNoneExistIn, resourceIn } from './fhir-body.ts';
import { fhirJson } from './outcome.ts';
import { FhirArrivals } from './receive.ts';

const routes = {
  '': { name: 'receiveFhirTransaction', takes: 'Bundle' },
  Bundle: { name: 'receiveFhirBundle', takes: 'Bundle' },
  Observation: { name: 'receiveFhirObservation', takes: 'Observation' },
  DiagnosticReport: { name: 'receiveFhirReport', takes: 'DiagnosticReport' },
  Encounter: { name: 'receiveFhirEncounter', takes: 'Encounter' },
} as const satisfies Readonly<Record<string, { readonly name: FhirRouteName; readonly takes: string }>>;

/** Facts from outside by FHIR R4: stored before they are answered, and nothing more; the intake makes facts of them. */
@Controller('fhir/R4')
export class FhirController {
  constructor(
    private readonly resources: Resources,
    private readonly arrivals: FhirArrivals,
  ) {}

  @Post()
  transaction(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('', body, request, reply);
  }

  @Post('Bundle')
  bundle(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('Bundle', body, request, reply);
  }

  @Post('Observation')
  observation(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('Observation', body, request, reply);
  }

  @Post('DiagnosticReport')
  report(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('DiagnosticReport', body, request, reply);
  }

  @Post('Encounter')
  encounter(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.take('Encounter', body, request, reply);
  }

  @Get('received/:messageId')
  async received(
    @Param('messageId') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sender } = await this.senderOf(request, 'fhirReceived');
    const status = await this.resources.inbox.statusOf(idIn(id));
    if (status?.senderId !== sender.senderId) throw notFound();
    this.answer(reply, 200, outcomeOfStatus(status));
  }

  @Get('metadata')
  @OpenToAll()
  capabilities(@Res() reply: FastifyReply): void {
    this.answer(reply, 200, capabilityStatement);
  }

  private async take(
    route: keyof typeof routes,
    body: unknown,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { name, takes } = routes[route];
    const { caller, sender } = await this.senderOf(request, name);
    const resource = resourceIn(body);
    if (resource.resourceType !== takes)
      throw invalid(
        [{ pointer: 'Resource', message: `This address takes a ${takes}` }],
        'This is another kind of resource',
      );
    const isBatch = resource.resourceType === 'Bundle' && resource['type'] === 'batch';
    if (route === '' && !isBatch && resource['type'] !== 'transaction')
      throw invalid(
        [{ pointer: 'Bundle.type', message: 'This address takes a transaction or a batch' }],
        'This is no transaction',
      );
    const ifNoneExist = ifNoneExistIn(request.headers['if-none-exist']);
    const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
    await this.mustHaveRoom();
    if (isBatch) {
      const { bundle, messageIds } = await takeBatch(resource, sender, this.arrivals);
      await this.record(request, caller, messageIds);
      return this.answer(reply, 200, bundle);
    }
    const parts = await this.arrivals.receive({ resource, sender, ifNoneExist, body: bytes });
    const messageIds = parts.map(({ messageId }) => messageId);
    await this.record(request, caller, messageIds);
    const { entry } = resource;
    if (resource['type'] === 'transaction' && Array.isArray(entry))
      return this.answer(reply, 200, transactionResponse(entry.length, parts));
    const [first] = messageIds;
    // Of several persons there are several places: none of them is that of the whole.
    if (first !== undefined && messageIds.length === 1) reply.header('content-location', placeOfMessage(first));
    this.answer(reply, 202, outcomeFor(parts));
  }

  /** Who sent is on record before it is answered; what was sent is not. */
  private record(request: FastifyRequest, caller: Caller, messageIds: readonly string[]): Promise<void> {
    return recordAct(this.resources, request, caller, {
      action: 'write',
      subjectKind: 'system',
      subjectIds: messageIds,
    });
  }

  /** @throws ProblemError 429: what waits already is taken first, and the sender keeps the rest */
  private async mustHaveRoom(): Promise<void> {
    if (await this.resources.inbox.hasRoom()) return;
    throw new ProblemError({
      name: 'slow-down',
      status: 429,
      title: 'Too many messages wait to be taken: send it again later',
      headers: { 'retry-after': '30' },
    });
  }

  /** @throws ProblemError 403; the denial is on record */
  private async senderOf(
    request: FastifyRequest,
    route: FhirRouteName,
  ): Promise<{ readonly caller: Caller; readonly sender: Sender }> {
    const caller = await mustBeAllowed(this.resources, request, { fhir: route });
    const sender = await this.resources.inbox.senders.ofFhir(caller.actor.id);
    if (sender !== undefined) return { caller, sender };
    await recordAct(this.resources, request, caller, {
      ...{ action: 'write', subjectKind: 'system', subjectIds: [], outcome: 'denied', place: placeOf(request) },
    });
    throw notAllowed('The subject of this token is not registered as a sender');
  }

  private answer(reply: FastifyReply, status: number, resource: object): void {
    reply.code(status).type(fhirJson).header('cache-control', 'no-store').send(JSON.stringify(resource));
  }
}
