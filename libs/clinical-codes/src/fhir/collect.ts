import { z } from 'zod';
import type { Question } from '../question.ts';
import { Resource, type Reference } from './shapes.ts';

/** A resource that was read, with its place among the entries, and who is in whom. */
export interface Item<R extends Resource = Resource> {
  readonly resource: R;
  readonly place: number;
  readonly isContained: boolean;
}

/** The resources of one message; kinds that are not read are left aside. */
export interface Collected {
  readonly items: readonly Item[];
  readonly questions: readonly Question[];
  /** More resources than are read: none of them is. */
  readonly isTooLarge: boolean;
  find(reference: Reference | undefined, from: Item): Item | undefined;
}

export const Bundle = z.object({
  resourceType: z.literal('Bundle'),
  type: z.string(),
  entry: z.array(z.object({ fullUrl: z.string().optional(), resource: z.unknown() })).default([]),
});
export type FhirEntry = z.infer<typeof Bundle>['entry'][number];

const Kind = z.object({
  resourceType: z.string(),
  id: z.string().optional(),
  implicitRules: z.string().optional(),
  modifierExtension: z.array(z.unknown()).default([]),
  contained: z.array(z.unknown()).default([]),
});
const kinds: readonly string[] = Resource.options.map(({ shape }) => shape.resourceType.value);

/** A report has dozens of results, a day's Bundle hundreds; looking at all of them together must stay quick. */
export const mostResources = 1_000;

/** The entries of a Bundle; of another resource itself. A Bundle in a Bundle is no entry that is read. */
export function entriesOf(given: unknown): readonly FhirEntry[] {
  const bundle = Bundle.safeParse(given);
  return bundle.success ? bundle.data.entry : [{ resource: given }];
}

export function collect(entries: readonly FhirEntry[]): Collected {
  const items: Item[] = [];
  const questions: Question[] = [];
  const named = new Map<string, Item>();
  const add = (given: unknown, place: number, nameOf: (kind: z.output<typeof Kind>) => readonly string[]): void => {
    if (items.length > mostResources) return;
    const kind = Kind.safeParse(given);
    if (!kind.success) return void questions.push({ reason: 'not-readable', resource: place });
    const { resourceType, modifierExtension, implicitRules } = kind.data;
    if (!kinds.includes(resourceType)) return;
    // Whoever does not know what changes the meaning must not read on (R4, extensibility).
    if (modifierExtension.length > 0 || implicitRules !== undefined)
      return void questions.push({ reason: 'meaning-changed', resource: place });
    const resource = Resource.safeParse(given);
    if (!resource.success) return void questions.push({ reason: 'not-readable', resource: place });
    const names = nameOf(kind.data);
    const item = { resource: resource.data, place, isContained: names.some((name) => name.includes('#')) };
    items.push(item);
    for (const name of names) named.set(name, item);
    if (item.isContained) return;
    for (const inner of kind.data.contained) add(inner, place, ({ id = '' }) => [`${place}#${id}`]);
  };
  entries.forEach(({ fullUrl, resource }, place) => {
    const tail = tailOf(fullUrl);
    add(resource, place, ({ resourceType, id }) => [
      ...(id === undefined ? [] : [`${resourceType}/${id}`]),
      ...(tail === undefined ? [] : [tail]),
      ...(fullUrl === undefined ? [] : [fullUrl]),
    ]);
  });
  return {
    items,
    questions,
    isTooLarge: items.length > mostResources,
    find: (reference, { place }) => {
      const name = reference?.reference;
      if (name === undefined) return undefined;
      return named.get(name.startsWith('#') ? place + name : withoutVersion(name));
    },
  };
}

export const ofKind = <T extends Resource['resourceType']>(
  items: readonly Item[],
  kind: T,
): readonly Item<Extract<Resource, { resourceType: T }>>[] =>
  items.filter((item): item is Item<Extract<Resource, { resourceType: T }>> => item.resource.resourceType === kind);

const withoutVersion = (reference: string): string => reference.replace(/\/_history\/[^/]*$/, '');

/** `Observation/7` of an address that ends so. */
export const tailOf = (address: string | undefined): string | undefined =>
  /(?:^|\/)([A-Z][A-Za-z]{1,63}\/[A-Za-z0-9.-]{1,64})$/.exec(withoutVersion(address ?? ''))?.[1];
