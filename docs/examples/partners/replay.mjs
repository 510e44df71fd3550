// STEPWAY_PARTNER_KEY=<file of key.mjs> node replay.mjs <address> <partner> <from>, with the variables of cluster.mjs: what happened
// from an instant on, told again by the consents that hold now; ends when all was told.
import { readFileSync } from 'node:fs';
import { createClient, partnerToken, replayPartnerEvents } from '@stepway/client';
import { cluster } from './cluster.mjs';

const [address, partnerId, from] = process.argv.slice(2);
const key = JSON.parse(readFileSync(process.env.STEPWAY_PARTNER_KEY, 'utf8'));
const { sent } = await replayPartnerEvents({
  client: createClient({ address, token: partnerToken({ address, partnerId, key }) }),
  kafka: cluster,
  ...{ partnerId, wish: { from } },
  handle: async (told) => console.log(told.subject, told.type),
});
console.log('told again:', sent);
