import type { R4Resource, Told, Telling } from './form.ts';

/** What of a person's identity is shown to those who may see names. */
export interface KnownAs {
  readonly name: { readonly given: string; readonly family: string };
  readonly birthDate: string;
  readonly sex?: string | undefined;
}

const genders: readonly string[] = ['male', 'female', 'other', 'unknown'];

/** The person, as little as can be: without who it is, unless whoever asks may see names. */
export function patient({ ids }: Telling, known: KnownAs | undefined): Told {
  const resource: R4Resource = {
    resourceType: 'Patient',
    id: ids.patient,
    ...(known && {
      name: [{ use: 'official', family: known.name.family, given: [known.name.given] }],
      birthDate: known.birthDate,
      ...(known.sex !== undefined && genders.includes(known.sex) && { gender: known.sex }),
    }),
  };
  return { resource, by: 'EpisodeOpened', keys: [], found: {} };
}
