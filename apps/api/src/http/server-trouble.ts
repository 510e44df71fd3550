/** Errors of our libraries that say that a server is away or too busy: asking again later is right. */
const ownCodes = new Set(['LogUnavailable', 'Contended']);
/** PostgreSQL: 08 connection, 53 out of resources, 57P shutdown, 58 system, 57014 timeout, 25006 read-only, 40 retry. */
const sqlStates = /^(08|40|53|57P|58)...?$|^57014$|^25006$/;
/** Node's errors of the network. */
const networkCodes = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_|ENOENT)/;
/** pg's own, which have no code. */
const texts =
  /^(Connection terminated|timeout exceeded|timeout expired|Client has|Query read timeout|Cannot use a pool)/;

/** Whether the request was sound and a server it needs is the trouble. */
export function isServerTrouble(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (thrown instanceof AggregateError) return thrown.errors.some(isServerTrouble);
  const code = 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';
  return ownCodes.has(code) || sqlStates.test(code) || networkCodes.test(code) || texts.test(thrown.message);
}
