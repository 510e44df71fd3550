import { Everywhere } from './everywhere.ts';

describe('what any address may say', () => {
  it('is a moment and its sense, as a word or as the router reads it', () => {
    const asOf = '2026-11-20T19:00:00.000Z';
    expect(Everywhere.parse({ asOf, sense: true })).toEqual({ asOf, sense: true });
    expect(Everywhere.parse({ asOf, sense: 'true' })).toEqual({ asOf, sense: true });
    expect(Everywhere.parse({ asOf, sense: 'known' })).toEqual({ asOf, sense: 'known' });
  });

  it('is nothing where it is not understood', () =>
    expect(Everywhere.parse({ asOf: 'yesterday', sense: 'felt', do: 'DROP TABLE', of: 'x' })).toEqual({}));
});
