import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { MoveJourneysRequest, type MovedJourneys } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { parseBody, versionNumber } from '../http/parse.ts';
import { notFound } from '../http/problem.ts';
import { Reading } from '../queries/reading.ts';
import { Resources } from '../resources.ts';
import { programmeNamed } from './plain-command.ts';
import { VersionMoves } from './version-moves.ts';

/** Moving the journeys of one version to another, with a preview of each. */
@Controller('v1/programmes/:id/:version/move-journeys')
export class VersionMovesController {
  constructor(
    private readonly resources: Resources,
    private readonly moves: VersionMoves,
    private readonly reading: Reading,
  ) {}

  @Post()
  @HttpCode(200)
  async move(
    @Param('id') id: string,
    @Param('version') version: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<MovedJourneys> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'moveJourneys' });
    const { programmes } = this.resources;
    const from = programmes.find({ id, version: versionNumber(version) });
    if (from === undefined || !(caller.scope.programmes?.includes(id) ?? true)) throw notFound();
    const asked = parseBody(MoveJourneysRequest, body);
    const to = await programmeNamed(asked.to, programmes, '/to');
    const page = await this.moves.page({ from: { id, version: from.version }, to, request: asked, caller });
    const ids = page.items.filter(isShown).map(({ episodeId }) => episodeId);
    await this.reading.shows(request, { action: 'list', kind: 'episode', ids });
    return page;
  }
}

/** One that is not there, or not the caller's to see, tells nothing of anybody. */
const isShown = (item: MovedJourneys['items'][number]): boolean => item.refusal?.name !== notFound().problem.name;
