import type { AckError, NotReadable, NotSupported } from '@stepway/clinical-codes';

/** Why a message is not taken: sent again as it is, it would not be taken either. */
export type Refusal =
  | NotReadable
  | NotSupported
  | 'broken-frame'
  | 'character-set'
  | 'not-in-its-character-set'
  | 'sender-not-known'
  | 'marked-as-test';

interface Words {
  /** What stands in the answer; nothing of the message. */
  readonly text: string;
  readonly errorCode: AckError;
  readonly segment?: string;
}

const words = (text: string, errorCode: AckError, segment?: string): Words => ({
  text,
  errorCode,
  ...(segment !== undefined && { segment }),
});

export const refusals: Readonly<Record<Refusal, Words>> = {
  'no-header': words('A message begins with MSH', '100', 'MSH'),
  'other-separators': words('MSH-1 and MSH-2 must be the recommended separators', '102', 'MSH'),
  'header-too-long': words('A field of MSH is too long', '102', 'MSH'),
  'no-control-id': words('MSH-10 is missing', '101', 'MSH'),
  'no-type': words('MSH-9 is missing', '101', 'MSH'),
  'too-large': words('A message may have 1 MiB', '102'),
  'several-messages': words('A frame holds one message', '100'),
  'too-many-segments': words('The message has too many segments', '102'),
  'not-a-segment': words('A line is no segment: segments end with CR, and text holds none', '100'),
  'no-person': words('PID is missing', '101', 'PID'),
  'result-without-order': words('OBX stands before OBR', '100', 'OBX'),
  version: words('Versions 2.3 to 2.5.1 are taken', '203', 'MSH'),
  type: words('ORU^R01 and ADT are taken', '200', 'MSH'),
  event: words('This event is not taken', '201', 'MSH'),
  'broken-frame': words('An end of frame stands in the middle of the message', '102'),
  'character-set': words('MSH-18 may be ASCII, UNICODE UTF-8 or 8859/1', '103', 'MSH'),
  'not-in-its-character-set': words('The message is not written in the character set of MSH-18', '102'),
  'sender-not-known': words('Nobody is known by MSH-3, MSH-4 and this connection', '103', 'MSH'),
  'marked-as-test': words('MSH-11 marks this as no production message', '202', 'MSH'),
};
