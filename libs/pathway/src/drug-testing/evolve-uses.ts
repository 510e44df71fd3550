import type { CareEventOf } from '../events.ts';
import { shareEvidence } from './evidence.ts';
import type { Use } from './state.ts';

/** The uses as the last `UseEstablished` of each tells them. */
export function withUse(uses: readonly Use[], event: CareEventOf<'UseEstablished'>): readonly Use[] {
  const known = uses.find((use) => use.useId === event.data.useId);
  // A use that gains a specimen was established when it first was; one withdrawn in between is new.
  if (known && !known.withdrawn) {
    const { told: _told, ...standing } = known;
    return uses.map((use) => (use === known ? { ...standing, ...event.data } : use));
  }
  const { establishedAt, considered } = replacedBy(uses, event) ?? { establishedAt: event.recordedAt };
  const use = { ...event.data, establishedAt, eventId: event.id, withdrawn: false, ...(considered && { considered }) };
  return [...uses.filter((other) => other !== known), use];
}

/**
 * The use that this one takes the place of, its specimens among them: an earlier collection became known late.
 * It is the same use, begun earlier. What was considered for it, and what people said to that, still holds.
 */
const replacedBy = (uses: readonly Use[], { commandId, data }: CareEventOf<'UseEstablished'>): Use | undefined =>
  uses.find(
    (use) => use.useId !== data.useId && use.withdrawnBy === commandId && data.at <= use.at && shareEvidence(use, data),
  );
