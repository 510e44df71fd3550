import type { ExternalEncounter } from '../external-encounters/state.ts';
import type { Opened } from '../journey.ts';
import type { Medication } from './state.ts';

type Treated = Pick<Opened, 'medications' | 'externalEncounters'>;

/** Every medication that may explain a result: those recorded here, and what was given elsewhere once the list is in. */
export function medicationsAndGiven({ medications, externalEncounters }: Treated): readonly Medication[] {
  if (externalEncounters.length === 0) return medications;
  const known = together.get(medications);
  if (known?.externalEncounters === externalEncounters) return known.all;
  const all = [...medications, ...externalEncounters.flatMap(givenIn)];
  together.set(medications, { externalEncounters, all });
  return all;
}

/** Neither list ever changes in place, so both together are made once. */
const together = new WeakMap<
  readonly Medication[],
  { readonly externalEncounters: readonly ExternalEncounter[]; readonly all: readonly Medication[] }
>();

/** What was given is over with the encounter; where its end is not known, it is known for its beginning only. */
function givenIn({
  encounterId,
  from,
  to = from,
  drugsGiven = 'none',
  eventId,
}: ExternalEncounter): readonly Medication[] {
  if (drugsGiven === 'none') return [];
  return drugsGiven.map(({ medication, drugClasses }) => ({
    medicationId: `${encounterId}.${medication}`,
    medication,
    ...(drugClasses && { drugClasses }),
    kind: 'administered',
    scheduled: false,
    from,
    to,
    eventId,
  }));
}
