import { emergencyKinds, type EmergencyView, type OpenEmergency, type PersonName } from '@stepway/contracts';
import type { StaffEntry } from '@stepway/platform';
import type { Emergency, KnownEmergency } from '@stepway/privacy';

export function openEmergency({ emergencyId, episodeId, kind, at, until }: Emergency): OpenEmergency {
  return { emergencyId, episodeId, kind: emergencyKinds.find((one) => one === kind) ?? 'other', at, until };
}

interface Known {
  readonly names: ReadonlyMap<string, PersonName>;
  readonly staff: readonly StaffEntry[];
}

export function emergencyView(emergency: KnownEmergency, { names, staff }: Known): EmergencyView {
  const { patientId, actor, reason, endedAt, review } = emergency;
  const nameOf = (id: string) => staff.find(({ staffId }) => staffId === id)?.name ?? null;
  return {
    ...openEmergency(emergency),
    ...{ patientId, name: names.get(patientId) ?? null, reason, endedAt },
    actor: { ...actor, name: nameOf(actor.id) },
    review: review && { ...review, by: { id: review.by, name: nameOf(review.by) } },
  };
}
