// node typed.mjs <partner>: the same by @stepway/client, with the same variables. Each event once, its data typed by its name.
import { readPartnerStream } from '@stepway/client';
import { cluster } from './cluster.mjs';

const [partnerId] = process.argv.slice(2);
await readPartnerStream({
  partnerId,
  kafka: cluster,
  groupId: `stepway.partner.${partnerId}.${process.pid}`,
  handle: async (told) => {
    if (told.event === 'SessionRecorded') console.log(told.subject, told.data.attendance, told.data.startedAt);
    else if (told.event === 'ConsentEnded') console.log(told.subject, 'consent ended:', told.data.cause);
    else console.log(told.subject, told.event);
  },
});
