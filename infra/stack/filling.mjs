import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** So long nothing may come on before it is said. */
const patienceMs = 60_000;
const everyMs = 200;

/** Something keeps the read models from being filled; it is tried again, and the boards say so meanwhile. */
export class NotFilled extends Error {
  constructor(trouble) {
    super(`Read models could not be filled yet: ${trouble}. It is tried again; until then what needs them says so`);
  }
}

const sql = `SELECT count(*)::int AS tables, coalesce(max(folded), 0) AS folded, coalesce(max(to_fold), 0) AS to_fold,
  max(trouble) AS trouble FROM read.coverage WHERE whole_since IS NULL OR shape = ''`;

/** Watches the projector fill the tables that an upgrade added, and build again those whose rows it changed. */
export async function watchFilling(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const look = async () => (await client.query(sql)).rows[0];
  return {
    isWhole: async () => (await look()).tables === 0,
    /** @throws NotFilled when it does not come on */
    async untilWhole(say) {
      let before = '';
      for (let movedAt = Date.now(); ; await pause(everyMs)) {
        const { tables, folded, to_fold: of, trouble } = await look();
        if (tables === 0) return;
        const now = `${tables} ${folded}`;
        if (now !== before) movedAt = Date.now();
        before = now;
        if (trouble !== null) throw new NotFilled(trouble);
        if (Date.now() - movedAt > patienceMs) throw new NotFilled('the projector does not come on');
        say(`${folded} of ${of} journeys`);
      }
    },
    close: () => client.end(),
  };
}
