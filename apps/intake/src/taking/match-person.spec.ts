import type { PersonClues } from '@stepway/clinical-codes';
import { Sender } from '@stepway/contracts';
import type { KnownPerson, Person } from '@stepway/privacy';
import { matchPerson, type People } from './match-person.ts';

const sender = (change: Partial<Sender> = {}): Sender =>
  Sender.parse({
    ...{ senderId: 'laboratory', title: 'Laboratory', active: true, siteIds: ['main'], timeZone: 'UTC' },
    commands: ['RecordDrugTestResult'],
    numbers: [
      { authority: 'CLINIC', as: 'mrn' },
      { authority: 'LAB', as: 'lab-number' },
    ],
    ...change,
  });
const ada: Person = {
  name: { given: 'Ada', family: 'O’Neill-Łuk' },
  birthDate: '1980-02-03',
  mrn: '77',
  externalIds: [{ system: 'lab-number', value: 'L-9' }],
};
const idOf = (place: number): string => `00000000-0000-4000-8000-00000000000${place}`;
const people = (...persons: readonly Person[]): People => {
  const known: KnownPerson[] = persons.map((person, index) => ({ patientId: idOf(index + 1), person }));
  const numbers = ({ mrn, externalIds = [] }: Person) => [mrn, ...externalIds.map(({ value }) => value)];
  return {
    withNumber: async (number) => known.filter(({ person }) => numbers(person).includes(number)),
    search: async () => known,
    get: async (patientId) => known.find((one) => one.patientId === patientId),
  };
};
const clues = (more: Partial<PersonClues> = {}): PersonClues => ({
  numbers: [{ system: 'CLINIC', value: '77' }],
  ...more,
});
const match = (more: Partial<PersonClues>, among: readonly Person[], change?: Partial<Sender>) =>
  matchPerson(clues(more), sender(change), people(...among));

const nobody = { outcome: 'nobody-found', isTold: true };
const notTold = { outcome: 'nobody-found', isTold: false };

describe('a person with a number that the sender gives', () => {
  it('is found by it', async () => {
    expect(await match({}, [ada])).toEqual({ outcome: 'found', patientId: idOf(1) });
    expect(await match({ numbers: [{ system: 'LAB', value: 'L-9' }] }, [ada])).toMatchObject({ outcome: 'found' });
  });

  it('is not found by the number of another authority, or as a number of another kind', async () => {
    expect(await match({ numbers: [{ system: 'ELSEWHERE', value: '77' }] }, [ada])).toEqual(notTold);
    expect(await match({ numbers: [{ system: 'LAB', value: '77' }] }, [ada])).toEqual(nobody);
  });

  it('is not taken where name and birth date are somebody else’s: a number typed wrong', async () => {
    const another = { name: { given: 'Ada', family: 'Brown' }, birthDate: '1971-01-01' };
    expect(await match(another, [ada])).toEqual({ outcome: 'person-differs' });
  });

  it('is taken where one of both agrees: names change, and birth dates are mistyped', async () => {
    expect(await match({ name: { given: 'Ada', family: 'Brown' }, birthDate: '1980-02-03' }, [ada])).toMatchObject({
      outcome: 'found',
    });
    const mistyped = { name: { given: 'Ada', family: "O'NEILL ŁUK" }, birthDate: '1980-03-02' };
    expect(await match(mistyped, [ada])).toMatchObject({ outcome: 'found' });
  });

  it('is not chosen among several', async () => {
    const other: Person = { ...ada, mrn: '78', externalIds: [{ system: 'lab-number', value: 'L-10' }] };
    const numbers = [
      { system: 'CLINIC', value: '77' },
      { system: 'LAB', value: 'L-10' },
    ];
    expect(await match({ numbers }, [ada, other])).toEqual({ outcome: 'several-found' });
  });
});

describe('a person of whom nobody is found', () => {
  it('is told from one of whom nothing was told by which somebody could be found', async () => {
    expect(await match({ numbers: [{ system: 'CLINIC', value: '99' }] }, [ada])).toEqual(nobody);
    expect(await match({ numbers: [] }, [ada])).toEqual(notTold);
    const named = { numbers: [], name: { given: 'Bo', family: 'Else' }, birthDate: '1990-01-01' };
    expect(await match(named, [], { matchByName: true })).toEqual(nobody);
    expect(await match(named, [])).toEqual(notTold);
  });
});

describe('a person known to the sender by our own id', () => {
  it('is found only where the sender gives it', async () => {
    const own = { numbers: [], patientId: idOf(1) };
    expect(await match(own, [ada])).toEqual(notTold);
    expect(await match(own, [ada], { numbers: [{ authority: 'stepway', as: 'patient-id' }] })).toMatchObject({
      outcome: 'found',
    });
  });
});

describe('an id that is none of ours', () => {
  it('is nobody’s, and never asked about', async () => {
    const sent = { numbers: [], patientId: "4711' OR true" };
    const own = sender({ numbers: [{ authority: 'stepway', as: 'patient-id' }] });
    const none: People = { ...people(ada), get: () => Promise.reject(new Error('22P02')) };
    expect(await matchPerson(clues(sent), own, none)).toEqual(notTold);
  });
});

describe('a person without a known number', () => {
  const named = { numbers: [], name: { given: 'Ada', family: 'o’neill-łuk' }, birthDate: '1980-02-03' };

  it('is found by name and birth date together where the sender may', async () => {
    expect(await match(named, [ada])).toEqual(notTold);
    expect(await match(named, [ada], { matchByName: true })).toEqual({ outcome: 'found', patientId: idOf(1) });
    expect(await match(named, [ada, ada], { matchByName: true })).toEqual({ outcome: 'several-found' });
  });

  it('is not found by a name alone', async () => {
    const nameOnly = { numbers: [], name: named.name };
    expect(await match(nameOnly, [ada], { matchByName: true })).toEqual(notTold);
  });
});
