import { collect, entriesOf, mostResources, ofKind, type Item } from './collect.ts';
import { personKey } from './person.ts';
import { Resource } from './shapes.ts';

/** What a Bundle says of one person, as a message of its own. */
export interface FhirPart {
  readonly given: unknown;
  /** The places of its entries in what came. */
  readonly places: ReadonlySet<number>;
}

/**
 * One message for each person that a Bundle speaks of, so that what is not certain of one keeps no other waiting. Of
 * one person it stays as it came; of several each part has what is read and is certainly of that person.
 */
export function fhirParts(given: unknown): readonly FhirPart[] {
  const entries = entriesOf(given);
  const collected = collect(entries);
  const { items, find } = collected;
  const owners = new Map<Item, string>();
  for (const item of items) {
    const key = personKey(item, collected);
    if (key !== undefined) owners.set(item, key);
  }
  const keys = [...new Set(owners.values())];
  if (keys.length < 2) return [{ given, places: new Set(entries.keys()) }];
  // What names no person is of whoever's results it belongs to.
  const lend = (from: Item, to: Item | undefined): void => {
    const key = owners.get(from);
    if (key !== undefined && to !== undefined && !owners.has(to)) owners.set(to, key);
  };
  for (const report of ofKind(items, 'DiagnosticReport'))
    for (const reference of [...(report.resource.result ?? []), ...(report.resource.specimen ?? [])])
      lend(report, find(reference, report));
  for (const observation of ofKind(items, 'Observation'))
    for (const reference of [...(observation.resource.hasMember ?? []), observation.resource.specimen])
      lend(observation, find(reference, observation));
  const nobodys = items.filter((item) => !owners.has(item) && !item.isContained);
  const places = new Map(keys.map((key) => [key, new Set<number>()]));
  for (const [{ place }, key] of owners) places.get(key)?.add(place);
  const parts = [...places.values(), ...(nobodys.length > 0 ? [new Set(nobodys.map(({ place }) => place))] : [])];
  return parts.map((own) => ({
    places: own,
    given: { resourceType: 'Bundle', type: 'collection', entry: entries.filter((_, place) => own.has(place)) },
  }));
}

/** Where a resource is not what R4 says, of what is read of it. */
export interface FhirFault {
  /** FHIRPath. */
  readonly expression: string;
  readonly message: string;
}

const mostFaults = 20;
const kinds: readonly unknown[] = Resource.options.map(({ shape }) => shape.resourceType.value);

/** The faults of the resources that are read, without what was written; other kinds are not looked at. */
export function fhirFaults(given: unknown): readonly FhirFault[] {
  const isBundle = typeOf(given) === 'Bundle';
  const entries = entriesOf(given);
  if (collect(entries).isTooLarge)
    return [{ expression: String(typeOf(given)), message: `There are more than ${mostResources} resources in it` }];
  return entries
    .flatMap(({ resource }, place) => {
      const at = isBundle ? `Bundle.entry[${place}].resource` : String(typeOf(given));
      if (!kinds.includes(typeOf(resource))) return [];
      const parsed = Resource.safeParse(resource, { reportInput: false });
      if (parsed.success) return [];
      return parsed.error.issues.map(({ path, message }) => ({ expression: `${at}${pathOf(path)}`, message }));
    })
    .slice(0, mostFaults);
}

const typeOf = (given: unknown): unknown =>
  typeof given === 'object' && given !== null && 'resourceType' in given ? given.resourceType : undefined;

const pathOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
