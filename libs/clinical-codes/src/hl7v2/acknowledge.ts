import { Hl7Message, Hl7Segment } from '@medplum/core';
import { escaped } from './escapes.ts';
import { isKnownVersion, type Hl7Header } from './header.ts';

/** AA: it is ours now. AE: not now, send it again. AR: not so; again it would be refused again. */
export type AckCode = 'AA' | 'AE' | 'AR';

/** HL7 table 0357. */
const errors = {
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing id',
  '203': 'Unsupported version id',
  '205': 'Duplicate key identifier',
  '207': 'Application internal error',
} as const;
export type AckError = keyof typeof errors;

export interface AckOptions {
  /** The moment of the answer, RFC 3339. */
  readonly at: string;
  /** One of our own sentences, never anything of the message. */
  readonly text?: string;
  readonly errorCode?: AckError;
  /** The segment that is meant. */
  readonly segment?: string;
}

/**
 * The answer to a message: who sent what, its control id, and how it went; nothing else that it said. From version 2.5 on
 * the error stands in a segment of its own, before that in MSA.
 */
export function acknowledge(header: Hl7Header, code: AckCode, { at, text, errorCode, segment }: AckOptions): string {
  const version = isKnownVersion(header.version) ? header.version : '2.5.1';
  const event = header.type.split('^')[1];
  const time = at.replace(/[-:T]/g, '').replace(/\..*$|Z$/, '');
  const msh = [
    'MSH', '^~\\&', escaped(header.receivingApplication), escaped(header.receivingFacility),
    escaped(header.sendingApplication), escaped(header.sendingFacility), `${time}+0000`, '',
    event === undefined ? 'ACK' : `ACK^${escaped(event)}`, header.controlId,
    escaped(header.processingId || 'P'), version,
  ]; // prettier-ignore
  const isSegment = version.startsWith('2.5');
  const error = errorCode === undefined ? '' : `${errorCode}^${errors[errorCode]}^HL70357`;
  const msa = ['MSA', code, header.controlId, ...(text === undefined ? [] : [escaped(text)])];
  if (error !== '' && !isSegment) msa.push(...Array.from({ length: 6 - msa.length }, () => ''), error);
  const err = ['ERR', '', escaped(segment ?? ''), error, 'E', '', '', '', escaped(text ?? '')];
  const segments = [msh, msa, ...(isSegment && error !== '' ? [err] : [])].map((fields) => new Hl7Segment(fields));
  return `${new Hl7Message(segments).toString()}\r`;
}
