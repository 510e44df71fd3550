import { askServerHost, text } from './ask-server-host.ts';

/**
 * A migrated, empty database on a PostgreSQL of its own that is as durable as the one of `npm start`, for measuring: the
 * server of `freshDatabase` keeps nothing on the disk. Its address is that of `stepway_app`.
 */
export async function durableDatabase(): Promise<string> {
  return text(await askServerHost('durable-database'), 'url');
}
