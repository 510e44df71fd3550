import { acknowledge } from './acknowledge.ts';
import { escaped, unescaped } from './escapes.ts';
import { hl7Content, noHeader, notSupported, readHl7Header } from './header.ts';
import { readHl7Message } from './read-hl7-message.ts';
import { acme, cocaine, message, obx, report, screen } from './specs/messages.ts';
import { readHl7Day, readHl7Time } from './time.ts';

const at = '2026-02-03T13:00:05.123Z';
const header = readHl7Header(report(screen)).header;

describe('the header of a message', () => {
  it('says who sends what, and how', () => {
    expect(readHl7Header(message('ORU^R01^ORU_R01', []))).toEqual({
      isReadable: true,
      header: {
        sendingApplication: 'LIS',
        sendingFacility: 'ACME',
        receivingApplication: 'STEPWAY',
        receivingFacility: 'CLINIC',
        sentAt: '20260203080000-0500',
        type: 'ORU^R01',
        controlId: 'M1',
        processingId: 'P',
        version: '2.5.1',
        characterSet: '',
      },
    });
  });

  it.each([
    ['', 'no-header'],
    ['PID|1', 'no-header'],
    ['MSH|^~\\&', 'other-separators'],
    ['MSH#^~\\&#a', 'other-separators'],
    ['MSH|*~\\&|a', 'other-separators'],
    ['MSH|^~\\&|a|b|c|d|e||ORU^R01', 'no-control-id'],
    ['MSH|^~\\&|a|b|c|d|e|||1', 'no-type'],
    [`MSH|^~\\&|${'a'.repeat(251)}|b|c|d|e||ORU^R01|1`, 'header-too-long'],
    [`MSH|^~\\&|${'a'.repeat(3000)}`, 'header-too-long'],
  ])('cannot be read: %s', (text, why) => {
    expect(readHl7Header(text)).toMatchObject({ isReadable: false, why });
  });

  it('is of a version, type and event that are taken, or says which is not', () => {
    const given = (type: string, version = '2.4') => notSupported({ ...noHeader, type, version });
    expect([given('ORU^R01'), given('ADT^A40'), given('ADT^A05'), given('MDM^T02'), given('ORU^R01', '2.2')]).toEqual([
      undefined,
      undefined,
      'event',
      'type',
      'version',
    ]);
  });
});

describe('what a message says', () => {
  it('is the same when it is sent again at another time under another id, and only then', () => {
    const text = report(screen, obx('ST', cocaine, 'NEG'));
    const again = text.replace('20260203080000-0500', '20260204').replace('|M1|', '|M2|');
    expect(hl7Content(again)).toBe(hl7Content(text));
    expect(hl7Content(text.replace('NEG', 'POS'))).not.toBe(hl7Content(text));
  });
});

describe('the answer', () => {
  it('says the control id, and goes back where the message came from', () => {
    expect(acknowledge(header, 'AA', { at })).toBe(
      'MSH|^~\\&|STEPWAY|CLINIC|LIS|ACME|20260203130005+0000||ACK^R01|M1|P|2.5.1\rMSA|AA|M1\r',
    );
  });

  it('tells an error in a segment of its own from 2.5 on, before that in MSA', () => {
    const options = { at, text: 'Not | taken', errorCode: '200', segment: 'MSH' } as const;
    expect(acknowledge(header, 'AR', options).split('\r').slice(1)).toEqual([
      'MSA|AR|M1|Not \\F\\ taken',
      'ERR||MSH|200^Unsupported message type^HL70357|E||||Not \\F\\ taken',
      '',
    ]);
    expect(
      acknowledge({ ...header, version: '2.3' }, 'AE', options)
        .split('\r')
        .slice(1),
    ).toEqual(['MSA|AE|M1|Not \\F\\ taken|||200^Unsupported message type^HL70357', '']);
  });

  it('is given to what has no header too', () => {
    expect(acknowledge(noHeader, 'AR', { at })).toBe('MSH|^~\\&|||||20260203130005+0000||ACK||P|2.5.1\rMSA|AR|\r');
  });

  it('repeats nothing that could begin a segment, and nothing of the person', () => {
    const hostile = readHl7Header('MSH|^~\\&|A\\X0D\\PID\\F\\x|b|c|d|e||ORU^R01|1\nMSA\\F\\AA|P|2.5').header;
    const answer = acknowledge(hostile, 'AR', { at });
    expect(answer.split('\r').map((segment) => segment.slice(0, 3))).toEqual(['MSH', 'MSA', '']);
    expect(acknowledge(header, 'AE', { at, errorCode: '207' })).not.toMatch(/Jane|Doe|4711|1990/);
  });
});

