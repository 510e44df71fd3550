import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Downloaded and built servers: made once, shared by all clones of one person. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'stepway');

/** Data, keys, logs and pid files of the local stack. */
export const dataDir = resolve(root, process.env.STEPWAY_DATA_DIR || '.stepway');
