import type { FastifyRequest } from 'fastify';
import type { Resources } from '../resources.ts';

/** Where browsers find us, without a slash at the end: never by what a request says of itself. */
export function publicUrl({ configuration }: Pick<Resources, 'configuration'>, request: FastifyRequest): string {
  const { publicUrl: set } = configuration;
  return set === undefined ? `http://127.0.0.1:${request.socket.localPort ?? 0}` : new URL(set).origin;
}
