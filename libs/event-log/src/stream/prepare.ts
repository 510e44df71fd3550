import { versionOf } from '@stepway/contracts';
import type { Claim, NewEvent } from '@stepway/pathway';
import { AppendRefused } from '../errors.ts';
import { canonical } from '../integrity/canonical.ts';
import { type StreamHead, chainHash } from '../integrity/chain.ts';
import { eventId } from '../integrity/event-id.ts';
import type { AppendRequest } from './append.ts';

const maxEvents = 1_000;
const maxEventBytes = 256 * 1024;

/** One row to insert: all that the database does not fill in itself. */
export interface NewRow {
  readonly eventId: string;
  readonly version: number;
  readonly commandId: string;
  readonly index: number;
  readonly commandHash: Uint8Array;
  readonly type: string;
  readonly schemaVersion: number;
  /** Canonical JSON. */
  readonly data: string;
  readonly metadata: string;
  readonly hash: Buffer;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** What one statement does to one journey: its head moves from `expected` to `head`, by these rows. */
export interface StreamAppend {
  readonly episodeId: string;
  readonly expected: StreamHead;
  readonly head: StreamHead;
  readonly rows: readonly NewRow[];
  readonly attention?: 'set' | 'clear';
  readonly over: boolean;
  readonly claims: readonly Claim[];
  readonly releases: readonly Claim[];
}

/**
 * Gives each event its id, version and hash.
 * @throws AppendRefused for no events, more than 1,000, or one above 256 kB
 * @throws NotCanonical
 */
export function prepareAppend(request: AppendRequest): StreamAppend {
  const { episodeId, expected, events, actor, traceparent } = request;
  if (events.length === 0) throw new AppendRefused(episodeId, 'it has no events');
  if (events.length > maxEvents) throw new AppendRefused(episodeId, `${events.length} events, at most ${maxEvents}`);
  const byItself = canonical({ actor, traceparent });
  let head = expected;
  const rows = events.map((event, index) => {
    const row = rowAfter(head, request, byItself, event, index);
    head = { version: row.version, hash: row.hash };
    return row;
  });
  const { attention, over = false, claims = [], releases = [] } = request;
  return { episodeId, expected, head, rows, over, claims, releases, ...(attention === undefined ? {} : { attention }) };
}

/**
 * Several appends to one journey, each decided on the head the one before it left, as one. Of the claims on one key the
 * last word counts: claimed and released again is not held.
 * @throws AppendRefused if they do not follow each other
 */
export function joinAppends(appends: readonly [StreamAppend, ...StreamAppend[]]): StreamAppend {
  const [first] = appends;
  let last = first;
  const lastWord = new Map<string, { readonly claim: Claim; readonly held: boolean }>();
  for (const append of appends) {
    if (append !== first && (append.episodeId !== first.episodeId || !append.expected.hash.equals(last.head.hash)))
      throw new AppendRefused(append.episodeId, 'it does not follow the append before it');
    for (const claim of append.claims) lastWord.set(`${claim.kind} ${claim.key}`, { claim, held: true });
    for (const claim of append.releases) lastWord.set(`${claim.kind} ${claim.key}`, { claim, held: false });
    last = append;
  }
  const words = [...lastWord.values()];
  return {
    ...last,
    expected: first.expected,
    rows: appends.flatMap(({ rows }) => rows),
    claims: words.filter(({ held }) => held).map(({ claim }) => claim),
    releases: words.filter(({ held }) => !held).map(({ claim }) => claim),
  };
}

/** @param byItself the metadata of an event that no other event caused: the same for all of an append */
function rowAfter(
  previous: StreamHead,
  request: AppendRequest,
  byItself: string,
  event: NewEvent,
  index: number,
): NewRow {
  const { episodeId, commandId, commandHash, actor, recordedAt, traceparent } = request;
  const { type, occurredAt, causedBy } = event;
  const version = previous.version + 1;
  const id = eventId(episodeId, commandId, index);
  const data = canonical(event.data);
  if (Buffer.byteLength(data) > maxEventBytes) throw new AppendRefused(episodeId, `a ${type} of more than 256 kB`);
  const metadata = causedBy === undefined ? byItself : canonical({ actor, causedBy, traceparent });
  const schemaVersion = versionOf(type);
  const header = { episodeId, version, eventId: id, commandId, index, type, schemaVersion, occurredAt, recordedAt };
  return { ...header, commandHash, data, metadata, hash: chainHash(previous.hash, header, data, metadata) };
}
