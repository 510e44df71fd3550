import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { NewPatient, queryRoutes, type PatientRecord, type PatientView } from '@stepway/contracts';
import { PatientRequestConflict, type KnownPerson } from '@stepway/privacy';
import { keysOf, pageOf, type Page } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { uuidKey } from '../audit/cursor-keys.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { commandOptions } from '../commands/command-options.ts';
import { idIn, parseBody, parseQuery } from '../http/parse.ts';
import { invalid, notFound, ProblemError } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { translating } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';
import { Reading } from './reading.ts';

/** People are looked up so many together: of those who are found, some are perhaps not the caller's to see. */
const searchedAtOnce = 50;

/** Who people are. Nothing of it goes anywhere else. */
@Controller('v1/patients')
export class PatientsController {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
  ) {}

  /** 201 with the new id; 200 with the same id if the same request came before. */
  @Post()
  async create(
    @Body() body: unknown,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ patientId: string }> {
    const { actor } = await mustBeAllowed(this.resources, request, { post: 'createPatient' });
    const { requests, identities } = this.resources.privacy;
    parseQuery(queryRoutes.patient.query, query);
    const person = parseBody(NewPatient, body);
    this.refuseUnborn(person.birthDate);
    const idempotencyKey = commandOptions(request).idempotencyKey ?? randomUUID();
    const patientId = requests.derivedId('patient', { caller: actor.id, idempotencyKey });
    await this.reading.shows(request, { action: 'create', kind: 'patient', ids: [patientId] });
    const { created } = await identities.create(patientId, person).catch(keyReused);
    reply.code(created ? 201 : 200).header('location', `/v1/patients/${patientId}`);
    return { patientId };
  }

  @Get()
  @UseInterceptors(Freshness)
  async search(@Query() query: unknown, @Req() request: FastifyRequest): Promise<Page<PatientView>> {
    const { query: words, limit = 20, cursor } = parseQuery(queryRoutes.patients.query, query);
    await this.reading.peopleList(request);
    const after = cursor === undefined ? undefined : translating(() => patientIn(cursor));
    const { items, next } = await this.found(request, { words, limit, after });
    await this.reading.shows(request, {
      action: 'search',
      kind: 'patient',
      ids: items.map(({ patientId }) => patientId),
    });
    return { items: items.map(viewOf), next };
  }

  /** A page of those whom the caller may see: neither its end nor its cursor says anything of the others. */
  private async found(
    request: FastifyRequest,
    { words, limit, after }: { readonly words: string; readonly limit: number; readonly after: string | undefined },
  ): Promise<Page<KnownPerson>> {
    const seen: KnownPerson[] = [];
    const most = Math.max(limit + 1, searchedAtOnce);
    for (let last = after; ;) {
      const found = await this.resources.privacy.identities.search(words, most, last);
      const theirs = await this.reading.amongPeople(request, found);
      seen.push(...found.filter(({ patientId }) => theirs.has(patientId)));
      last = found.at(-1)?.patientId;
      if (seen.length > limit || found.length < most) return pageOf(seen, limit, ({ patientId }) => [patientId]);
    }
  }

  @Get(':patientId')
  @UseInterceptors(Freshness)
  async patient(
    @Param('patientId') id: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
  ): Promise<PatientRecord> {
    parseQuery(queryRoutes.patient.query, query);
    const patientId = idIn(id);
    await this.reading.person(request, patientId);
    const known = await this.resources.privacy.identities.get(patientId);
    if (known === undefined) throw notFound();
    await this.reading.shows(request, { action: 'read', kind: 'patient', ids: [patientId] });
    return recordOf(known);
  }

  /** A day that has begun nowhere on earth lies in the future. @throws ProblemError 400 */
  private refuseUnborn(birthDate: string): void {
    const latest = new Date(this.resources.now().getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
    if (birthDate > latest) throw invalid([{ pointer: '/birthDate', message: 'This lies in the future' }]);
  }
}

/** @throws CursorUnknown */
const patientIn = (cursor: string): string => uuidKey(keysOf(cursor, 'id')[0] ?? '');

const viewOf = ({ patientId, person: { name, birthDate } }: KnownPerson): PatientView => ({
  patientId,
  name: { given: name.given, family: name.family },
  birthDate,
});

function recordOf(known: KnownPerson): PatientRecord {
  const { sex, contacts, mrn, externalIds } = known.person;
  return {
    ...viewOf(known),
    ...(sex === undefined ? {} : { sex }),
    ...(contacts === undefined ? {} : { contacts: contacts.map((contact) => ({ ...contact })) }),
    ...(mrn === undefined ? {} : { mrn }),
    ...(externalIds === undefined ? {} : { externalIds: externalIds.map((id) => ({ ...id })) }),
  };
}

/** @throws ProblemError 422 */
function keyReused(error: unknown): never {
  if (!(error instanceof PatientRequestConflict)) throw error;
  throw new ProblemError({
    name: 'key-reused',
    status: 422,
    title: 'This Idempotency-Key came before with another body',
    errors: [{ pointer: 'header:Idempotency-Key', message: 'a new body needs a new key' }],
  });
}
