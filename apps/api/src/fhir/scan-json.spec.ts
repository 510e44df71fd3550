import { scanJson } from './scan-json.ts';

describe('a JSON text', () => {
  it('is sound with the same name in two objects, and names among values', () => {
    for (const text of ['{"a":{"a":["a","a"]},"b":"a"}', '[{"a":1},{"a":"\\"a\\":1,"}]', '"a"', '{"a":"{\\"a\\":{"}'])
      expect([text, scanJson(text)]).toEqual([text, undefined]);
  });

  it('is refused with a name twice, however it is written', () => {
    for (const text of ['{"a":1,"a":2}', '{"b":[{"a":{},"c":1,"\\u0061":2}]}'])
      expect([text, scanJson(text)]).toEqual([text, 'name-twice']);
  });

  it('is refused with a prototype', () => {
    for (const text of ['{"__proto__":{}}', '[{"\\u005f_proto__":1}]']) expect(scanJson(text)).toBe('forbidden-name');
  });

  it('is refused where it is too deep, at once', () => {
    expect(scanJson(`${'['.repeat(64)}${']'.repeat(64)}`)).toBeUndefined();
    const begun = process.cpuUsage();
    expect(scanJson('['.repeat(1_000_000))).toBe('too-deep');
    expect(scanJson(`{"a":"${'\\"'.repeat(500_000)}`)).toBeUndefined();
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(2_000);
  });
});
