import type { Instant } from '@stepway/pathway';
import type pg from 'pg';

/** A part of an export's journeys has one file for each type that is told of them. */
export interface ExportFile {
  readonly type: string;
  /** From 0. */
  readonly part: number;
}

/** How far the files of an export are known. Journeys are looked at in the order of the partner's own ids of them. */
export interface ExportPlace {
  /** Behind which journey it goes on; '' = before the first. */
  readonly place: string;
  readonly lookedAt: number;
  /** Behind which journey each part begins: it goes to where the next begins, the last to the end. */
  readonly parts: readonly string[];
  readonly files: readonly ExportFile[];
  readonly ready: boolean;
}

/** What a partner asks to have. */
export interface ExportWish {
  readonly jobId: string;
  readonly partnerId: string;
  /** The address that asked, without the host. */
  readonly request: string;
  readonly types: readonly string[];
  /** Only what was told anew after that moment. */
  readonly since: Instant | undefined;
  readonly requestedAt: Date;
  /** Everything known up to that moment is in it. */
  readonly transactionAt: Date;
  readonly expiresAt: Date;
}

export interface ExportJob extends ExportPlace {
  readonly jobId: string;
  readonly partnerId: string;
  readonly request: string;
  readonly types: readonly string[];
  readonly since: Instant | undefined;
  readonly transactionAt: Date;
  readonly expiresAt: Date;
}

export interface Exports {
  /** False where the partner has `exportsAtOnce` already; those that expired do not count. */
  start(wish: ExportWish): Promise<boolean>;
  /** The partner's own, until it expires. */
  find(partnerId: string, jobId: string, now: Date): Promise<ExportJob | undefined>;
  /** Goes on from `from`; false where somebody else did, or it was ended. */
  moved(jobId: string, from: ExportPlace, to: ExportPlace): Promise<boolean>;
  /** False: there is none. */
  end(partnerId: string, jobId: string): Promise<boolean>;
}

/** So many of one partner, from when they are asked for until they are deleted or expire. */
export const exportsAtOnce = 5;

const expiredSql = 'DELETE FROM partner.export_job WHERE partner_id = $1 AND expires_at <= $2';
// Of two that take the same place at the same moment one gets it.
const startSql = `
INSERT INTO partner.export_job
  (job_id, partner_id, slot, request, types, since, requested_at, transaction_at, expires_at)
SELECT $1, $2, s, $3, $4, $5, $6, $7, $8 FROM generate_series(1, $9::int) s
WHERE NOT EXISTS (SELECT FROM partner.export_job WHERE partner_id = $2 AND slot = s)
ORDER BY s LIMIT 1
ON CONFLICT DO NOTHING`;
const findSql = `
SELECT job_id AS "jobId", partner_id AS "partnerId", request, types, since, transaction_at AS "transactionAt",
  expires_at AS "expiresAt", place, looked_at AS "lookedAt", parts, files, ready
FROM partner.export_job WHERE job_id = $1 AND partner_id = $2 AND expires_at > $3`;
const movedSql = `
UPDATE partner.export_job SET place = $3, looked_at = $4, parts = $5, files = $6, ready = $7
WHERE job_id = $1 AND looked_at = $2 AND NOT ready`;
const endSql = 'DELETE FROM partner.export_job WHERE job_id = $1 AND partner_id = $2';

type Row = Omit<ExportJob, 'since'> & { readonly since: Date | null };

export function createExports(pool: pg.Pool): Exports {
  const write = async (name: string, text: string, values: readonly unknown[]): Promise<boolean> =>
    (await pool.query({ name, text, values: [...values] })).rowCount === 1;
  return {
    start: async ({ jobId, partnerId, request, types, since, requestedAt, transactionAt, expiresAt }) => {
      await write('partner.exports-expired', expiredSql, [partnerId, requestedAt]);
      const values = [jobId, partnerId, request, types, since ?? null, requestedAt, transactionAt, expiresAt];
      for (let tries = 0; tries < exportsAtOnce; tries += 1)
        if (await write('partner.export-start', startSql, [...values, exportsAtOnce])) return true;
      return false;
    },
    find: async (partnerId, jobId, now) => {
      const values = [jobId, partnerId, now];
      const { rows } = await pool.query<Row>({ name: 'partner.export', text: findSql, values });
      return rows.map(({ since, ...row }) => ({ ...row, since: since?.toISOString() }))[0];
    },
    moved: (jobId, from, { place, lookedAt, parts, files, ready }) =>
      write('partner.export-moved', movedSql, [
        ...[jobId, from.lookedAt, place, lookedAt, parts],
        ...[JSON.stringify(files), ready],
      ]),
    end: (partnerId, jobId) => write('partner.export-end', endSql, [jobId, partnerId]),
  };
}
