import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';

/**
 * The folder `name` of the cache, made by `fill(folder)` if it is not there yet.
 * It is filled under another name and renamed when complete, so half a download never counts,
 * and two clones that fetch at once do not disturb each other.
 * @param proof a file inside that a complete folder has
 */
export async function cached(name, proof, fill) {
  const home = join(cacheDir, name);
  if (existsSync(join(home, proof))) return home;

  mkdirSync(cacheDir, { recursive: true });
  const draft = mkdtempSync(join(cacheDir, `.${name}-`));
  try {
    await fill(draft);
    rmSync(home, { recursive: true, force: true });
    renameSync(draft, home);
  } catch (error) {
    // Another clone was first: its result is as good as ours.
    if (!existsSync(join(home, proof))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return home;
}
