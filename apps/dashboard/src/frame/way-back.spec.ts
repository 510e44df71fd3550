import { returnTo, troubleIn } from './way-back.ts';

describe('the page to come back to after signing in', () => {
  it('is the one that is open, without what was said about signing in', () => {
    expect(returnTo({ pathname: '/board', search: '?level=iop&not-signed-in=late' })).toBe('/board?level=iop');
    expect(returnTo({ pathname: '/', search: '?not-signed-in=late' })).toBe('/');
  });
});

describe('why nobody was let in', () => {
  it('is said by the address; what nobody knows is said in general words', () => {
    expect([troubleIn(''), troubleIn('?not-signed-in=left'), troubleIn('?not-signed-in=%3Cb%3E')]).toEqual([
      undefined,
      'left',
      'failed',
    ]);
  });
});
