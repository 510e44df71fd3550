import { createHmac, type KeyObject } from 'node:crypto';
import type { Person } from './person.ts';

/**
 * Digests by which a person is found: each word of the name, the birth date, each number. Whole words only; a digest
 * of every beginning would tell too much about the names to somebody who holds the table.
 */
export function indexDigests(key: KeyObject, person: Person): readonly Buffer[] {
  const names = words(`${person.name.given} ${person.name.family}`).map((word) => digest(key, 'name', word));
  const numbers = [person.mrn, ...(person.externalIds ?? []).map(({ value }) => value)]
    .filter((number) => number !== undefined)
    .map((number) => digest(key, 'number', number));
  return [...names, ...numbers, digest(key, 'birth-date', person.birthDate)];
}

/** For each word of a query the digests that it may stand for. All words must be found. */
export function queryDigests(key: KeyObject, query: string): readonly (readonly Buffer[])[] {
  return query
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .slice(0, 10)
    .map((word) =>
      /^\d{4}-\d{2}-\d{2}$/.test(word)
        ? [digest(key, 'birth-date', word)]
        : [...words(word).map((part) => digest(key, 'name', part)), digest(key, 'number', word)],
    );
}

/** Of a number as a whole, whatever signs it holds. */
export const numberDigest = (key: KeyObject, number: string): Buffer => digest(key, 'number', number);

function words(text: string): readonly string[] {
  return normalise(text)
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}

/** Case, accents and the spelling of a character do not matter. */
function normalise(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

function digest(key: KeyObject, kind: string, text: string): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([kind, normalise(text)]))
    .digest()
    .subarray(0, 16);
}
