import { askServerHost, text } from './ask-server-host.ts';

/** A port of loopback that nothing listens at, and that no outgoing connection takes meanwhile. */
export async function freePort(): Promise<number> {
  return Number(text(await askServerHost('port'), 'port'));
}
