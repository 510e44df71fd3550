import { Controller, Param, Post, Req, Res, type Type } from '@nestjs/common';
import type { CommandAnswer } from '@stepway/contracts';
import { kebab } from '@stepway/contracts/names';
import { commandTypes, type CommandType } from '@stepway/pathway';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { idIn } from '../http/parse.ts';
import { commandOptions } from './command-options.ts';
import { Journeys } from './journeys.ts';

/** The route of a command. The one that opens an episode has no episode in its address yet. */
export const commandPath = (type: CommandType): string =>
  type === 'OpenEpisode' ? 'v1/episodes' : `v1/episodes/:episodeId/${kebab(type)}`;

/** One controller for each command: a new command has its route by being in the list. */
export const commandControllers: readonly Type[] = commandTypes.map(controllerOf);

function controllerOf(type: CommandType): Type {
  @Controller(commandPath(type))
  class CommandController {
    constructor(private readonly journeys: Journeys) {}

    /** 201 when an episode was opened, else 200, with the events recorded and the new version. */
    @Post()
    async send(
      @Param('episodeId') episodeId: string | undefined,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<CommandAnswer> {
      const caller = callerOf(request);
      const named = episodeId === undefined ? {} : { episodeId: idIn(episodeId) };
      const options = commandOptions(request);
      const taken = await this.journeys.send({ type, ...named, body: request.body, caller, options });
      const { answer, recorded, settled } = taken;
      const opened = type === 'OpenEpisode' && recorded;
      reply.code(opened ? 201 : 200).header('etag', `"${answer.version}"`);
      if (opened) reply.header('location', `/v1/episodes/${answer.episodeId}`);
      if (settled === true) reply.header('preference-applied', 'wait');
      if (settled === false) reply.header('stepway-settled', 'false');
      return answer;
    }
  }
  Object.defineProperty(CommandController, 'name', { value: `${type}Controller` });
  return CommandController;
}
