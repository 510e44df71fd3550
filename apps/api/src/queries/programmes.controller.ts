import { Controller, Get, Param } from '@nestjs/common';
import type { ProgrammeView } from '@stepway/contracts';
import type { Programme } from '@stepway/pathway';
import type { Page } from '@stepway/read-models';
import { notFound } from '../http/problem.ts';
import { Resources } from '../resources.ts';

@Controller('v1/programmes')
export class ProgrammesController {
  constructor(private readonly resources: Resources) {}

  @Get()
  all(): Page<ProgrammeView> {
    return { items: this.resources.programmes.all.map(viewOf), next: null };
  }

  @Get(':id')
  newest(@Param('id') id: string): ProgrammeView {
    return found(this.resources.programmes.newest(id));
  }

  @Get(':id/:version')
  version(@Param('id') id: string, @Param('version') version: string): ProgrammeView {
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
