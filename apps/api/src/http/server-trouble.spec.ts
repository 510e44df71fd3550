import { isServerTrouble } from './server-trouble.ts';

const error = (message: string, code?: string) => Object.assign(new Error(message), code === undefined ? {} : { code });

describe('an error', () => {
  it.each([
    ['refused', error('connect ECONNREFUSED', 'ECONNREFUSED')],
    ['refused on all addresses', new AggregateError([error('connect', 'ECONNREFUSED')])],
    ['cut off', error('Connection terminated unexpectedly')],
    ['without a free connection', error('timeout exceeded when trying to connect')],
    ['of a server that shuts down', error('terminating connection', '57P01')],
    ['of a full disk', error('no space left', '53100')],
    ['of a deadlock', error('deadlock detected', '40P01')],
    ['of the log that cannot be reached', error('away', 'LogUnavailable')],
    ['of a journey that others kept writing', error('again', 'Contended')],
  ])('is trouble of a server: %s', (_, thrown) => {
    expect(isServerTrouble(thrown)).toBe(true);
  });

  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['a constraint', error('duplicate key', '23505')],
    ['a missing table', error('relation does not exist', '42P01')],
    ['nothing', undefined],
  ])('is not: %s', (_, thrown) => {
    expect(isServerTrouble(thrown)).toBe(false);
  });
});
