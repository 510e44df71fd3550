import { askServerHost, text } from './ask-server-host.ts';

export interface FreshDatabase {
  /** As `stepway_app`: what the programs may. */
  readonly url: string;
  /** As the superuser: what migrations may, and a spec that looks behind the programs. */
  readonly adminUrl: string;
}

/** A migrated, empty database on a real PostgreSQL, for one spec alone. Close your connections; it goes with the server. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const answer = await askServerHost('database');
  return { url: text(answer, 'url'), adminUrl: text(answer, 'adminUrl') };
}
