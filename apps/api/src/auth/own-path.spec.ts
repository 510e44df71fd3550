import { ownPath } from './own-path.ts';

describe('where somebody is led after signing in', () => {
  it.each(['/board', '/board?level=iop&sort=next', '/journeys/1?do=record-session'])(
    'is a page of ours: %s',
    (path) => {
      expect(ownPath(path)).toBe(path);
    },
  );

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example',
    'board',
    'javascript:alert(1)',
    '/v1/sign-out',
    '/sign-in?return_to=/',
    `/${'x'.repeat(3_000)}`,
    ['/board'],
    undefined,
  ])('is the start instead of %j', (wanted) => {
    expect(ownPath(wanted)).toBe('/');
  });

  it('carries no fragment', () => {
    expect(ownPath('/board#x')).toBe('/board');
  });
});
