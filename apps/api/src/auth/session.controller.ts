import { Controller, Get, Query, Req, UseInterceptors } from '@nestjs/common';
import { postRoutes, queryNames, queryRoutes, type SessionView } from '@stepway/contracts';
import { commandTypes } from '@stepway/pathway';
import type { FastifyRequest } from 'fastify';
import { parseQuery } from '../http/parse.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Resources } from '../resources.ts';
import { callerOf } from './authenticate.guard.ts';
import { ofTheHouse } from './caller.ts';
import { mayAsk, mayPost, maySend } from './permissions.ts';

/** Who is signed in. */
@Controller('v1/session')
@UseInterceptors(Freshness)
export class SessionController {
  constructor(private readonly resources: Resources) {}

  @Get()
  session(@Query() query: unknown, @Req() request: FastifyRequest): SessionView {
    parseQuery(queryRoutes.session.query, query);
    const { actor, name = null, scope, sessionHash, expiresAt } = callerOf(request);
    const { id, role } = ofTheHouse(actor);
    const { configuration, programmes } = this.resources;
    const { deployment } = configuration;
    const siteIds = programmes.sites.map((site) => site.siteId);
    const ownSites = siteIds.filter((siteId) => scope.sites?.includes(siteId) ?? true);
    const timeZone = programmes.site(ownSites[0] ?? '')?.timeZone ?? programmes.sites[0]?.timeZone ?? 'UTC';
    const timeZones = Object.fromEntries(programmes.sites.map((site) => [site.siteId, site.timeZone]));
    return {
      actor: { id, role, name, siteIds: ownSites, programmes: scope.programmes ? [...scope.programmes] : null },
      may: {
        send: commandTypes.filter((command) => maySend(role, command)),
        ask: queryNames.filter((asked) => mayAsk(role, asked)),
        post: postRoutes.map(({ operationId }) => operationId).filter((route) => mayPost(role, route)),
      },
      session:
        sessionHash === undefined
          ? null
          : { endsAt: new Date(expiresAt).toISOString(), idleMinutes: configuration.session.idleMinutes },
      // The local stack shows the demonstration clinic; a real one is given a name of its own.
      deployment: { name: deployment, demonstration: deployment === 'local', siteIds, timeZone, timeZones },
    };
  }
}
