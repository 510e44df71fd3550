import { randomUUID } from 'node:crypto';
import { Uuid } from '@stepway/contracts';
import type { AuditTrail } from '@stepway/privacy';
import type { FastifyRequest } from 'fastify';

/** More of them in a minute are not written down: who is outside must not fill the trail. */
const mostInAMinute = 60;

/** A page asks these before it knows whether anybody is signed in. */
const askedByAnyone = new Set(['/v1/session', '/v1/live']);

/** Writes down who came without a valid token or session, and for whom; or who was not signed in. */
export type UnknownCallers = (request: FastifyRequest, action?: 'sign-in') => Promise<void>;

export function recordUnknownCallers(audit: AuditTrail, now: () => Date): UnknownCallers {
  let minute = 0;
  let written = 0;
  return async (request, action) => {
    const { routeOptions, method } = request;
    if (askedByAnyone.has(routeOptions.url ?? '')) return;
    const current = Math.floor(now().getTime() / 60_000);
    if (current !== minute) [minute, written] = [current, 0];
    if (written >= mostInAMinute) return;
    written += 1;
    const [kind, id] = subjectOf(request.params);
    await audit.record({
      requestId: randomUUID(),
      actor: { id: 'unknown', kind: 'unknown', role: 'none' },
      action: action ?? (method === 'GET' ? 'read' : 'write'),
      place: `${method} ${routeOptions.url ?? ''}`,
      subjectKind: kind,
      subjectIds: id === undefined ? [] : [id],
      outcome: 'denied',
    });
  };
}

/** Only what is an id: an address may hold anything. */
function subjectOf(params: unknown): readonly ['episode' | 'patient' | 'system', string?] {
  const named = (name: string): string | undefined =>
    Uuid.safeParse(typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined).data;
  const [episodeId, patientId] = [named('episodeId'), named('patientId')];
  if (episodeId !== undefined) return ['episode', episodeId];
  return patientId === undefined ? ['system'] : ['patient', patientId];
}
