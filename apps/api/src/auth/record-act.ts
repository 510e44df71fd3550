import { randomUUID } from 'node:crypto';
import type { Access } from '@stepway/privacy';
import type { FastifyRequest } from 'fastify';
import type { Resources } from '../resources.ts';
import type { Caller } from './caller.ts';
import { placeOf } from './place-of.ts';

/** Writes down what somebody is about to do that is no command to a journey. Rejects if it cannot: then it is not done. */
export const recordAct = (
  { privacy }: Pick<Resources, 'privacy'>,
  request: FastifyRequest,
  { actor }: Pick<Caller, 'actor'>,
  act: Pick<Access, 'action' | 'subjectKind' | 'subjectIds'> & Partial<Access>,
): Promise<void> =>
  privacy.audit.record({
    ...{ requestId: randomUUID(), actor, place: placeOf(request), outcome: 'granted' },
    ...act,
  });
