import type { KeyObject } from 'node:crypto';
import { openText, sealText, type SealContext } from '../sealing/cipher.ts';
import type { PatientKey } from '../sealing/patient-keys.ts';
import type { Person, PersonName } from './person.ts';

/** The columns of a person, each sealed on its own. */
export interface SealedPerson {
  readonly name: string;
  readonly birth_date: string;
  readonly sex: string | null;
  readonly contacts: string | null;
  readonly mrn: string | null;
  readonly external_ids: string | null;
}

export function sealPerson({ patientId, kid, key }: PatientKey, person: Person): SealedPerson {
  const seal = (field: keyof SealedPerson, value: unknown): string =>
    sealText(kid, key, JSON.stringify(value), context(patientId, field)).sealed;
  const optional = (field: keyof SealedPerson, value: unknown): string | null =>
    value === undefined ? null : seal(field, value);
  return {
    name: seal('name', person.name),
    birth_date: seal('birth_date', person.birthDate),
    sex: optional('sex', person.sex),
    contacts: optional('contacts', person.contacts),
    mrn: optional('mrn', person.mrn),
    external_ids: optional('external_ids', person.externalIds),
  };
}

export function openName(patientId: string, key: KeyObject, sealed: string): PersonName {
  return parsed<PersonName>(openText(key, { sealed }, context(patientId, 'name')));
}

export function openPerson({ patientId, key }: PatientKey, row: SealedPerson): Person {
  const open = <T>(field: keyof SealedPerson, sealed: string): T =>
    parsed<T>(openText(key, { sealed }, context(patientId, field)));
  return {
    name: openName(patientId, key, row.name),
    birthDate: open<string>('birth_date', row.birth_date),
    ...(row.sex === null ? {} : { sex: open<string>('sex', row.sex) }),
    ...(row.contacts === null ? {} : { contacts: open<NonNullable<Person['contacts']>>('contacts', row.contacts) }),
    ...(row.mrn === null ? {} : { mrn: open<string>('mrn', row.mrn) }),
    ...(row.external_ids === null
      ? {}
      : { externalIds: open<NonNullable<Person['externalIds']>>('external_ids', row.external_ids) }),
  };
}

function context(patientId: string, field: string): SealContext {
  return { owner: patientId, commandId: 'identity', field };
}

/** What was sealed here is what is opened here: the authenticated cipher is the proof of its shape. */
function parsed<T>(json: string): T {
  const value: T = JSON.parse(json);
  return value;
}
