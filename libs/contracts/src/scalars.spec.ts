import { Code, Instant, Uuid } from './scalars.ts';

const instant = (text: unknown) => Instant.safeParse(text);

describe('a moment', () => {
  it('is kept in UTC with milliseconds, so that moments compare as text', () => {
    expect(Instant.parse('2026-11-20T09:10:00-05:00')).toBe('2026-11-20T14:10:00.000Z');
    expect(Instant.parse('2026-11-20T09:10:00.123456Z')).toBe('2026-11-20T09:10:00.123Z');
  });

  it('is refused in one sentence when it does not exist', () => {
    const none = ['', 'soon', '2026-02-30T10:00:00Z', '2026-11-20T23:59:60Z', '2026-11-20T09:10:00+24:00', 7, null];
    for (const text of none) expect([text, instant(text).error?.issues.length]).toEqual([text, 1]);
  });

  it('is refused outside the years that instants can be compared in', () => {
    for (const text of ['9999-12-31T23:59:59-12:00', '0000-01-01T00:00:00+12:00', '1899-12-31T23:59:59Z'])
      expect([text, instant(text).error?.issues.length]).toEqual([text, 1]);
    for (const text of ['9999-12-31T23:59:59Z', '1900-01-01T00:00:00Z'])
      expect([text, instant(text).success]).toEqual([text, true]);
  });
});

describe('a code', () => {
  it('is not the name of something that every object has', () => {
    expect(Object.getOwnPropertyNames(Object.prototype).filter((name) => Code.safeParse(name).success)).toEqual([]);
    expect(Code.parse('iop')).toBe('iop');
  });
});

describe('an id', () => {
  it('is the same id in capitals', () => {
    expect(Uuid.parse('5FEFC6C7-9976-89E7-8682-68F1A4B15EC2')).toBe('5fefc6c7-9976-89e7-8682-68f1a4b15ec2');
  });
});
