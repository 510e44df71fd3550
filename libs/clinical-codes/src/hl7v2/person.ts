import type { PersonClues, PersonNumber } from '../message/clinical-message.ts';
import { repetitionsOf, said, type Hl7Segment } from './segments.ts';
import type { SenderReading } from './sender.ts';
import { readHl7Day } from './time.ts';

/** By what the person of a PID segment may be found: numbers of authorities that the sender is known to mean, name, birth date. */
export function personOf(pid: Hl7Segment, { numbers: known }: SenderReading): PersonClues {
  const all = numbersOf(pid, known);
  const isOurs = ({ system }: PersonNumber): boolean => known.get(system) === 'patient-id';
  const patientId = all.find(isOurs)?.value;
  const name = nameOf(pid);
  const birthDate = readHl7Day(said(pid, 7));
  return {
    ...(patientId !== undefined && { patientId }),
    numbers: all.filter((number) => !isOurs(number)),
    ...(name && { name }),
    ...(birthDate !== undefined && { birthDate }),
  };
}

const mostNumbers = 20;

/** PID-3: the number and who gave it, by its name or its universal id. */
function numbersOf(pid: Hl7Segment, known: SenderReading['numbers']): readonly PersonNumber[] {
  const repetitions = Array.from({ length: Math.min(repetitionsOf(pid, 3), mostNumbers) }, (_, index) => index);
  return repetitions.flatMap((repetition) => {
    const value = said(pid, 3, 1, repetition);
    const system = [1, 2].map((part) => said(pid, 3, 4, repetition, part)).find((name) => known.has(name));
    return value === '' || system === undefined ? [] : [{ system, value }];
  });
}

/** The legal name (`L`) where names are marked, else the first. */
function nameOf(pid: Hl7Segment): PersonClues['name'] {
  const repetitions = Array.from({ length: Math.min(repetitionsOf(pid, 5), mostNumbers) }, (_, index) => index);
  const legal = repetitions.find((repetition) => said(pid, 5, 7, repetition) === 'L') ?? 0;
  const [family, given] = [said(pid, 5, 1, legal), said(pid, 5, 2, legal)];
  return family === '' || given === '' ? undefined : { given, family };
}
