import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { queryRoutes, type ProgrammeView } from '@stepway/contracts';
import type { Programme } from '@stepway/pathway';
import { pageAfter, type Page } from '@stepway/read-models';
import { parseQuery } from '../http/parse.ts';
import { notFound } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { translating } from './board.ts';
import { Freshness } from './freshness.interceptor.ts';

@Controller('v1/programmes')
@UseInterceptors(Freshness)
export class ProgrammesController {
  constructor(private readonly resources: Resources) {}

  @Get()
  all(@Query() query: unknown): Page<ProgrammeView> {
    const asked = parseQuery(queryRoutes.programmes.query, query);
    const views = this.resources.programmes.all.map(viewOf);
    return translating(() => pageAfter(views, ({ id, version }) => [id, String(version)], asked));
  }

  @Get(':id')
  newest(@Param('id') id: string, @Query() query: unknown): ProgrammeView {
    parseQuery(queryRoutes.programme.query, query);
    return found(this.resources.programmes.newest(id));
  }

  @Get(':id/:version')
  version(@Param('id') id: string, @Param('version') version: string, @Query() query: unknown): ProgrammeView {
    parseQuery(queryRoutes.programmeVersion.query, query);
    // `1.0` and `0x1` are not what anybody published.
    if (!/^[1-9]\d{0,8}$/.test(version)) throw notFound();
    return found(this.resources.programmes.find({ id, version: Number(version) }));
  }
}

function found(programme: Programme | undefined): ProgrammeView {
  if (programme === undefined) throw notFound();
  return viewOf(programme);
}

function viewOf({ id, version, title, ladder, levels }: Programme): ProgrammeView {
  return {
    ...{ id, version, title },
    ladder: [...ladder],
    levels: Object.values(levels).map((level) => ({
      ...{ id: level.id, title: level.title, kind: level.kind, rank: level.rank },
      asam: level.asam.map((code) => ({ ...code })),
      capacity: level.capacity ?? null,
      goalTemplate: [...level.goalTemplate],
    })),
  };
}
