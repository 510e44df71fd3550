import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../auth/authenticate.guard.ts';
import { notFound } from '../http/problem.ts';

/** The built dashboard; the working directory is the project's root. */
export const dashboardDir = (environment: Readonly<Record<string, string | undefined>>): string =>
  resolve(environment['STEPWAY_DASHBOARD_DIR'] || join('apps', 'dashboard', 'dist'));

const pages = 'index.html';

/** Everything that is no route of ours: a file of the dashboard, or one of its pages, which it draws itself. */
@Controller()
@OpenToAll()
export class DashboardController {
  @Get('*')
  async file(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [path = '/'] = request.url.split('?');
    if (/^\/(v1|health|fhir)(\/|$)/.test(path)) throw notFound();
    reply.helmet();
    const root = dashboardDir(process.env);
    if (path.startsWith('/assets/')) {
      reply.header('cache-control', 'public, max-age=31536000, immutable');
      return reply.sendFile(path.slice(1), root, { cacheControl: false });
    }
    if (/\.[a-z0-9]+$/.test(path) && path !== `/${pages}`) return reply.sendFile(path.slice(1), root);
    if (!existsSync(join(root, pages))) throw notFound();
    reply.header('cache-control', 'no-store');
    return reply.sendFile(pages, root, { cacheControl: false });
  }
}
