import { faultsIn } from '../specs/changed.ts';

describe('a programme with a text that cannot be kept', () => {
  it.each([
    ['U+0000', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('is refused with its place: %s', (_, text) => {
    const changes = { '/levels/iop/title': text, '/drugTesting/patterns/0/parent': text };
    expect(faultsIn('standard-four.v2.json', changes)).toEqual([
      '/levels/iop/title: has a character that cannot be kept',
      '/drugTesting/patterns/0/parent: has a character that cannot be kept',
    ]);
  });
});
