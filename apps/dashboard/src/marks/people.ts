import type { EpisodeListItem } from '@stepway/contracts';
import { t } from '../texts/texts.ts';

type Named = Pick<EpisodeListItem, 'name' | 'episodeId'>;

/** The person's name, or for those who may not see it the first letters of the journey's id. */
export const nameOf = ({ name, episodeId }: Named): string =>
  name === null ? t('people.journey', { id: shortId(episodeId) }) : `${name.given} ${name.family}`;

/** The first letters of a name, or of an id that the directory does not know: "robin.quill" → "RQ". */
export const initialsOf = (name: string): string =>
  name
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
    .slice(0, 2);

/** Enough of an id to tell two journeys apart on a screen. */
export const shortId = (episodeId: string): string => episodeId.slice(0, 8);

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Fewer letters of an id would find people by chance. */
const idLetters = 4;

/**
 * People whose name has a word that begins with each word searched for; accents and order do not matter. The beginning
 * of the journey's id finds, too. `besides` tells people of one name apart (level, site): alone it finds nobody.
 */
export function peopleNamed<Person extends Named>(
  people: readonly Person[],
  query: string,
  besides: (person: Person) => string = () => '',
): readonly Person[] {
  const wanted = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return people;
  return people.filter((person) => {
    const words = wordsOf(nameOf(person));
    const named = wanted.filter(
      (start) => begins(words, start) || (start.length >= idLetters && person.episodeId.startsWith(start)),
    );
    if (named.length === wanted.length) return true;
    const more = wordsOf(besides(person));
    return named.length > 0 && wanted.every((start) => named.includes(start) || begins(more, start));
  });
}

const wordsOf = (text: string): readonly string[] => plain(text).split(/[\s'()-]+/);
const begins = (words: readonly string[], start: string): boolean => words.some((word) => word.startsWith(start));
