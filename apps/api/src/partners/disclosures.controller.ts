import { Controller, Get, Query, Req, Res, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type DisclosureItem, type QueryAnswer } from '@stepway/contracts';
import { keysOf, pageOf } from '@stepway/read-models';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { momentKey, momentOf, uuidKey } from '../audit/cursor-keys.ts';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { parseQuery } from '../http/parse.ts';
import { translating } from '../queries/board.ts';
import { Freshness } from '../queries/freshness.interceptor.ts';
import { Resources } from '../resources.ts';
import { disclosuresAsCsv } from './disclosures-as-csv.ts';
import { disclosuresAsFhir } from './disclosures-as-fhir.ts';

const pageSize = 500;

/** The accounting of disclosures: what was told of a person, to whom, what for, by which consent (42 CFR 2.25). */
@Controller('v1/disclosures')
export class DisclosuresController {
  constructor(private readonly resources: Resources) {}

  /** The look is on record before it is answered. */
  @Get()
  @UseInterceptors(Freshness)
  async disclosures(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<QueryAnswer<'disclosures'> | string | object> {
    const wish = parseQuery(queryRoutes.disclosures.query, query);
    const caller = await mustBeAllowed(this.resources, request, { ask: 'disclosures' }, { ofAll: true });
    const { patientId, from = threeYearsBefore(this.resources.now()), to, format = 'json', cursor, limit = 100 } = wish;
    const subject = { subjectKind: 'patient', subjectIds: [patientId] } as const;
    await recordAct(this.resources, request, caller, { action: format === 'json' ? 'list' : 'export', ...subject });
    const read = this.resources.partners.readAccount;
    if (format === 'json') {
      const after = cursor === undefined ? undefined : translating(() => placeIn(cursor));
      const found = await read({ patientId, from, to, after, limit: limit + 1 });
      return pageOf(found, limit, ({ decidedAt, disclosureId }) => [momentKey(decidedAt), disclosureId]);
    }
    const all: DisclosureItem[] = [];
    for (let after: DisclosureItem | undefined; ;) {
      const page = await read({ patientId, from, to, after, limit: pageSize });
      all.push(...page);
      after = page.at(-1);
      if (page.length < pageSize) break;
    }
    if (format === 'csv') {
      reply.header('content-type', 'text/csv; charset=utf-8');
      reply.header('content-disposition', 'attachment; filename="disclosures.csv"');
      return disclosuresAsCsv(all);
    }
    reply.header('content-type', 'application/fhir+json; charset=utf-8');
    return disclosuresAsFhir(all, this.resources.configuration.deployment, this.resources.now().toISOString());
  }
}

function placeIn(cursor: string): { readonly decidedAt: string; readonly disclosureId: string } {
  const [decidedAt = '', disclosureId = ''] = keysOf(cursor, 'moment', 'id');
  return { decidedAt: momentOf(decidedAt), disclosureId: uuidKey(disclosureId) };
}

/** So far back a person may ask (42 CFR 2.25). */
function threeYearsBefore(now: Date): string {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - 3);
  return then.toISOString();
}
