import type { FastifyRequest } from 'fastify';
import type { Resources } from '../resources.ts';
import type { Caller } from './caller.ts';
import { recordAct } from './record-act.ts';

/** What ends with a session: its streams at once, and the journeys that were opened in it in an emergency. */
export async function sessionsEnded(
  resources: Pick<Resources, 'live' | 'privacy' | 'now'>,
  request: FastifyRequest,
  by: Pick<Caller, 'actor'>,
  ended: readonly Buffer[],
): Promise<void> {
  const { live, privacy, now } = resources;
  for (const sessionHash of ended) {
    live.closeSession(sessionHash);
    const closed = await privacy.emergencies.endOfSession(sessionHash, by.actor.id, now().toISOString());
    for (const { emergencyId, episodeId } of closed)
      await recordAct(resources, request, by, {
        ...{ action: 'end-emergency', subjectKind: 'episode', subjectIds: [episodeId], emergencyId },
      });
  }
}
