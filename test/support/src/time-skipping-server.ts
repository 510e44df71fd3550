import { askServerHost, text } from './ask-server-host.ts';

/** The path of Temporal's time-skipping test server, for `TestWorkflowEnvironment.createTimeSkipping`. One clock: one spec at a time. */
export async function timeSkippingServer(): Promise<string> {
  return text(await askServerHost('time-skipping'), 'program');
}
