// STEPWAY_PARTNER_KEY=<file of key.mjs> node http.mjs <address> <partner> [<after>]: the stream by HTTP, until Ctrl-C.
// Each line ends with where to go on: start it again with that.
import { readFileSync } from 'node:fs';
import { createClient, partnerToken, readPartnerEvents } from '@stepway/client';

const [address, partnerId, after] = process.argv.slice(2);
const key = JSON.parse(readFileSync(process.env.STEPWAY_PARTNER_KEY, 'utf8'));
const client = createClient({ address, token: partnerToken({ address, partnerId, key }) });
for await (const { event, resumeAfter } of readPartnerEvents({ client, partnerId, after }))
  console.log(event.subject, event.type, JSON.stringify(event.data), resumeAfter);
