import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { fhirReadTypes, redisclosureNotice, type FhirReadType } from '@stepway/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { publicUrl } from '../auth/public-url.ts';
import { fhirBase } from '../fhir/as-fhir.ts';
import { fhirJson, outcome, outcomeOfLeftAside } from '../fhir/outcome.ts';
import { prefers } from '../fhir/prefers.ts';
import { notFound, ProblemError } from '../http/problem.ts';
import { OpenToPartners } from '../partner-access/open-to-partners.ts';
import { Resources } from '../resources.ts';
import { HouseReader } from './house-reader.ts';
import { PartnerReader } from './partner-reader.ts';
import { etagOf, withMeta } from './read-meta.ts';
import { cursorOf, queryOf, searchAsked, type SearchAsked } from './search-asked.ts';
import { journeyPart, search, type Found } from './search.ts';
import type { FhirReader, Shown } from './told-journey.ts';

/** Something was recorded while it was asked: so often it is asked anew. */
const mostTries = 4;

/** Journeys as R4 tells them: to people of the house what they may see, to a partner what consents allow it now. */
@Controller('fhir/R4')
@OpenToPartners('fhir')
export class FhirReadController {
  constructor(
    private readonly resources: Resources,
    private readonly house: HouseReader,
    private readonly partner: PartnerReader,
  ) {}

  @Get(':type')
  async search(
    @Param('type') named: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = typeIn(named);
    const reader = this.readerFor(request);
    await reader.mayAsk(request, type, 's');
    const asked = searchAsked(type, queryOf(request), prefers(request, 'handling=lenient'));
    for (const along of alongTypes(asked)) await reader.mayAsk(request, along, 's');
    const found = await anew(async () => {
      const page = await search(reader, request, asked);
      return (await reader.shows(request, [...page.matches, ...page.along], 'search')) ? page : undefined;
    });
    this.answer(reply, reader, this.bundle(request, reader, asked, found));
  }

  @Get(':type/:id')
  async read(
    @Param('type') named: string,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = typeIn(named);
    const reader = this.readerFor(request);
    await reader.mayAsk(request, type, 'r');
    const found = await anew(async () => {
      const one = await this.find(reader, request, type, id);
      if (one === undefined) {
        await reader.misses(request);
        throw notFound();
      }
      return (await reader.shows(request, [one], 'read')) ? one : undefined;
    });
    const [resource] = found.resources.map((one) => withMeta(one, reader.forPartner));
    if (resource === undefined) throw notFound();
    reply.header('etag', etagOf(resource));
    reply.header('last-modified', new Date(resource.meta.lastUpdated).toUTCString());
    if (tagsIn(request).includes(etagOf(resource))) return void reply.code(304).send();
    this.answer(reply, reader, resource);
  }

  private async find(
    reader: FhirReader,
    request: FastifyRequest,
    type: FhirReadType,
    id: string,
  ): Promise<Shown | undefined> {
    const journeyRef = await reader.byRef(request, journeyPart(id));
    const candidates =
      type === 'Patient' ? await reader.ofPerson(request, id) : journeyRef === undefined ? [] : [journeyRef];
    for (const candidate of candidates) {
      const journey = await reader.tell(request, candidate, new Set([type]));
      const resources = journey?.resources.filter(
        ({ resource }) => resource.resourceType === type && resource.id === id,
      );
      if (journey !== undefined && resources !== undefined && resources.length > 0) return { journey, resources };
    }
    return undefined;
  }

  private bundle(request: FastifyRequest, reader: FhirReader, asked: SearchAsked, found: Found) {
    const base = `${publicUrl(this.resources, request)}${fhirBase}`;
    const link = (cursor?: string): string => {
      const said = new URLSearchParams(asked.said.map(([name, value]): [string, string] => [name, value]));
      if (cursor !== undefined) said.append('_cursor', cursor);
      return `${base}/${asked.type}${said.size === 0 ? '' : `?${said.toString()}`}`;
    };
    const seen = new Set<string>();
    const entries = (shown: readonly Shown[], mode: 'match' | 'include') =>
      shown.flatMap(({ resources }) =>
        resources.flatMap((one) => {
          const resource = withMeta(one, reader.forPartner);
          const fullUrl = `${base}/${resource.resourceType}/${resource.id}`;
          if (seen.has(fullUrl)) return [];
          seen.add(fullUrl);
          return [{ fullUrl, resource, search: { mode } }];
        }),
      );
    const notice = reader.forPartner
      ? [{ resource: outcome('information', 'informational', redisclosureNotice), search: { mode: 'outcome' } }]
      : [];
    const leftAside = outcomeOfLeftAside(asked.leftAside);
    const said = leftAside ? [{ resource: leftAside, search: { mode: 'outcome' } }] : [];
    const own = asked.after === undefined ? undefined : cursorOf(asked.after);
    const entry = [...entries(found.matches, 'match'), ...entries(found.along, 'include'), ...said, ...notice];
    return {
      ...{ resourceType: 'Bundle', type: 'searchset' },
      link: [
        { relation: 'self', url: link(own) },
        ...(found.next ? [{ relation: 'next', url: link(cursorOf(found.next)) }] : []),
      ],
      ...(entry.length > 0 && { entry }),
    };
  }

  private readerFor(request: FastifyRequest): FhirReader {
    return callerOf(request).partnerId === undefined ? this.house : this.partner;
  }

  private answer(reply: FastifyReply, { forPartner }: FhirReader, resource: object): void {
    if (forPartner) reply.header('stepway-notice', redisclosureNotice);
    reply.code(200).type(fhirJson).header('cache-control', 'no-store').send(JSON.stringify(resource));
  }
}

/** @throws ProblemError 503 where it changes faster than it can be asked */
async function anew<T>(ask: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const found = await ask();
    if (found !== undefined) return found;
  }
  throw new ProblemError({
    ...{ name: 'changing', status: 503, title: 'What was asked for is changing at this moment' },
    headers: { 'retry-after': '1' },
  });
}

function typeIn(named: string): FhirReadType {
  const type = fhirReadTypes.find((one) => one === named);
  if (type === undefined) throw notFound();
  return type;
}

/** Whatever comes along is of a type that may be asked for, too. */
const alongTypes = ({ includes, withProvenance }: SearchAsked): readonly FhirReadType[] => [
  ...(includes.some((one) => one.endsWith(':patient')) ? (['Patient'] as const) : []),
  ...(includes.includes('Encounter:episode-of-care') ? (['EpisodeOfCare'] as const) : []),
  ...(includes.includes('CarePlan:goal') ? (['Goal'] as const) : []),
  ...(includes.includes('Provenance:target') ? fhirReadTypes.filter((one) => one !== 'AuditEvent') : []),
  ...(withProvenance ? (['Provenance'] as const) : []),
];

const tagsIn = ({ headers }: FastifyRequest): readonly string[] =>
  (headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim());
