import fc from 'fast-check';
import { answerTo, type Receive, type Received } from './answer.ts';
import { Frames, type Framed } from './frames.ts';
import { answerIn, report, simulatedHospital } from './specs/messages.ts';

const now = () => new Date('2026-02-03T13:00:00Z');
const peer = { address: '127.0.0.1' };
const stored: Receive = () => Promise.resolve({ outcome: 'stored' });

const asFrame = (bytes: Buffer | string): Framed => ({ is: 'frame', bytes: Buffer.from(bytes) });
const answer = (frame: Framed, receive: Receive = stored) => answerTo(frame, { receive, peer, now });
const said = async (frame: Framed, receive: Receive = stored) => {
  const [one] = new Frames(1_000_000).push((await answer(frame, receive)).bytes);
  return answerIn(one?.is === 'frame' ? one.bytes.toString('latin1') : '');
};

describe('the answer to a message', () => {
  const outcomes: readonly [Received, readonly string[]][] = [
    [{ outcome: 'stored' }, ['AA', 'M1', '']],
    [{ outcome: 'refused', reason: 'sender-not-known' }, ['AR', 'M1', '103']],
    [{ outcome: 'unavailable' }, ['AE', 'M1', '207']],
  ];
  it.each(outcomes)('says what became of it: %j', async (received, expected) => {
    expect(await said(asFrame(report('M1')), () => Promise.resolve(received))).toEqual(expected);
  });

  it('asks to send it again where the taking of it failed', async () => {
    expect(await said(asFrame(report('M1')), () => Promise.reject(new Error('away')))).toEqual(['AE', 'M1', '207']);
    const thrown: Receive = () => {
      throw new Error('at once');
    };
    expect(await said(asFrame(report('M1')), thrown)).toEqual(['AE', 'M1', '207']);
  });

  it('is AA for 299 of the simulated hospital, and AR for the one of a type that is not taken', async () => {
    const answers = await Promise.all(simulatedHospital().map((text) => said(asFrame(text))));
    expect(answers.filter(([code]) => code === 'AA').length).toBe(299);
    expect(answers.find(([code]) => code !== 'AA')).toEqual(['AR', '144', '']);
    expect(answers.map(([, id]) => id)).toEqual(answers.map((_, index) => `${index + 1}`));
  });
});

describe('the character set', () => {
  const given = async (set: string, name: string, encoding: BufferEncoding) => {
    const texts: string[] = [];
    const keep: Receive = (text) => {
      texts.push(text);
      return Promise.resolve({ outcome: 'stored' });
    };
    const [code, id, error] = await said(asFrame(Buffer.from(report('M1', { set, name }), encoding)), keep);
    return [code, id, error, /Doe[^|]*/.exec(texts[0] ?? '')?.[0]];
  };

  it.each([
    ['', 'Doe^Jane', 'latin1', ['AA', 'M1', '', 'Doe^Jane']],
    ['ASCII', 'Doe^Jane', 'latin1', ['AA', 'M1', '', 'Doe^Jane']],
    ['UNICODE UTF-8', 'Doe^José', 'utf8', ['AA', 'M1', '', 'Doe^José']],
    ['8859/1', 'Doe^José', 'latin1', ['AA', 'M1', '', 'Doe^José']],
    ['', 'Doe^José', 'utf8', ['AR', 'M1', '102', undefined]],
    ['ASCII', 'Doe^José', 'latin1', ['AR', 'M1', '102', undefined]],
    ['UNICODE UTF-8', 'Doe^José', 'latin1', ['AR', 'M1', '102', undefined]],
    ['8859/1', 'Doe^\u0000', 'latin1', ['AR', 'M1', '102', undefined]],
    ['8859/15', 'Doe^Jane', 'latin1', ['AR', 'M1', '103', undefined]],
    ['ASCII~ISO IR87', 'Doe^Jane', 'latin1', ['AR', 'M1', '103', undefined]],
    ['constructor', 'Doe^Jane', 'latin1', ['AR', 'M1', '103', undefined]],
  ] as const)('%s: %s in %s', async (set, name, encoding, expected) => {
    expect(await given(set, name, encoding)).toEqual(expected);
  });
});

describe('what is no message', () => {
  const refusal = async (frame: Framed) => (await answer(frame)).refusal;

  it('is refused with its reason, and by its id where it has one', async () => {
    expect(await said({ is: 'too-long', head: Buffer.from(report('M7')) })).toEqual(['AR', 'M7', '102']);
    expect(await said({ is: 'broken', head: Buffer.from(report('M7')) })).toEqual(['AR', 'M7', '102']);
    expect(await refusal(asFrame(''))).toBe('no-header');
    expect(await refusal(asFrame('GET / HTTP/1.1'))).toBe('no-header');
    expect(await refusal(asFrame(report('')))).toBe('no-control-id');
    expect(await refusal(asFrame(report('M1', { msh: 'MSH|^~\\#|A|B|C|D|E||ORU^R01|M1|P|2.5' })))).toBe(
      'other-separators',
    );
    expect(await refusal(asFrame(report('M1', { msh: 'MSH|^~\\&|A|B|C|D|E||ORU^R01|M1|P|2.9' })))).toBe('version');
    expect(await refusal(asFrame(report('M1', { msh: 'MSH|^~\\&|A|B|C|D|E||ADT^A05|M1|P|2.5' })))).toBe('event');
  });

  it('has one answer that can be read and says nothing of the person, whatever its bytes', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)),
      fc.tuple(fc.nat(400), fc.uint8Array({ maxLength: 6 })).map(([at, some]) => {
        const text = Buffer.from(report('M1', { set: '8859/1' }), 'latin1');
        return Buffer.concat([text.subarray(0, at), some, text.subarray(at + some.length)]);
      }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (some) => {
        const { bytes: written, code } = await answer(asFrame(some));
        const found = new Frames(1_000_000).push(written);
        expect(found.map(({ is }) => is)).toEqual(['frame']);
        const text = found[0]?.is === 'frame' ? found[0].bytes.toString('latin1') : '';
        expect(answerIn(text)[0]).toBe(code);
        expect(text).not.toMatch(/Jane|4711|1990/);
        expect(text.split('\r').map((segment) => segment.slice(0, 4))).toEqual(
          code === 'AR' ? expect.arrayContaining(['MSH|', 'MSA|', '']) : ['MSH|', 'MSA|', ''],
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('puts no segment of its own into the answer', async () => {
    const hostile = report('M1', { msh: 'MSH|^~\\&|A\\X0D\\PID\\F\\1|B|C|D|E||ORU^R01|M1\nMSA|P|2.5.1' });
    const written = (await answer(asFrame(hostile))).bytes.toString('latin1');
    expect(written.split('\r').filter((segment) => segment.startsWith('PID'))).toEqual([]);
  });
});
