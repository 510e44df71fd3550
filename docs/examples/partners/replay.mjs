// STEPWAY_PARTNER_KEY=<file of key.mjs> node replay.mjs <address> <brokers> <partner> <from>: what happened from an instant
// on, told again by the consents that hold now; ends when all was told.
import { readFileSync } from 'node:fs';
import { createClient, partnerToken, replayPartnerEvents } from '@stepway/client';

const [address, brokers, partnerId, from] = process.argv.slice(2);
const key = JSON.parse(readFileSync(process.env.STEPWAY_PARTNER_KEY, 'utf8'));
const { sent } = await replayPartnerEvents({
  client: createClient({ address, token: partnerToken({ address, partnerId, key }) }),
  kafka: { brokers: brokers.split(',') },
  ...{ partnerId, wish: { from } },
  handle: async (told) => console.log(told.subject, told.type),
});
console.log('told again:', sent);
