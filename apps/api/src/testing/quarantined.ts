import { randomUUID } from 'node:crypto';
import { Sender } from '@stepway/contracts';
import type { RunningApi } from './running-api.ts';

const sender = Sender.parse({
  senderId: 'north',
  title: 'North laboratory',
  active: true,
  commands: ['RecordDrugTestResult'],
  siteIds: ['main'],
  timeZone: 'UTC',
  numbers: [],
});

/** A message of a registered laboratory, about whom nobody could be found. */
export async function quarantined({ resources }: RunningApi, words = 'PID|1||canary'): Promise<string> {
  const { inbox } = resources;
  await inbox.senders.set(sender, 'administrator-1');
  const arrival = {
    channel: 'hl7v2',
    senderId: sender.senderId,
    sourceId: randomUUID(),
    body: Buffer.from(words),
  } as const;
  const { messageId } = await inbox.receive(arrival);
  await inbox.taking.take(100);
  await inbox.taking.settle(messageId, { state: 'quarantined', reason: 'nobody-found', questions: [], outcome: [] });
  return messageId;
}
