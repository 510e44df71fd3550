import type { ClinicalMessage, PersonClues } from '../message/clinical-message.ts';
import { drugTestsOf } from './drug-tests.ts';
import { notSupported, readHl7Header, type Hl7Header, type NotSupported } from './header.ts';
import { ordersOf } from './orders.ts';
import { personOf } from './person.ts';
import { segmentsOf, type Hl7Segment, type NotReadable } from './segments.ts';
import type { SenderReading } from './sender.ts';
import { stayOf } from './stays.ts';

/** What a message says, or why it says nothing to us. */
export type Hl7Reading =
  | { readonly is: 'read'; readonly message: ClinicalMessage }
  /** The sender joins two of its records of persons: for a person to see to. */
  | { readonly is: 'merge'; readonly person: PersonClues }
  | { readonly is: 'nothing-in-it'; readonly why: NothingInIt }
  | { readonly is: 'not-supported'; readonly why: NotSupported }
  | { readonly is: 'not-readable'; readonly why: NotReadable };

/** Why there is nothing to do. */
export type NothingInIt = 'no-drug-test' | 'no-stay' | 'marked-as-test';

const merges: readonly string[] = ['ADT^A34', 'ADT^A40'];

/**
 * Reads a message of HL7 v2.3 to 2.5.1: drug tests of ORU^R01, stays of ADT. Nothing is guessed: what is not certain is
 * a question. Whatever the text, it answers.
 */
export function readHl7Message(text: string, sender: SenderReading): Hl7Reading {
  const read = readHl7Header(text);
  if (!read.isReadable) return { is: 'not-readable', why: read.why };
  const { header } = read;
  const unsupported = notSupported(header);
  if (unsupported) return { is: 'not-supported', why: unsupported };
  const segments = segmentsOf(text);
  if (typeof segments === 'string') return { is: 'not-readable', why: segments };
  if (['T', 'D'].includes(header.processingId.toUpperCase()) && !sender.takesTests)
    return { is: 'nothing-in-it', why: 'marked-as-test' };
  const [pid, ...others] = segments.filter(({ name }) => name === 'PID');
  if (pid === undefined) return { is: 'not-readable', why: 'no-person' };
  const person = personOf(pid, sender);
  if (merges.includes(header.type)) return { is: 'merge', person };
  if (others.length > 0) return severalPersons;
  return header.type === 'ORU^R01'
    ? readReport(segments, person, header, sender)
    : readStay(segments, { person, pid }, header, sender);
}

/** Whose result is whose is not for us to choose. */
const severalPersons: Hl7Reading = {
  is: 'read',
  message: { person: { numbers: [] }, facts: [], questions: [{ reason: 'several-persons' }] },
};

function readReport(
  segments: readonly Hl7Segment[],
  person: PersonClues,
  { sentAt }: Hl7Header,
  sender: SenderReading,
): Hl7Reading {
  const orders = ordersOf(segments);
  if (typeof orders === 'string') return { is: 'not-readable', why: orders };
  const tests = drugTestsOf(orders, sentAt, sender);
  if (tests === undefined) return { is: 'nothing-in-it', why: 'no-drug-test' };
  const facts = tests.flatMap(({ fact }) => fact ?? []);
  return { is: 'read', message: { person, facts, questions: tests.flatMap(({ questions }) => questions) } };
}

function readStay(
  segments: readonly Hl7Segment[],
  { person, pid }: { readonly person: PersonClues; readonly pid: Hl7Segment },
  { type }: Hl7Header,
  sender: SenderReading,
): Hl7Reading {
  const named = (wanted: string): Hl7Segment | undefined => segments.find(({ name }) => name === wanted);
  const stay = stayOf({ event: type.slice('ADT^'.length), evn: named('EVN'), pid, pv1: named('PV1') }, sender);
  if (stay === undefined) return { is: 'nothing-in-it', why: 'no-stay' };
  return { is: 'read', message: { person, facts: stay.fact ? [stay.fact] : [], questions: stay.questions } };
}
