import { createHash } from 'node:crypto';
import { canonicalJson } from '../requests/canonical.ts';

/** One look at somebody's data, or the refusal of one. Ids and codes only. */
export interface Access {
  readonly requestId: string;
  /** The person behind the request, not the program that carried it. */
  readonly actor: { readonly id: string; readonly kind: string; readonly role: string };
  /** `read`, `list`, `search`, `open-text`, `command`, `export`, … */
  readonly action: string;
  /** The route or program, without ids: `GET /v1/episodes/{id}`. */
  readonly place: string;
  readonly subjectKind: 'patient' | 'episode' | 'site' | 'system';
  readonly subjectIds: readonly string[];
  readonly outcome: 'granted' | 'denied';
  /** The emergency access without which it would have been denied. */
  readonly emergencyId?: string;
}

/** An access as it stands in its chain. */
export interface ChainedAccess extends Access {
  /** Instant. */
  readonly at: string;
  readonly chain: string;
  readonly index: number;
}

/** Binds a record to all before it in its chain: a changed or removed one breaks the rest. */
export function accessHash(previous: Buffer, access: ChainedAccess): Buffer {
  return createHash('sha256').update(previous).update(canonicalJson(access)).digest();
}

export const chainStart: Buffer = Buffer.alloc(32);
