import { createLogger } from './logger.ts';

class DatabaseError extends Error {
  readonly code = '23505';
  readonly detail = 'Key (name)=(canary) already exists.';
}
class RequestError extends Error {
  readonly code = 'FST_ERR_BAD_URL';
}
const shortened = (error: Error): Error => Object.assign(error, { message: 'x' });
class VersionConflict extends Error {
  readonly code = 'VERSION_CONFLICT';
}

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(
    createLogger({ program: 'test', level: 'info', destination: { write: (line: string) => void lines.push(line) } }),
  );
  return lines.join('');
}

describe('a log line', () => {
  it('carries ids, codes and figures', () => {
    const line = logged((logger) => logger.info({ episodeId: 'e1', version: 3, code: 'X' }, 'appended'));
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      program: 'test',
      episodeId: 'e1',
      version: 3,
      msg: 'appended',
    });
  });

  it.each([
    ['a body', { body: { name: 'canary' } }],
    ['a name', { given: 'canary' }],
    ['an object under an allowed name', { event: { text: 'canary' } }],
    ['request headers', { req: { headers: { cookie: 'canary' } } }],
    ['the error of a database', { err: new DatabaseError('value canary is wrong') }],
    ['the error of a parser', { err: new SyntaxError('"canary" is not valid JSON') }],
    ['the error of a parser that quotes several lines', { err: new SyntaxError('"x\n    at canary" is not JSON') }],
    ['a text of several lines that was made shorter', { err: shortened(new Error('x\n    at canary')) }],
    ['a text that looks like the place of an error', { err: new Error('x\n    at canary (/home/canary:1:2)') }],
    ['what the server of a request quotes', { err: new RequestError('/canary is no address') }],
    ['an unknown error', { err: new Error('canary') }],
    ['an unknown error as a cause', { err: new VersionConflict('x', { cause: new Error('canary') }) }],
    ['something thrown that is no error', { err: 'canary' }],
  ])('leaves out %s', (_, fields) => {
    expect(logged((logger) => logger.error(fields, 'it happened'))).not.toContain('canary');
  });

  it('says which error it was, and where', () => {
    const line = logged((logger) => logger.error({ err: new DatabaseError('x') }, 'it happened'));
    expect(JSON.parse(line)).toMatchObject({
      err: { code: '23505', frames: expect.arrayContaining([expect.stringMatching(/logger\.spec/)]) },
    });
  });

  it('shows the message of an error of our own', () => {
    const line = logged((logger) => logger.error({ err: new VersionConflict('stream e1 is not at 3') }, 'it happened'));
    expect(JSON.parse(line)).toMatchObject({ err: { message: 'stream e1 is not at 3' } });
  });
});
