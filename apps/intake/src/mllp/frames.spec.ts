import fc from 'fast-check';
import { framed, Frames, type Framed } from './frames.ts';
import { simulatedHospital } from './specs/messages.ts';

const frame = (text: string): Buffer => framed(text, 'latin1');
const [start, end] = ['\u000b', '\u001c'];

/** What is found when the bytes come in these pieces: texts, or how a frame is wrong. */
function found(bytes: Buffer, cuts: readonly number[], longest = 1_048_576): readonly string[] {
  const frames = new Frames(longest);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return places
    .slice(1)
    .flatMap((to, index) => frames.push(bytes.subarray(places[index], to)))
    .map(wordsOf);
}
const wordsOf = (one: Framed): string =>
  one.is === 'frame' ? one.bytes.toString('latin1') : `${one.is}: ${one.head.toString('latin1').slice(0, 5)}`;

describe('frames', () => {
  const text = fc.string({ maxLength: 60, unit: fc.constantFrom('a', '|', '\r', '\n', 'é', '\u007f') });
  const between = fc.constantFrom('', '\r', '\r\n', 'xyz', `${start}cut of`);

  it('are the same however the bytes are cut, several in a piece or a byte in each', () => {
    const cuts = fc.array(fc.nat(10_000), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, between), { maxLength: 8 }), cuts, (parts, places) => {
        const bytes = Buffer.concat(parts.map(([one, after]) => Buffer.concat([frame(one), Buffer.from(after)])));
        const texts = parts.map(([one]) => Buffer.from(one, 'latin1').toString('latin1'));
        expect(found(bytes, places)).toEqual(texts);
        expect(found(bytes, Array.from(bytes.keys()))).toEqual(texts);
      }),
    );
  });

  it('of a whole feed are found in pieces of any size', () => {
    const messages = simulatedHospital();
    const bytes = Buffer.concat(messages.map(frame));
    for (const size of [1, 7, 1_460, 65_536]) {
      const cuts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => index * size);
      expect(found(bytes, cuts)).toEqual(messages);
    }
  });

  it('that are too long are passed over, with their beginning for an answer, and the next is read', () => {
    const bytes = Buffer.concat([frame('short'), frame(`MSH|${'x'.repeat(20_000_000)}`), frame('next')]);
    expect(found(bytes, [100, 1_000_000, 9_999_999])).toEqual(['short', 'too-long: MSH|x', 'next']);
    expect(found(frame('12345'), [], 5)).toEqual(['12345']);
    expect(found(frame('123456'), [3], 5)).toEqual(['too-long: 12']);
  });

  it('with an end in the middle are broken', () => {
    expect(found(Buffer.concat([frame(`MSH${end}PID${end}${end}`), frame('next')]), [])).toEqual([
      'broken: MSH',
      'next',
    ]);
  });

  it('that never ended are forgotten where the next begins', () => {
    expect(found(Buffer.concat([Buffer.from(`${start}MSH|half of`), frame('next')]), [4])).toEqual(['next']);
    expect(found(Buffer.from(`${start}MSH|half of${end}`), [])).toEqual([]);
  });

  it.each([start, end, `${end}x`, `${start}${end}`, '\r', 'x'])('cost no more than their length: of %j', (filler) => {
    // In processor time, each the quickest of three: what another needs at that moment is no part of it.
    const cost = (length: number): number => {
      const bytes = Buffer.from(start + filler.repeat(length / filler.length), 'latin1');
      const cuts = Array.from({ length: 16 }, (_, index) => (index * length) / 16);
      const costs = [1, 2, 3].map(() => {
        const begun = process.cpuUsage();
        found(bytes, cuts);
        return process.cpuUsage(begun).user / 1_000;
      });
      return Math.min(...costs);
    };
    // Eight times the length costs 64 times as much where each byte is looked at again for each that comes.
    expect(cost(800_000)).toBeLessThan(32 * Math.max(cost(100_000), 1));
  });

  it('leave what stands between them aside, and count it: somebody may speak another protocol', () => {
    const frames = new Frames(100);
    frames.push(Buffer.from('GET / HTTP/1.1\r\n\r\n'));
    frames.push(Buffer.from(start.repeat(3)));
    expect([frames.stray, frames.isInside]).toEqual([16, true]);
  });
});
