import type { EventView } from '@stepway/contracts';
import type { CareEvent } from '@stepway/pathway';

/** One care event as the API gives it; free text stays sealed. */
export function eventView(event: CareEvent): EventView {
  const { id, type, version, occurredAt, recordedAt, actor, causedBy, data } = event;
  return {
    id,
    type,
    version,
    occurredAt,
    recordedAt,
    actor,
    ...(causedBy === undefined ? {} : { causedBy }),
    data: { ...data },
  };
}
