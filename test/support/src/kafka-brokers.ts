import { askServerHost, text } from './ask-server-host.ts';

/** A real Kafka broker (`host:port`), shared by the specs of one run: make topics and groups of your own names. */
export async function kafkaBrokers(): Promise<string> {
  return text(await askServerHost('kafka'), 'brokers');
}
