import { Injectable } from '@nestjs/common';
import type { PersonName } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { callerOf } from '../auth/authenticate.guard.ts';
import { mayReadNames } from '../auth/permissions.ts';
import { Resources } from '../resources.ts';
import { Reading } from './reading.ts';

interface OfPerson {
  readonly episodeId: string;
  readonly patientId: string;
}

/** Rows with the names of their people, for those who may see them; what is shown is on record before. */
@Injectable()
export class Names {
  constructor(
    private readonly resources: Resources,
    private readonly reading: Reading,
  ) {}

  async on<Row extends OfPerson>(
    request: FastifyRequest,
    rows: readonly Row[],
  ): Promise<(Row & { readonly name: PersonName | null })[]> {
    const names = mayReadNames(callerOf(request).actor.role)
      ? await this.resources.privacy.identities.namesOf([...new Set(rows.map(({ patientId }) => patientId))])
      : undefined;
    const ids = [...new Set(rows.map(({ episodeId }) => episodeId))];
    await this.reading.shows(request, { action: 'list', kind: 'episode', ids });
    return rows.map((row) => ({ ...row, name: names?.get(row.patientId) ?? null }));
  }
}
