import {
  acknowledge,
  noHeader,
  notSupported,
  readHl7Header,
  type AckCode,
  type Hl7Header,
} from '@stepway/clinical-codes';
import { decoded, encodingOf } from './decode.ts';
import { framed, type Framed } from './frames.ts';
import { refusals, type Refusal } from './refusals.ts';

/** Who is at the other end. */
export interface Peer {
  readonly address: string;
  /** SHA-256 fingerprint of the client certificate, as hexadecimal digits. */
  readonly certificate?: string;
}

/** What became of a message: AA, AR or AE. */
export type Received =
  /** It is safe, now or before. */
  | { readonly outcome: 'stored' }
  /** Sent again it would be refused again. */
  | { readonly outcome: 'refused'; readonly reason: Refusal }
  /** It is not safe, or nobody knows: it has to be sent again. */
  | { readonly outcome: 'unavailable' };

/** Takes the text of one message; called in the order of arrival, without waiting for the one before. */
export type Receive = (text: string, peer: Peer, header: Hl7Header) => Promise<Received>;

export interface Answer {
  readonly code: AckCode;
  readonly refusal?: Refusal;
  readonly bytes: Buffer;
}

/** The one answer to a frame, whatever is in it. Never rejects. */
export async function answerTo(
  frame: Framed,
  { receive, peer, now }: { readonly receive: Receive; readonly peer: Peer; readonly now: () => Date },
): Promise<Answer> {
  const at = now().toISOString();
  const read = readFrame(frame);
  const { header } = read;
  const encoding = read.is === 'message' && read.isUtf8 ? 'utf8' : 'latin1';
  const answer = (code: AckCode, options: { refusal?: Refusal } & Partial<(typeof refusals)[Refusal]> = {}): Answer => {
    const { refusal, ...error } = options;
    const bytes = framed(acknowledge(header, code, { at, ...error }), encoding);
    return { code, bytes, ...(refusal && { refusal }) };
  };
  const refused = (refusal: Refusal): Answer => answer('AR', { refusal, ...refusals[refusal] });
  const unavailable = (): Answer => answer('AE', { text: 'Not now: send it again', errorCode: '207' });
  if (read.is === 'refused') return refused(read.refusal);
  try {
    const received = await receive(read.text, peer, header);
    switch (received.outcome) {
      case 'stored':
        return answer('AA');
      case 'refused':
        return refused(received.reason);
      case 'unavailable':
        return unavailable();
    }
  } catch {
    return unavailable();
  }
}

type FrameRead =
  | { readonly is: 'message'; readonly text: string; readonly header: Hl7Header; readonly isUtf8: boolean }
  | { readonly is: 'refused'; readonly refusal: Refusal; readonly header: Hl7Header };

/** The header is read byte by byte first: it says in what the rest is written. */
function readFrame(frame: Framed): FrameRead {
  const bytes = frame.is === 'frame' ? frame.bytes : frame.head;
  const first = readHl7Header(bytes.toString('latin1'));
  const refused = (refusal: Refusal, header = first.header): FrameRead => ({ is: 'refused', refusal, header });
  if (frame.is !== 'frame') return refused(frame.is === 'too-long' ? 'too-large' : 'broken-frame');
  if (!first.isReadable) return refused(first.why);
  const encoding = encodingOf(first.header.characterSet);
  if (encoding === undefined) return refused('character-set');
  const text = decoded(bytes, encoding);
  if (text === undefined) return refused('not-in-its-character-set', withoutControl(first.header));
  const read = encoding === 'utf8' ? readHl7Header(text) : first;
  if (!read.isReadable) return refused(read.why, read.header);
  const unsupported = notSupported(read.header);
  if (unsupported) return refused(unsupported, read.header);
  return { is: 'message', text, header: read.header, isUtf8: encoding === 'utf8' };
}

/** What cannot be decoded is not repeated, but for the id by which the sender knows the message, where that is one. */
const withoutControl = (header: Hl7Header): Hl7Header => {
  const { controlId, version, type } = header;
  return /^[\u0020-\u007e]+$/.test(controlId) ? { ...noHeader, controlId, version, type } : noHeader;
};
