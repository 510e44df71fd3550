import { createSecretKey, randomBytes } from 'node:crypto';
import { indexDigests, queryDigests } from './blind-index.ts';
import type { Person } from './person.ts';

const key = createSecretKey(randomBytes(32));
const person: Person = {
  name: { given: 'Zoë Anne', family: "O'Brien-Núñez" },
  birthDate: '1990-02-28',
  mrn: 'MRN 0042'.replace(' ', '-'),
};

const finds = (query: string): boolean => {
  const index = indexDigests(key, person).map((digest) => digest.toString('hex'));
  return queryDigests(key, query).every((word) => word.some((digest) => index.includes(digest.toString('hex'))));
};

describe('a person', () => {
  it.each([
    'Zoë',
    'zoe',
    'ANNE',
    'nunez',
    "O'Brien",
    'zoe nunez',
    'Nuñez, Zoe',
    '1990-02-28',
    'MRN-0042',
    'zoe 1990-02-28',
  ])('is found by %p', (query) => expect(finds(query)).toBe(true));

  it.each(['Zo', 'Smith', 'zoe smith', '1990-02-27', '0043'])('is not found by %p', (query) =>
    expect(finds(query)).toBe(false),
  );

  it('is not found with another key', () => {
    const other = createSecretKey(randomBytes(32));
    const index = indexDigests(key, person).map((digest) => digest.toString('hex'));
    expect(
      queryDigests(other, 'zoe')
        .flat()
        .some((digest) => index.includes(digest.toString('hex'))),
    ).toBe(false);
  });
});
