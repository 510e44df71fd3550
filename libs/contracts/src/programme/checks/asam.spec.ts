import { faultsIn } from '../specs/changed.ts';

const withCode = (edition: 3 | 4, code: string, level = 'residential') =>
  faultsIn('standard-four.v2.json', { [`/levels/${level}/asam/1`]: { edition, code } });

describe('a programme with ASAM codes of the wrong edition is refused', () => {
  it.each([
    [4, '3.3', '3rd', '4th'],
    [4, '2-WM', '3rd', '4th'],
    [4, '0.5', '3rd', '4th'],
    [4, '1-OTP', '3rd', '4th'],
    [3, '1.0', '4th', '3rd'],
    [3, '2.7', '4th', '3rd'],
  ] as const)('error 11: in edition %s, code %s', (edition, code, is, not) =>
    expect(withCode(edition, code)).toEqual([
      `/levels/residential/asam/1/code: '${code}' is a code of the ${is} edition, not of the ${not}`,
    ]),
  );

  it('when the code is of neither', () =>
    expect(withCode(4, '3.9')).toEqual(["/levels/residential/asam/1/code: '3.9' is not a code of the 4th edition"]));

  it('when a level for adults admits adolescents', () =>
    expect(withCode(3, '3.3')).toEqual([
      "/levels/residential/asam/1/code: '3.3' is for adults only, but the level admits adolescents",
    ]));
});

describe('a level that is co-occurring enhanced', () => {
  it('says so behind its code', () => expect(withCode(4, '3.5 COE')).toEqual([]));
});
