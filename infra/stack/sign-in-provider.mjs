import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { freePort } from '../ports.mjs';
import { launch } from '../processes.mjs';
import { keptPassword } from '../secrets.mjs';
import { people } from '../sign-in/people.mjs';
import { until } from '../waiting.mjs';

/**
 * The development sign-in provider, unless the environment names another.
 * @param options.http where browsers find the API
 * @param options.wish the port, if it is free
 * @returns `{ signIn, env, answers() }`: its address (undefined if it is another's), the settings by which the API knows
 *   it, and when it is there
 */
export async function startSignIn({ dir, http, keep, wish }) {
  const { NODE_ENV = 'development', STEPWAY_OIDC_ISSUER } = process.env;
  if (STEPWAY_OIDC_ISSUER) return { env: {} };
  if (NODE_ENV === 'production')
    throw new Error('In production people sign in by a provider of yours: set STEPWAY_OIDC_ISSUER.');
  const port = await freePort(wish);
  const secretFile = join(dir, 'sign-in-secret');
  const settingsFile = join(dir, 'sign-in.json');
  const client = { id: 'stepway', secret: keptPassword(secretFile), origin: new URL(http).origin };
  const { staff } = JSON.parse(readFileSync(people, 'utf8'));
  writeFileSync(
    settingsFile,
    JSON.stringify({ port, client, jwk: keptKey(join(dir, 'sign-in-key.json')), people: staff }),
    {
      mode: 0o600,
    },
  );
  const env = { ...process.env, NODE_ENV, STEPWAY_SIGN_IN: settingsFile };
  const command = [process.execPath, join(root, 'infra/sign-in/main.mjs')];
  await keep('sign-in', async () => launch({ name: 'sign-in', dir, env, cwd: root, command }));
  const signIn = `http://127.0.0.1:${port}`;
  return {
    signIn,
    answers: () =>
      until('the sign-in provider', async () => (await fetch(`${signIn}/.well-known/openid-configuration`)).ok),
    env: {
      STEPWAY_OIDC_ISSUER: signIn,
      STEPWAY_OIDC_CLIENT_ID: client.id,
      STEPWAY_OIDC_CLIENT_SECRET_FILE: secretFile,
    },
  };
}

/** The key that signs what the provider says: kept, so that a restart is not noticed. */
function keptKey(file) {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const labels = { kid: randomBytes(6).toString('hex'), alg: 'ES256', use: 'sig' };
    writeFileSync(file, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...labels }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}
