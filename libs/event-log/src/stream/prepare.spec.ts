import { AppendRefused } from '../errors.ts';
import { NotCanonical } from '../integrity/canonical.ts';
import { anAppend, holdPlaced } from '../specs/appends.ts';
import { joinAppends, prepareAppend } from './prepare.ts';

describe('an append', () => {
  it('is refused without events', () => {
    expect(() => prepareAppend(anAppend({ events: [] }))).toThrow(AppendRefused);
  });

  it('is refused with more than a thousand', () => {
    expect(() => prepareAppend(anAppend({ events: Array.from({ length: 1_001 }, () => holdPlaced()) }))).toThrow(
      AppendRefused,
    );
  });

  it('is refused with an event above 256 kB', () => {
    expect(() => prepareAppend(anAppend({ events: [holdPlaced('h'.repeat(256 * 1024))] }))).toThrow(AppendRefused);
  });

  it('is refused with a text that the database cannot hold, and the error does not repeat it', () => {
    const broken = () => prepareAppend(anAppend({ events: [holdPlaced('secret\u0000')] }));
    expect(broken).toThrow(NotCanonical);
    expect(broken).not.toThrow(/secret/);
  });

  it('numbers its events on from the head it was decided on, each hashed over the one before', () => {
    const first = prepareAppend(anAppend({ events: [holdPlaced('h1'), holdPlaced('h2')] }));
    expect(first.rows.map((row) => [row.version, row.index])).toEqual([
      [1, 0],
      [2, 1],
    ]);
    expect(first.head).toEqual({ version: 2, hash: first.rows[1]?.hash });
    const next = prepareAppend(anAppend({ commandId: 'c2', expected: first.head }));
    expect(next.rows[0]).toMatchObject({ version: 3, index: 0 });
  });
});

describe('appends to one journey that follow each other', () => {
  const episode = { kind: 'open-episode', key: 'p1', owner: 'e1' } as const;
  const opened = prepareAppend(anAppend({ claims: [episode] }));

  it('become one, which holds nothing that it let go again', () => {
    const specimen = { kind: 'specimen', key: 's1', owner: 'p1' } as const;
    const closed = prepareAppend(
      anAppend({ commandId: 'c2', expected: opened.head, claims: [specimen], releases: [episode], over: true }),
    );
    const joined = joinAppends([opened, closed]);
    expect(joined).toMatchObject({ expected: { version: 0 }, head: { version: 2 }, over: true });
    expect(joined.claims).toEqual([specimen]);
    expect(joined.releases).toEqual([episode]);
  });

  it('are refused in another order', () => {
    expect(() => joinAppends([opened, prepareAppend(anAppend({ commandId: 'c2' }))])).toThrow(AppendRefused);
  });
});
