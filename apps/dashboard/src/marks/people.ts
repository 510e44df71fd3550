import type { EpisodeListItem } from '@stepway/contracts';
import { t } from '../texts/texts.ts';

type Named = Pick<EpisodeListItem, 'name' | 'episodeId'>;

/** The person's name, or for those who may not see it the first letters of the journey's id. */
export const nameOf = ({ name, episodeId }: Named): string =>
  name === null ? t('people.journey', { id: shortId(episodeId) }) : `${name.given} ${name.family}`;

/** Enough of an id to tell two journeys apart on a screen. */
export const shortId = (episodeId: string): string => episodeId.slice(0, 8);

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** People whose name has a word that begins with each word searched for; accents and order do not matter. */
export function peopleNamed<Person extends Named>(people: readonly Person[], query: string): readonly Person[] {
  const wanted = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return people;
  return people.filter((person) => {
    const words = plain(nameOf(person)).split(/[\s'-]+/);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
}
