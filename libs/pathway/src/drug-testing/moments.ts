import type { Opened } from '../journey.ts';
import type { Instant } from '../time.ts';
import type { AcknowledgedUse, Specimen } from './state.ts';

/** Something to judge by, at its moment: the collection of a specimen, or a use that the person told of. */
export type Moment = { readonly at: Instant; readonly key: string } & (
  { readonly specimen: Specimen } | { readonly told: AcknowledgedUse }
);

/** By time; of two at one moment the person's word first, then by the id, so that the order of arrival decides nothing. */
export function inOrderOfTime({
  specimens,
  acknowledgedUses,
}: Pick<Opened, 'specimens' | 'acknowledgedUses'>): readonly Moment[] {
  const moments: Moment[] = specimens.map((specimen) => ({
    at: specimen.collectedAt,
    key: `collected ${specimen.specimenId}`,
    specimen,
  }));
  for (const told of acknowledgedUses) moments.push({ at: told.lastUseAt, key: `a use of ${told.drugClass}`, told });
  return moments.sort((a, b) => (a.at === b.at ? (a.key < b.key ? -1 : 1) : a.at < b.at ? -1 : 1));
}