describe('an escape', () => {
  it('is what it stands for', () => {
    expect(unescaped('a\\F\\b\\S\\c\\T\\d\\R\\e\\E\\f\\X41C3A9\\g\\XE9\\\\H\\h\\N\\\\Cfoo\\\\.br\\')).toBe(
      'a|b^c&d~e\\fAégéh\n',
    );
  });

  it('that is none stays as it was written', () => {
    expect(unescaped('C:\\dir \\X4\\ \\constructor\\')).toBe('C:\\dir \\X4\\ \\constructor\\');
  });

  it('brings no control character in', () => {
    expect(unescaped('a\\X0D\\PID\\X00\\')).toBe('a PID ');
  });

  it('is written so that it is read as it was', () => {
    const text = 'a|b^c&d~e\\f';
    expect(unescaped(escaped(text))).toBe(text);
    expect(escaped('a\rMSA|AA\u000b\u001c')).toBe('a\\X0D\\MSA\\F\\AA');
  });
});

describe('a time', () => {
  it.each([
    ['20260202090000-0500', '2026-02-02T14:00:00.000Z'],
    ['202602020900', '2026-02-02T14:00:00.000Z'],
    ['20260702090000.1234', '2026-07-02T13:00:00.123Z'],
    ['20261101013000', '2026-11-01T05:30:00.000Z'], // comes twice: the first
    ['20260308023000', '2026-03-08T07:30:00.000Z'], // left out: as before it
    ['2026020209', '2026-02-02'],
    ['20260202', '2026-02-02'],
  ])('%s is %s', (text, expected) => {
    expect(readHl7Time(text, 'America/New_York')).toBe(expected);
  });

  it.each(['', '2026', '20260231', '20260202250000', '20260202096000', 'soon', '2026-02-02'])('is not %s', (text) => {
    expect(readHl7Time(text, 'America/New_York')).toBeUndefined();
  });

  it('is not read in a zone that is none, unless it has an offset', () => {
    expect(readHl7Time('20260202090000', 'Nowhere/Land')).toBeUndefined();
    expect(readHl7Time('20260202090000+0000', 'Nowhere/Land')).toBe('2026-02-02T09:00:00.000Z');
  });

  it('is a day where a day is asked for', () => {
    expect(['19890118000000', '19890118', '1989'].map(readHl7Day)).toEqual(['1989-01-18', '1989-01-18', undefined]);
  });
});

describe('a text that is no message', () => {
  it.each([
    ['two messages', report(screen) + report(screen), 'several-messages'],
    ['a line that is no segment', report(screen, 'and more words'), 'not-a-segment'],
    ['no person', message('ORU^R01', [screen, obx('ST', cocaine, 'NEG')]), 'no-person'],
    ['a result of no order', report(obx('ST', cocaine, 'NEG'), screen), 'result-without-order'],
    ['very many segments', report(...Array.from({ length: 5_001 }, () => 'NTE|1')), 'too-many-segments'],
    [
      'very many results',
      report(screen, ...Array.from({ length: 1_001 }, () => obx('ST', cocaine, 'NEG'))),
      'too-many-segments',
    ],
  ])('says why: %s', (_, text, why) => {
    expect(readHl7Message(text, acme)).toEqual({ is: 'not-readable', why });
  });

  it('may end its lines with CR and LF; a lone LF begins no segment', () => {
    const text = report(screen, obx('ST', cocaine, 'NEG'), 'NTE|1||said\nOBX|2|ST|18282-4^THC^LN||POSITIVE||||||F');
    for (const one of [text, text.replaceAll('\r', '\r\n')])
      expect(readHl7Message(one, acme)).toMatchObject({
        message: { facts: [{ body: { results: [{ drugClass: 'cocaine' }] } }] },
      });
  });
});
