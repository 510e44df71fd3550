import { logLevel, type LogEntry } from 'kafkajs';
import type { Notices } from '../messaging.ts';

/** Normal on a fresh or moving broker: the client repeats the call by itself. */
const passing =
  /coordinator|leader|rebalanc|not available|loading|ECONNREFUSED|ECONNRESET|Connection (error|timeout)|socket|broker (is )?not connected|Request .* timed out/i;

/** The client's own words at most at `debug` when it helps itself; never the text of an error, which may quote a record. */
export function quietLogs(notices: Notices): (entry: LogEntry) => void {
  return ({ namespace, level, log }) => {
    const fields = { context: `kafkajs ${namespace}` };
    const message = withoutWordsOfErrors(log.message);
    const reason = typeof log['error'] === 'string' ? log['error'] : '';
    if (level > logLevel.WARN || passing.test(log.message) || passing.test(reason)) notices.debug(fields, message);
    else if (level === logLevel.WARN) notices.warn(fields, message);
    else notices.error(fields, message);
  };
}

/** `Crash: Error: <text>` repeats what a handler threw, and that may be PostgreSQL quoting a value. */
function withoutWordsOfErrors(message: string): string {
  return message.replace(/^(Crash: \w+|Caught error[^:]*): .*$/s, '$1');
}
