import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../auth/authenticate.guard.ts';
import { publicUrl } from '../auth/public-url.ts';
import { recordAct } from '../auth/record-act.ts';
import { Resources } from '../resources.ts';
import { partnerOfAssertion } from './client-assertion.ts';
import { partnerActor, partnerTokenSeconds } from './partner-token.ts';
import { grantable } from './scopes.ts';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Why no token is given, in the words of RFC 6749 §5.2. */
type Refusal = 'invalid_request' | 'unsupported_grant_type' | 'invalid_client' | 'invalid_scope';

/** Where a partner gets its token: SMART Backend Services, by its own signature. */
@Controller('fhir/token')
@OpenToAll()
export class TokenController {
  constructor(private readonly resources: Resources) {}

  @Post()
  async token(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = body instanceof URLSearchParams ? body : new URLSearchParams();
    const twice = [...form.keys()].some((name) => form.getAll(name).length > 1);
    if (twice || form.get('client_assertion_type') !== assertionType) return this.refuse(reply, 'invalid_request');
    if (form.get('grant_type') !== 'client_credentials') return this.refuse(reply, 'unsupported_grant_type');
    const { partnerClients, unknownCallers, partnerTokens, now } = this.resources;
    const partnerId = await partnerOfAssertion(partnerClients, {
      assertion: form.get('client_assertion'),
      audience: tokenUrl(this.resources, request),
      now: now(),
    });
    const claimed = form.get('client_id');
    if (partnerId === undefined || (claimed !== null && claimed !== partnerId)) {
      await unknownCallers(request, 'sign-in');
      return this.refuse(reply, 'invalid_client');
    }
    const scopes = grantable(form.get('scope') ?? '');
    if (scopes.length === 0) return this.refuse(reply, 'invalid_scope');
    const token = await partnerTokens.sign(partnerId, scopes);
    const nobody = { subjectKind: 'system', subjectIds: [] } as const;
    await recordAct(this.resources, request, { actor: partnerActor(partnerId) }, { action: 'sign-in', ...nobody });
    this.answer(reply, 200, {
      access_token: token,
      token_type: 'bearer',
      expires_in: partnerTokenSeconds,
      scope: scopes.join(' '),
    });
  }

  private refuse(reply: FastifyReply, error: Refusal): void {
    this.answer(reply, error === 'invalid_client' ? 401 : 400, { error });
  }

  private answer(reply: FastifyReply, status: number, body: object): void {
    reply.code(status).type('application/json; charset=utf-8');
    reply.header('cache-control', 'no-store').header('pragma', 'no-cache').send(JSON.stringify(body));
  }
}

/** Whom an assertion has to be meant for. */
export const tokenUrl = (resources: Pick<Resources, 'configuration'>, request: FastifyRequest): string =>
  `${publicUrl(resources, request)}/fhir/token`;
