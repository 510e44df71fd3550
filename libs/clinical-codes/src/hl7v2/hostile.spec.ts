import fc from 'fast-check';
import { readHl7Message } from './read-hl7-message.ts';
import { acme, cocaine, obx, report, screen, simulatedHospital } from './specs/messages.ts';

const valid = [...simulatedHospital().slice(0, 20), report(screen, obx('ST', cocaine, 'NEG'))];
const hostile = { ...acme, takesTests: true };
const kinds = ['read', 'merge', 'nothing-in-it', 'not-supported', 'not-readable'];

describe('whatever text comes', () => {
  it('is answered: messages with parts cut out, doubled and written over', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8, unit: 'binary' }),
      fc.constantFrom('|', '^', '~', '&', '\\', '\r', '\n', '""', 'constructor', '__proto__', '\u0000', '<script>'),
    );
    const change = fc.record({ at: fc.nat(3000), cut: fc.nat(40), piece });
    fc.assert(
      fc.property(fc.constantFrom(...valid), fc.array(change, { minLength: 1, maxLength: 6 }), (text, changes) => {
        const changed = changes.reduce(
          (done, { at, cut, piece: put }) => done.slice(0, at) + put + done.slice(at + cut),
          text,
        );
        expect(kinds).toContain(readHl7Message(changed, hostile).is);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is answered soon: fields of a whole frame, of spaces, digits, separators and escapes', () => {
    for (const filler of ['x', ' ', '9', '^', '~', '&', '\\', '\\X41\\', '(A', '-', '\n']) {
      const long = filler.repeat(Math.floor(340_000 / filler.length));
      const begun = process.cpuUsage();
      readHl7Message(
        report(screen, obx('ST', cocaine, long), obx('SN', cocaine, long, { range: long, unit: long })),
        hostile,
      );
      readHl7Message(report(`OBR|1||${long}|X|||${long}`, obx('CE', 'X', '', { flag: long })), hostile);
      readHl7Message(report(screen, obx('CE', long, long)), hostile);
      expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(3_000);
    }
  });

  it('is refused at once where it is longer than a frame', () => {
    const long = report(screen, obx('ST', cocaine, 'x'.repeat(10_000_000)));
    expect(readHl7Message(long, hostile)).toEqual({ is: 'not-readable', why: 'too-large' });
  });

  it('is text where it looks like a program', () => {
    const script = '<script>alert(1)</script>';
    const reading = readHl7Message(report(screen, obx('TX', cocaine, script)), hostile);
    expect(reading).toMatchObject({ message: { facts: [], questions: [{ reason: 'value-not-understood' }] } });
    expect(JSON.stringify(reading)).not.toContain('script');
  });
});
