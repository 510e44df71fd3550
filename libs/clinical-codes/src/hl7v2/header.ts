import { asWritten, segmentsOf, said, type Hl7Segment, type NotReadable } from './segments.ts';

/** Who sends which message; as it was written, so that an answer can say it again. */
export interface Hl7Header {
  readonly sendingApplication: string;
  readonly sendingFacility: string;
  readonly receivingApplication: string;
  readonly receivingFacility: string;
  readonly sentAt: string;
  /** `ORU^R01` */
  readonly type: string;
  /** Letter by letter as it was written: the answer repeats it. */
  readonly controlId: string;
  /** `P` production, `T` training, `D` debugging. */
  readonly processingId: string;
  readonly version: string;
  /** As MSH-18 names it; empty: ASCII. */
  readonly characterSet: string;
}

export type HeaderRead =
  | { readonly isReadable: true; readonly header: Hl7Header }
  /** With what can be said of it, for the answer. */
  | { readonly isReadable: false; readonly why: NotReadable; readonly header: Hl7Header };

/** What nobody can be told by: the text has no header. */
export const noHeader: Hl7Header = {
  sendingApplication: '',
  sendingFacility: '',
  receivingApplication: '',
  receivingFacility: '',
  sentAt: '',
  type: '',
  controlId: '',
  processingId: '',
  version: '',
  characterSet: '',
};

const longestHeader = 2_000;
const longestField = 250;

/** Reads the first segment only; the rest of the text may be anything. */
export function readHl7Header(text: string): HeaderRead {
  const end = text.slice(0, longestHeader).search(/[\r\n]/);
  if (end === -1 && text.length > longestHeader) return { isReadable: false, why: 'header-too-long', header: noHeader };
  const segments = segmentsOf(end === -1 ? text : text.slice(0, end));
  if (typeof segments === 'string') return { isReadable: false, why: segments, header: noHeader };
  const header = headerOf(segments[0]);
  const why = faultOf(header);
  return why === undefined ? { isReadable: true, header } : { isReadable: false, why, header };
}

const headerOf = (msh: Hl7Segment | undefined): Hl7Header => ({
  sendingApplication: said(msh, 3),
  sendingFacility: said(msh, 4),
  receivingApplication: said(msh, 5),
  receivingFacility: said(msh, 6),
  sentAt: said(msh, 7),
  type: [said(msh, 9), said(msh, 9, 2)].filter((part) => part !== '').join('^'),
  controlId: asWritten(msh, 10),
  processingId: said(msh, 11),
  version: said(msh, 12),
  characterSet: asWritten(msh, 18),
});

function faultOf(header: Hl7Header): NotReadable | undefined {
  if (Object.values(header).some((field: string) => field.length > longestField)) return 'header-too-long';
  if (header.controlId === '') return 'no-control-id';
  return header.type === '' ? 'no-type' : undefined;
}

/** Why a message that can be read is none that is taken. */
export type NotSupported = 'version' | 'type' | 'event';

const versions: readonly string[] = ['2.3', '2.3.1', '2.4', '2.5', '2.5.1'];
const types: readonly string[] = [
  'ORU^R01',
  ...['A01', 'A02', 'A03', 'A08', 'A11', 'A13', 'A34', 'A40'].map((event) => `ADT^${event}`),
];

export const isKnownVersion = (version: string): boolean => versions.includes(version);

export function notSupported({ version, type }: Hl7Header): NotSupported | undefined {
  if (!isKnownVersion(version)) return 'version';
  if (types.includes(type)) return undefined;
  return types.some((known) => known.startsWith(`${type.split('^')[0]}^`)) ? 'event' : 'type';
}

/** What a message says, without what tells one sending from another: its time (MSH-7) and its control id (MSH-10). */
export function hl7Content(text: string): string {
  const end = text.search(/[\r\n]/);
  const fields = text.slice(0, end === -1 ? text.length : end).split('|');
  const kept = fields.map((field, index) => (index === 6 || index === 9 ? '' : field)).join('|');
  return end === -1 ? kept : kept + text.slice(end);
}
