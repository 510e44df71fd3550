import type { ExportFile, ExportJob } from '@stepway/partners';
import type { FastifyRequest } from 'fastify';
import type { PartnerReader } from '../fhir-read/partner-reader.ts';
import { withMeta } from '../fhir-read/read-meta.ts';
import type { Candidate } from '../fhir-read/told-journey.ts';
import { partOfExport } from './part-of-export.ts';

/** So many journeys are found at a time; each is asked only when its turn comes. */
const journeysAtATime = 50;
/** Something was recorded while it was asked: so often it is asked anew. */
const mostTries = 10;

export interface Telling {
  readonly reader: Pick<PartnerReader, 'after' | 'tell' | 'accounts'>;
  readonly request: FastifyRequest;
  readonly job: ExportJob;
  readonly file: ExportFile;
  /** Whether the export is still there: asked before each journey. */
  readonly isThere: () => Promise<boolean>;
}

/**
 * The lines of a file, those of one journey at a time. Consent is asked, and what is told accounted for, only when somebody
 * takes the next ones: who is slow is told what holds then.
 * @throws Error where the export was ended, or a journey changes faster than it can be asked: the rest is not sent
 */
export async function* toldLineByLine(telling: Telling): AsyncGenerator<string, void, undefined> {
  const { reader, request, job, file } = telling;
  const until = job.parts[file.part + 1];
  // Two journeys of a person tell of one Patient.
  const before = new Set<string>();
  let place = job.parts[file.part] ?? '';
  for (;;) {
    const candidates = await reader.after(request, place, journeysAtATime);
    for (const candidate of candidates) {
      if (until !== undefined && candidate.ref > until) return;
      const lines = await linesOf(telling, candidate, before);
      if (lines !== '') yield lines;
      place = candidate.ref;
    }
    if (candidates.length < journeysAtATime) return;
  }
}

async function linesOf(
  { reader, request, job, file: { type }, isThere }: Telling,
  candidate: Candidate,
  before: Set<string>,
): Promise<string> {
  if (!(await isThere())) throw new Error('The export was ended');
  for (let tries = 0; tries < mostTries; tries += 1) {
    const journey = await reader.tell(request, candidate, new Set([type]));
    const resources = partOfExport(journey, { types: [type], since: job.since }).filter(
      ({ resource }) => !before.has(resource.id),
    );
    if (journey === undefined || resources.length === 0) return '';
    if (!(await reader.accounts(request, [{ journey, resources }], 'export', 'export'))) continue;
    for (const { resource } of resources) before.add(resource.id);
    return resources.map((one) => `${JSON.stringify(withMeta(one, true))}\n`).join('');
  }
  throw new Error('A journey changes faster than it can be asked');
}
