/** Errors of our libraries that say that a server is away or too busy: asking again later is right. */
const ownCodes = new Set(['LogUnavailable', 'Contended']);
/** PostgreSQL: 08 connection, 53 out of resources, 57P shutdown, 58 system, 57014 timeout, 25006 read-only, 40 retry. */
const sqlStates = /^(08|40|53|57P|58)...?$|^57014$|^25006$/;
/** Node's errors of the network. */
const networkCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOENT)/;
/** pg's own, which have no code. */
const texts =
  /^(Connection terminated|timeout exceeded|timeout expired|Client has|Query read timeout|Cannot use a pool)/;

/** Whether the request was sound and a server it needs is the trouble. By shape: `instanceof` ends at a realm. */
export function isServerTrouble(thrown: unknown): boolean {
  if (typeof thrown !== 'object' || thrown === null) return false;
  if ('errors' in thrown && Array.isArray(thrown.errors) && thrown.errors.some(isServerTrouble)) return true;
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  const message = 'message' in thrown && typeof thrown.message === 'string' ? thrown.message : '';
  return ownCodes.has(code) || sqlStates.test(code) || networkCodes.test(code) || texts.test(message);
}
