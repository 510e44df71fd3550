import type pg from 'pg';

/** One thing that a program needs; `check` rejects while it is not there. */
export interface Dependency {
  readonly name: string;
  check(): Promise<unknown>;
}

export interface Readiness {
  readonly ready: boolean;
  readonly dependencies: readonly { readonly name: string; readonly up: boolean; readonly durationMs: number }[];
}

/** Asks all dependencies at once; one that has not answered within `timeoutMs` (default 1 s) counts as down. */
export async function readiness(dependencies: readonly Dependency[], timeoutMs = 1_000): Promise<Readiness> {
  const answers = await Promise.all(dependencies.map((dependency) => ask(dependency, timeoutMs)));
  return { ready: answers.every(({ up }) => up), dependencies: answers };
}

export function postgresDependency(pool: pg.Pool): Dependency {
  return { name: 'postgres', check: () => pool.query('select 1') };
}

async function ask({ name, check }: Dependency, timeoutMs: number): Promise<Readiness['dependencies'][number]> {
  const begun = performance.now();
  const timeout = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => timeout.resolve(false), timeoutMs);
  const answer = check().then(
    () => true,
    () => false, // why is the log's concern; here only the fact counts
  );
  const up = await Promise.race([answer, timeout.promise]);
  clearTimeout(timer);
  return { name, up, durationMs: Math.round(performance.now() - begun) };
}
