const [start, end, carriageReturn, lineFeed] = [0x0b, 0x1c, 0x0d, 0x0a];

export type Framed =
  | { readonly is: 'frame'; readonly bytes: Buffer }
  /** Longer than is taken, or an end in the middle of it: with its beginning, by which it can be answered. */
  | { readonly is: 'too-long' | 'broken'; readonly head: Buffer };

const headLength = 4_096;

/**
 * Finds the frames (VT … FS CR) in bytes that come in any pieces. It holds one frame at most, never more than `longest`
 * bytes of it: the rest of a longer one is passed over. A frame that never ended is forgotten where the next begins.
 */
export class Frames {
  readonly #longest: number;
  #held = Buffer.allocUnsafe(headLength);
  #size = 0;
  #state: 'outside' | 'inside' | 'too-long' | 'broken' = 'outside';
  #endBegun = false;
  #stray = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** Whether a frame has begun that has not ended. */
  get isInside(): boolean {
    return this.#state !== 'outside';
  }

  /** Bytes outside of frames so far, line ends left aside, and frames that never ended: somebody speaks another protocol. */
  get stray(): number {
    return this.#stray;
  }

  push(chunk: Buffer): readonly Framed[] {
    const found: Framed[] = [];
    // Looked for again only when passed, or a chunk of nothing but one of them would cost its square.
    let nextStart = chunk.indexOf(start);
    let nextEnd = chunk.indexOf(end);
    for (let at = 0; at < chunk.length;) {
      if (nextStart !== -1 && nextStart < at) nextStart = chunk.indexOf(start, at);
      if (nextEnd !== -1 && nextEnd < at) nextEnd = chunk.indexOf(end, at);
      if (this.#state === 'outside') {
        const until = nextStart === -1 ? chunk.length : nextStart;
        this.#stray += strayIn(chunk.subarray(at, until));
        if (nextStart !== -1) this.#begin();
        at = until + 1;
        continue;
      }
      if (this.#endBegun) {
        this.#endBegun = false;
        if (chunk[at] === carriageReturn) {
          found.push(this.#finish());
          at += 1;
          continue;
        }
        this.#state = 'broken';
      }
      const isCut = nextStart !== -1 && (nextEnd === -1 || nextStart < nextEnd);
      const until = isCut ? nextStart : nextEnd === -1 ? chunk.length : nextEnd;
      this.#keep(chunk.subarray(at, until));
      if (isCut) this.#begin();
      else this.#endBegun = nextEnd !== -1;
      at = until + 1;
    }
    return found;
  }

  #begin(): void {
    if (this.#state !== 'outside') this.#stray += 1;
    this.#state = 'inside';
    this.#size = 0;
    this.#endBegun = false;
  }

  #keep(bytes: Buffer): void {
    if (this.#state !== 'inside') return;
    if (this.#size + bytes.length > this.#longest) {
      this.#state = 'too-long';
      return;
    }
    if (this.#size + bytes.length > this.#held.length) {
      const wider = Buffer.allocUnsafe(Math.max(this.#size + bytes.length, this.#held.length * 2));
      this.#held.copy(wider, 0, 0, this.#size);
      this.#held = wider;
    }
    bytes.copy(this.#held, this.#size);
    this.#size += bytes.length;
  }

  #finish(): Framed {
    const state = this.#state;
    this.#state = 'outside';
    const kept = this.#held.subarray(0, this.#size);
    if (state === 'inside') this.#held = Buffer.allocUnsafe(headLength); // what was found keeps its bytes
    return state === 'too-long' || state === 'broken'
      ? { is: state, head: Buffer.from(kept.subarray(0, headLength)) }
      : { is: 'frame', bytes: kept };
  }
}

function strayIn(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte !== carriageReturn && byte !== lineFeed) count += 1;
  return count;
}

/** A text as a frame. */
export const framed = (text: string, encoding: BufferEncoding): Buffer =>
  Buffer.concat([Buffer.of(start), Buffer.from(text, encoding), Buffer.of(end, carriageReturn)]);
