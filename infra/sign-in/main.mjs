// A sign-in provider for development: a standard OpenID Connect provider that asks who you are and believes you.
import { readFileSync } from 'node:fs';
import { startProvider } from './provider.mjs';

const { NODE_ENV, STEPWAY_SIGN_IN } = process.env;
if (NODE_ENV === 'production') {
  console.error('The development sign-in lets anybody in as anybody: it does not run in production.');
  process.exit(1);
}
const { address, stop } = await startProvider(JSON.parse(readFileSync(STEPWAY_SIGN_IN, 'utf8')));
console.error(`Development sign-in at ${address}`);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop().then(() => process.exit(0)));
