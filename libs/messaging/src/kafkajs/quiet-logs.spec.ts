import { logLevel, type LogEntry } from 'kafkajs';
import { quietLogs } from './quiet-logs.ts';

/** What a log gets of an entry of the client. */
function told(level: logLevel, message: string, error?: string): readonly unknown[] {
  const lines: unknown[] = [];
  const tell = (name: string) => (fields: object, text: string) => lines.push([name, text, fields]);
  const log = { message, timestamp: '', ...(error !== undefined && { error }) };
  const entry: LogEntry = { namespace: 'Consumer', level, label: '', log };
  quietLogs({ debug: tell('debug'), warn: tell('warn'), error: tell('error') })(entry);
  return lines;
}

const context = { context: 'kafkajs Consumer' };

describe('what the client of Kafka logs', () => {
  it('comes through when it is trouble', () => {
    expect(told(logLevel.ERROR, 'Offset out of range')).toEqual([['error', 'Offset out of range', context]]);
  });

  it('is quiet when the client helps itself', () => {
    expect(told(logLevel.ERROR, 'Connection error: connect')).toEqual([
      ['debug', 'Connection error: connect', context],
    ]);
    expect(told(logLevel.ERROR, 'Response', 'The coordinator is loading')).toMatchObject([
      ['debug', 'Response', context],
    ]);
  });

  it('never repeats what a handler threw: it may quote a record', () => {
    expect(told(logLevel.ERROR, 'Crash: Error: invalid input syntax: "canary\nof two lines"')).toEqual([
      ['error', 'Crash: Error', context],
    ]);
    expect(told(logLevel.ERROR, 'Error when calling eachBatch', 'canary')).toEqual([
      ['error', 'Error when calling eachBatch', context],
    ]);
    expect(told(logLevel.ERROR, 'Caught error when stopping the consumer: canary')).toEqual([
      ['error', 'Caught error when stopping the consumer', context],
    ]);
  });
});
