import type { ReadResource } from '@stepway/clinical-codes';
import type { FastifyRequest } from 'fastify';
import { includesOf, referencesIn } from './search-parameters.ts';
import type { Place, SearchAsked } from './search-asked.ts';
import { keyOf, type Candidate, type FhirReader, type Shown, type ToldJourney } from './told-journey.ts';

/** So many journeys are looked at for one page: where few fit, a page is short and says where to go on. */
const mostJourneys = 200;

/** What was found for one page. */
export interface Found {
  readonly matches: readonly Shown[];
  /** What comes along with them. */
  readonly along: readonly Shown[];
  /** Where the next page begins; undefined = there is none. */
  readonly next: Place | undefined;
}

/** One page of a search. */
export async function search(reader: FhirReader, request: FastifyRequest, asked: SearchAsked): Promise<Found> {
  const types = new Set([asked.type, ...(asked.includes.length > 0 ? ['Patient'] : [])]);
  const matches: Shown[] = [];
  let left = asked.count;
  let last: Place | undefined;
  const candidates = await candidatesOf(reader, request, asked);
  for (const candidate of candidates.some) {
    const journey = await reader.tell(request, candidate, types);
    const fits = journey === undefined ? [] : matching(journey, asked);
    const page = fits.slice(0, left);
    if (journey !== undefined && page.length > 0) matches.push({ journey, resources: page });
    left -= page.length;
    last = { journey: candidate.ref, id: page.length < fits.length ? keyOfLast(page, asked.after) : '~' };
    if (left === 0 && (page.length < fits.length || candidate !== candidates.some.at(-1) || candidates.more))
      return { matches, along: alongWith(matches, asked), next: last };
  }
  return { matches, along: alongWith(matches, asked), next: candidates.more ? last : undefined };
}

const keyOfLast = (page: readonly ReadResource[], before: Place | undefined): string => {
  const one = page.at(-1);
  return one === undefined ? (before?.id ?? '') : keyOf(one);
};

async function candidatesOf(
  reader: FhirReader,
  request: FastifyRequest,
  { people, ids, after, type }: SearchAsked,
): Promise<{ readonly some: readonly Candidate[]; readonly more: boolean }> {
  if (people === undefined && ids === undefined) {
    // The journey in which the last page ended comes first again: it may not have been told to its end.
    const began = after === undefined ? undefined : await reader.byRef(request, after.journey);
    const found = await reader.after(request, after?.journey ?? '', mostJourneys + 1);
    const some = [...(began === undefined || after?.id === '~' ? [] : [began]), ...found.slice(0, mostJourneys)];
    return { some, more: found.length > mostJourneys };
  }
  const named = people ?? (type === 'Patient' ? ids : undefined);
  const found =
    named === undefined
      ? await Promise.all((ids ?? []).map((id) => reader.byRef(request, journeyPart(id))))
      : (await Promise.all(named.map((one) => reader.ofPerson(request, one)))).flat();
  const some = [...new Map(found.flatMap((one) => (one === undefined ? [] : [[one.ref, one] as const]))).values()];
  return {
    some: some
      .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
      .filter(({ ref }) => after === undefined || ref > after.journey || (ref === after.journey && after.id !== '~')),
    more: false,
  };
}

/** The id of everything in a journey begins with that of the journey. */
export const journeyPart = (id: string): string => id.split('.')[0] ?? '';

function matching({ resources, ref }: ToldJourney, { type, tests, after }: SearchAsked): readonly ReadResource[] {
  return resources.filter(
    (one) =>
      one.resource.resourceType === type &&
      (after === undefined || ref !== after.journey || keyOf(one) > after.id) &&
      tests.every((test) => test(one)),
  );
}

function alongWith(matches: readonly Shown[], { type, includes, withProvenance }: SearchAsked): readonly Shown[] {
  const elements = includes.map((include) => includesOf(type)[include] ?? '');
  if (elements.length === 0 && !withProvenance) return [];
  return matches.flatMap(({ journey, resources }): Shown[] => {
    const wanted = new Set(
      resources.flatMap(({ resource }) =>
        elements.flatMap((element) =>
          referencesIn(
            element === '' ? (resource['patient'] ?? resource['subject'] ?? resource['for']) : resource[element],
          ),
        ),
      ),
    );
    const told = new Set(resources.map(keyOf));
    const along = journey.resources.filter(
      (one) =>
        !told.has(keyOf(one)) &&
        (wanted.has(keyOf(one)) ||
          (withProvenance &&
            one.resource.resourceType === 'Provenance' &&
            referencesIn(one.resource['target']).some((target) => told.has(target)))),
    );
    return along.length === 0 ? [] : [{ journey, resources: along }];
  });
}
