import type { ReadResource } from '@stepway/clinical-codes';
import type { ExportJob } from '@stepway/partners';
import type { ToldJourney } from '../fhir-read/told-journey.ts';

/** What an export asked for, of what may be told of a journey. */
export function partOfExport(
  journey: ToldJourney | undefined,
  { types, since }: Pick<ExportJob, 'types' | 'since'>,
): readonly ReadResource[] {
  const after = since === undefined ? -Infinity : Date.parse(since);
  return (journey?.resources ?? []).filter(
    ({ resource, lastUpdated }) => types.includes(resource.resourceType) && Date.parse(lastUpdated) > after,
  );
}
