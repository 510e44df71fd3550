import type { PersonClues } from '@stepway/clinical-codes';
import { Uuid, type Sender } from '@stepway/contracts';
import type { KnownPerson, Person } from '@stepway/privacy';

export type Match =
  | { readonly outcome: 'found'; readonly patientId: string }
  /**
   * Nobody has such a number, or such a name and birth date. Not told: the message has none by which the sender's people
   * are found, so that whoever it speaks of may well be here.
   */
  | { readonly outcome: 'nobody-found'; readonly isTold: boolean }
  /** More than one has the number; or it is somebody's whose name and birth date differ. */
  | { readonly outcome: 'several-found' | 'person-differs' };

/** Asks for people; both of identity, which is sealed. */
export interface People {
  withNumber(number: string): Promise<readonly KnownPerson[]>;
  search(query: string, limit: number): Promise<readonly KnownPerson[]>;
  get(patientId: string): Promise<KnownPerson | undefined>;
}

/**
 * Finds whom a message speaks of: by a number that the sender is known to give (settings `numbers`), which must not be
 * contradicted by the name and the birth date; else, where the sender may (`matchByName`), by both of these together.
 * Never by a likeness: whoever is not certain is for a person to say.
 */
export async function matchPerson(clues: PersonClues, sender: Sender, people: People): Promise<Match> {
  const numbered = await withNumbers(clues, sender, people);
  if (numbered.length > 1) return { outcome: 'several-found' };
  const [one] = numbered;
  if (one !== undefined)
    return contradicts(one.person, clues)
      ? { outcome: 'person-differs' }
      : { outcome: 'found', patientId: one.patientId };
  const nobody = { outcome: 'nobody-found', isTold: isTold(clues, sender) } as const;
  if (!sender.matchByName) return nobody;
  const named = await ofName(clues, people);
  if (named.length > 1) return { outcome: 'several-found' };
  return named[0] === undefined ? nobody : { outcome: 'found', patientId: named[0].patientId };
}

/** Whether there was something to look by: an authority that has another name since is not somebody who is not here. */
const isTold = ({ patientId, numbers, name, birthDate }: PersonClues, sender: Sender): boolean =>
  (isOurs(patientId) && sender.numbers.some(({ as }) => as === 'patient-id')) ||
  numbers.some(({ system }) =>
    sender.numbers.some(({ authority, as }) => authority === system && as !== 'patient-id'),
  ) ||
  (sender.matchByName && name !== undefined && birthDate !== undefined);

async function withNumbers(clues: PersonClues, sender: Sender, people: People): Promise<readonly KnownPerson[]> {
  const found = new Map<string, KnownPerson>();
  const add = (known: KnownPerson | undefined) => known && found.set(known.patientId, known);
  if (isOurs(clues.patientId) && sender.numbers.some((number) => number.as === 'patient-id'))
    add(await people.get(clues.patientId));
  for (const { system, value } of clues.numbers)
    for (const { as } of sender.numbers.filter(({ authority }) => authority === system)) {
      if (as === 'patient-id') continue;
      for (const known of await people.withNumber(value)) if (hasNumber(known.person, as, value)) add(known);
    }
  return [...found.values()];
}

/** What has not the form of our ids is nobody's: the database would refuse the question. */
const isOurs = (id: string | undefined): id is string => Uuid.safeParse(id).success;

const hasNumber = (person: Person, as: string, value: string): boolean =>
  as === 'mrn'
    ? person.mrn === value
    : (person.externalIds ?? []).some((number) => number.system === as && number.value === value);

async function ofName({ name, birthDate }: PersonClues, people: People): Promise<readonly KnownPerson[]> {
  if (name === undefined || birthDate === undefined) return [];
  const found = await people.search(`${name.given} ${name.family} ${birthDate}`, 10);
  return found.filter(({ person }) => !contradicts(person, { numbers: [], name, birthDate }));
}

/** A number typed wrong is somebody else's: so at least one of name and birth date must be the same where both are given. */
function contradicts(person: Person, { name, birthDate }: PersonClues): boolean {
  const otherDay = birthDate !== undefined && birthDate !== person.birthDate;
  const otherFamily = name !== undefined && plain(name.family) !== plain(person.name.family);
  // People change their names, and typists their birth dates: one of both may differ where the other agrees.
  if (name === undefined) return otherDay;
  if (birthDate === undefined) return otherFamily;
  return otherDay && otherFamily;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{Letter}]/gu, '')
    .toLowerCase();
