import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../auth/authenticate.guard.ts';
import { Resources } from '../resources.ts';
import { assertionAlgorithms } from './client-assertion.ts';
import { scopesSupported } from './scopes.ts';
import { tokenUrl } from './token.controller.ts';

/** How a token is got, as programs look it up (SMART App Launch 2). */
@Controller(['.well-known/smart-configuration', 'fhir/R4/.well-known/smart-configuration'])
@OpenToAll()
export class SmartController {
  constructor(private readonly resources: Resources) {}

  @Get()
  configuration(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const token = tokenUrl(this.resources, request);
    const configuration = {
      token_endpoint: token,
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      token_endpoint_auth_signing_alg_values_supported: assertionAlgorithms,
      grant_types_supported: ['client_credentials'],
      scopes_supported: scopesSupported,
      // Asked for by SMART of every server; there is no authorization by a browser here.
      code_challenge_methods_supported: ['S256'],
      capabilities: ['client-confidential-asymmetric', 'permission-v1', 'permission-v2'],
    };
    reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
    reply.send(JSON.stringify(configuration));
  }
}
