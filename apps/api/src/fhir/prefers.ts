import type { FastifyRequest } from 'fastify';

/** Whether `Prefer` says so (RFC 7240), as in `respond-async` or `handling=lenient`. */
export const prefers = ({ headers }: Pick<FastifyRequest, 'headers'>, wish: string): boolean =>
  String(headers['prefer'] ?? '')
    .split(/[,;]/)
    .some((said) => said.trim().toLowerCase() === wish);
