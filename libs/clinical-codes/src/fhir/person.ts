import { LocalDate, Uuid, type Sender } from '@stepway/contracts';
import type { PersonClues, PersonNumber } from '../message/clinical-message.ts';
import { tailOf, type Collected, type Item } from './collect.ts';
import type { Patient, Reference } from './shapes.ts';

const mostNumbers = 20;
const isPatient = (item: Item | undefined): item is Item<Patient> => item?.resource.resourceType === 'Patient';

/** Of whom a resource speaks: its own word, else that of the specimen it was found in. */
export function subjectOf(item: Item, collected: Collected): Reference | undefined {
  const { resource } = item;
  if (resource.resourceType === 'Patient') return undefined;
  if (resource.subject) return resource.subject;
  if (resource.resourceType !== 'Observation') return undefined;
  const specimen = collected.find(resource.specimen, item)?.resource;
  return specimen?.resourceType === 'Specimen' ? specimen.subject : undefined;
}

/** The same for all that speak of one person; two of them may still be of one, and are matched each by itself. */
export function personKey(item: Item, collected: Collected): string | undefined {
  // Who is contained is one of whom the resource around it speaks, or nobody.
  if (isPatient(item)) return item.isContained ? undefined : keyOf(item, item.resource);
  const subject = subjectOf(item, collected);
  const found = collected.find(subject, item);
  if (isPatient(found)) return keyOf(found, found.resource);
  if (subject?.reference !== undefined) return subject.reference;
  return subject?.identifier && JSON.stringify([subject.identifier.system, subject.identifier.value]);
}

/** One who is described in each of several results is one, where the description is the same. */
const keyOf = ({ place, isContained }: Item, patient: Patient): string =>
  isContained ? JSON.stringify([patient.identifier, patient.name, patient.birthDate]) : `entry ${place}`;

/** By what the person may be found: the Patient that was sent along, the number in the reference, or our own id in it. */
export function cluesOf(item: Item, collected: Collected, { numbers: known }: Pick<Sender, 'numbers'>): PersonClues {
  const subject = isPatient(item) ? undefined : subjectOf(item, collected);
  const found = isPatient(item) ? item : collected.find(subject, item);
  const patient = isPatient(found) ? found.resource : undefined;
  const given = [...(patient?.identifier ?? []), ...(subject?.identifier ? [subject.identifier] : [])];
  const numbers = given.flatMap(({ system = '', value = '' }): PersonNumber[] =>
    system === '' || value === '' ? [] : [{ system, value }],
  );
  const isOurs = ({ system }: PersonNumber) =>
    known.some(({ authority, as }) => authority === system && as === 'patient-id');
  const ours = numbers.find(isOurs)?.value ?? (patient ? undefined : ownId(subject));
  const patientId = Uuid.safeParse(ours).data;
  const name = patient && nameOf(patient);
  const birthDate = LocalDate.safeParse(patient?.birthDate).data;
  return {
    numbers: numbers.filter((number) => !isOurs(number)).slice(0, mostNumbers),
    ...(patientId !== undefined && { patientId }),
    ...(name && { name }),
    ...(birthDate !== undefined && { birthDate }),
  };
}

const ownId = (subject: Reference | undefined): string | undefined => {
  const [kind, id] = tailOf(subject?.reference)?.split('/') ?? [];
  return kind === 'Patient' ? id : undefined;
};

/** The name that is in use, the official one first; none that is no longer. */
function nameOf({ name: names }: Patient): PersonClues['name'] {
  const uses = ['official', 'usual', undefined];
  const [one] = names
    .filter(({ use }) => uses.includes(use))
    .toSorted((a, b) => uses.indexOf(a.use) - uses.indexOf(b.use));
  const [given] = one?.given ?? [];
  return one?.family && given ? { given, family: one.family } : undefined;
}

export const hasDied = ({ deceasedBoolean, deceasedDateTime }: Patient): boolean =>
  deceasedBoolean === true || deceasedDateTime !== undefined;
