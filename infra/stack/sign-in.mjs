import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../paths.mjs';

/** A link that signs a browser in as a coordinator, once. */
export async function signInLink(env) {
  const command = [join(root, 'apps/cli/dist/main.js'), 'sign-in'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env, cwd: root });
  return stdout.trim();
}
