import type { CareEvent, Claim } from '@stepway/pathway';
import type { Pool } from 'pg';
import { available } from '../errors.ts';
import type { AppendRequest, AppendResult } from './append.ts';
import { type StreamAppend, prepareAppend } from './prepare.ts';
import { findCommand } from './read-stream.ts';
import { recorded } from './recorded.ts';
import type { Writer } from './writer.ts';

const maxClaimRaces = 3;

/** Appends, and where that did not succeed finds out why. */
export async function append(pool: Pool, writer: Writer, request: AppendRequest): Promise<AppendResult> {
  const prepared = prepareAppend(request);
  for (let races = 0; ; races += 1) {
    const written = await writer.write(prepared);
    if (written === 'won') return { outcome: 'appended', events: appended(request, prepared), head: prepared.head };

    const before = await resultBefore(pool, request);
    if (before !== undefined) return before;
    if (written !== 'claims-not-held') return { outcome: 'conflict' };

    const claim = await foreignClaim(pool, prepared.claims);
    if (claim !== undefined) return { outcome: 'claimed', claim };
    // Released between the append and the question: once more.
    if (races >= maxClaimRaces) return { outcome: 'conflict' };
  }
}

async function resultBefore(pool: Pool, request: AppendRequest): Promise<AppendResult | undefined> {
  const command = await findCommand(pool, request.episodeId, request.commandId);
  if (command === undefined) return undefined;
  if (!command.commandHash.equals(request.commandHash)) return { outcome: 'command-reused' };
  return { outcome: 'repeated', events: command.events };
}

const ownersSql = `
SELECT c.kind, c.key, c.owner FROM log.claim c
JOIN unnest($1::text[], $2::text[], $3::text[]) AS asked(kind, key, owner) USING (kind, key)
WHERE c.owner <> asked.owner ORDER BY c.kind, c.key LIMIT 1`;

async function foreignClaim(pool: Pool, claims: readonly Claim[]): Promise<Claim | undefined> {
  const values = [claims.map(({ kind }) => kind), claims.map(({ key }) => key), claims.map(({ owner }) => owner)];
  const { rows } = await available(pool.query<Claim>({ name: 'log.claim-owners', text: ownersSql, values }));
  return rows[0];
}

function appended(request: AppendRequest, { rows }: StreamAppend): readonly CareEvent[] {
  const { episodeId, commandId, recordedAt, actor, events } = request;
  return rows.flatMap((row, index) => {
    const event = events[index];
    if (event === undefined) return [];
    return [recorded(event, { id: row.eventId, episodeId, version: row.version, recordedAt, actor, commandId })];
  });
}
