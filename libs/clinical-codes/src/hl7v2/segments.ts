import { Hl7Message, type Hl7Field, type Hl7Segment } from '@medplum/core';
import { unescaped } from './escapes.ts';

export type { Hl7Segment };

/** Why a text is no message that can be read. */
export type NotReadable =
  | 'no-header'
  | 'other-separators'
  | 'header-too-long'
  | 'no-control-id'
  | 'no-type'
  | 'several-messages'
  | 'too-large'
  | 'too-many-segments'
  | 'not-a-segment'
  | 'no-person'
  | 'result-without-order';

const separators = 'MSH|^~\\&|';
const most = 5_000;
/** As many as a frame holds (1 MiB). */
const longest = 1_048_576;

/**
 * The segments of a message, in order. They end with CR, or CR and LF; a lone LF is a space, as text that came through
 * unescaped must not begin a segment.
 */
export function segmentsOf(text: string): readonly Hl7Segment[] | NotReadable {
  if (!text.startsWith('MSH')) return 'no-header';
  if (text.length > longest) return 'too-large';
  // Only these: another separator would make a value of ours out of what is a part of one of theirs.
  if (!text.startsWith(separators)) return 'other-separators';
  const lines = text.replaceAll('\r\n', '\r').replaceAll('\n', ' ');
  if (countOf(lines, '\r') > most) return 'too-many-segments';
  const segments = Hl7Message.parse(lines).segments.filter(({ name }) => name.trim() !== '');
  if (segments.filter(({ name }) => name === 'MSH').length > 1) return 'several-messages';
  return segments.every(({ name }) => /^[A-Z][A-Z0-9]{2}$/.test(name)) ? segments : 'not-a-segment';
}

function countOf(text: string, one: string): number {
  let count = 0;
  for (let at = text.indexOf(one); at !== -1; at = text.indexOf(one, at + 1)) count += 1;
  return count;
}

const fieldOf = (segment: Hl7Segment | undefined, field: number): Hl7Field | undefined => segment?.getField(field);

export const repetitionsOf = (segment: Hl7Segment | undefined, field: number): number =>
  fieldOf(segment, field)?.components.length ?? 0;

/** One component as it was written, subcomponents and escapes in it; empty where it is not there or said to be empty. */
export function written(segment: Hl7Segment | undefined, field: number, component = 1, repetition = 0): string {
  const text = fieldOf(segment, field)?.components[repetition]?.[component - 1]?.trim() ?? '';
  return text === '""' ? '' : text;
}

/** What a component says: its first subcomponent, or the one asked for. */
export const said = (segment: Hl7Segment | undefined, field: number, component = 1, repetition = 0, part = 1): string =>
  unescaped(written(segment, field, component, repetition).split('&')[part - 1] ?? '').trim();

/** A field as it was written. */
export const asWritten = (segment: Hl7Segment | undefined, field: number): string =>
  fieldOf(segment, field)?.toString().trim() ?? '';

/** A field of text: components and repetitions are parts of what somebody wrote. */
export function textOf(segment: Hl7Segment, field: number): string {
  const text = asWritten(segment, field);
  return text === '""' ? '' : unescaped(text.replaceAll('~', ' ')).trim();
}
