import { askServerHost, text } from './ask-server-host.ts';

/** An empty folder for one spec alone; it goes with the run. */
export async function freshFolder(): Promise<string> {
  return text(await askServerHost('folder'), 'dir');
}
