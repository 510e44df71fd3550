import type { Instant, ProgrammeVersion } from '@stepway/pathway';
import type pg from 'pg';
import { contentHash } from './content-hash.ts';

/** A programme version as it was published: what stands here never changes. */
export interface PublishedVersion extends ProgrammeVersion {
  /** Hexadecimal. */
  readonly contentHash: string;
  readonly content: unknown;
  readonly publishedAt: Instant;
  readonly publishedBy: string;
}

export type NewVersion = Omit<PublishedVersion, 'publishedAt' | 'contentHash'>;

interface Row {
  readonly id: string;
  readonly version: number;
  readonly content_hash: Buffer;
  readonly content: unknown;
  readonly published_at: Date;
  readonly published_by: string;
}

const columns = 'id, version, content_hash, content, published_at, published_by';
const select = `SELECT ${columns} FROM log.programme`;

/** The versions that are not among these, by id and version. */
export async function versionsBeside(
  pool: pg.Pool,
  known: readonly ProgrammeVersion[],
): Promise<readonly PublishedVersion[]> {
  const { rows } = await pool.query<Row>(
    `${select} WHERE (id, version) NOT IN (SELECT * FROM unnest($1::text[], $2::int[])) ORDER BY id, version`,
    [known.map(({ id }) => id), known.map(({ version }) => version)],
  );
  return rows.map(versionOf);
}

/** One version, if it is there. */
export async function findVersion(
  pool: pg.Pool,
  { id, version }: ProgrammeVersion,
): Promise<PublishedVersion | undefined> {
  const { rows } = await pool.query<Row>(`${select} WHERE id = $1 AND version = $2`, [id, version]);
  return rows.map(versionOf)[0];
}

/** Adds a version, unless its number is there already; with `asNewest`, also not below a number that is there. */
export async function addVersion(
  pool: pg.Pool,
  { id, version, content, publishedBy }: NewVersion,
  { asNewest }: { readonly asNewest: boolean },
): Promise<PublishedVersion | undefined> {
  const { rows } = await pool.query<Row>(
    `INSERT INTO log.programme (id, version, content_hash, content, published_by)
     SELECT $1, $2::int, $3::bytea, $4::jsonb, $5
     WHERE NOT ($6::boolean AND EXISTS (SELECT FROM log.programme WHERE id = $1 AND version > $2))
     ON CONFLICT DO NOTHING RETURNING ${columns}`,
    [id, version, Buffer.from(contentHash(content), 'hex'), JSON.stringify(content), publishedBy, asNewest],
  );
  return rows.map(versionOf)[0];
}

const versionOf = (row: Row): PublishedVersion => ({
  id: row.id,
  version: row.version,
  contentHash: row.content_hash.toString('hex'),
  content: row.content,
  publishedAt: row.published_at.toISOString(),
  publishedBy: row.published_by,
});
