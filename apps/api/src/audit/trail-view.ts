import type { Trail, TrailEntry } from '@stepway/contracts';
import { isIntact, type ChainedAccess, type PastVerification } from '@stepway/privacy';

interface Known {
  readonly people: TrailEntry['people'];
  /** Names by id. */
  readonly staff: ReadonlyMap<string, string>;
  readonly last: PastVerification | undefined;
}

export function entryView(access: ChainedAccess, { people, staff, last }: Known): TrailEntry {
  const { chain, index, at, actor, action, place, outcome, subjectKind, subjectIds, emergencyId, requestId } = access;
  return {
    entryId: `${chain}.${index}`,
    ...{ at, action, place, outcome, subjectKind, people, requestId },
    actor: { ...actor, name: staff.get(actor.id) ?? null },
    subjects: subjectIds.length,
    emergencyId: emergencyId ?? null,
    intact: isIntact(access, last) ?? null,
  };
}

export const verifiedView = (last: PastVerification | undefined): Trail['verified'] =>
  last === undefined ? null : { at: last.at, records: last.records, chains: last.chains, broken: last.breaches.length };
