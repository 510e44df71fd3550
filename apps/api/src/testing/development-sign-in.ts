import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@stepway/test-support';

/** The sign-in provider of the local stack, for one spec. */
export interface DevelopmentSignIn {
  readonly address: string;
  /** The port at which it expects the API. */
  readonly apiPort: number;
  /** By which the API knows it. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function developmentSignIn(people: readonly object[]): Promise<DevelopmentSignIn> {
  const [port, apiPort] = [await freePort(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), 'stepway-sign-in-'));
  const [settings, secretFile] = [join(folder, 'settings.json'), join(folder, 'secret')];
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  const client = { id: 'stepway', secret: 'a-secret-of-a-spec', origin: `http://127.0.0.1:${apiPort}` };
  const key = { ...jwk, kid: 'spec', alg: 'ES256', use: 'sig' };
  writeFileSync(settings, JSON.stringify({ port, client, jwk: key, people }));
  writeFileSync(secretFile, `${client.secret}\n`);
  const env = { ...process.env, NODE_ENV: 'test', STEPWAY_SIGN_IN: settings };
  const program = spawn(process.execPath, ['infra/sign-in/main.mjs'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(program, 'exit');
  await new Promise<void>((resolve, reject) => {
    let said = '';
    program.stderr.on('data', (text) => {
      said += String(text);
      if (said.includes('Development sign-in at')) resolve();
    });
    void ended.then(() => reject(new Error(`The sign-in provider did not start: ${said}`)));
  });
  const address = `http://127.0.0.1:${port}`;
  return {
    address,
    apiPort,
    environment: {
      STEPWAY_OIDC_ISSUER: address,
      STEPWAY_OIDC_CLIENT_ID: client.id,
      STEPWAY_OIDC_CLIENT_SECRET_FILE: secretFile,
    },
    stop: async () => {
      program.kill('SIGTERM');
      await ended;
    },
  };
}
