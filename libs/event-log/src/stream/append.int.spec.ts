import type { Claim } from '@stepway/pathway';
import { freshDatabase } from '@stepway/test-support';
import { AppendRefused, LogUnavailable } from '../errors.ts';
import { openEventLog } from '../event-log.ts';
import { emptyStream } from '../integrity/chain.ts';
import { type ALog, aLog } from '../specs/a-log.ts';
import { anAppend, headOf, holdPlaced, nurse } from '../specs/appends.ts';

let the: ALog;
beforeAll(async () => {
  the = aLog(await freshDatabase());
});
afterAll(() => the.close());
let journeys = 0;
/** A journey no other spec writes to. */
const episodeId = (): string => `journey-${(journeys += 1)}`;

const openEpisode = (key: string, owner: string): Claim => ({ kind: 'open-episode', key, owner });

describe('an append to the log', () => {
  it('is read back as it was written, in order', async () => {
    const id = episodeId();
    const event = { ...holdPlaced('h2'), causedBy: '5522c79d-fa12-5ed1-b61a-25261c7202c8' };
    const result = await the.log.append(anAppend({ episodeId: id, events: [holdPlaced('h1'), event] }));
    expect(result).toMatchObject({ outcome: 'appended', head: { version: 2 } });
    const { events, head, commands } = await the.log.readStream(id);
    expect(events).toMatchObject([
      { version: 1, episodeId: id, commandId: 'c1', actor: nurse, data: holdPlaced('h1').data },
      { version: 2, causedBy: event.causedBy },
    ]);
    expect(result).toMatchObject({ events });
    expect(head).toEqual(headOf(result));
    expect(commands).toEqual(new Map([['c1', Buffer.from('content of c1')]]));
    expect((await the.log.readStream(id, { version: 1, hash: head.hash })).events).toEqual(events.slice(1));
    expect(await the.log.readEvents(id)).toEqual(events);
    expect(await the.log.readEvents(id, 1)).toEqual(events.slice(1));
  });

  it('keeps moments to the millisecond and figures as they were', async () => {
    const id = episodeId();
    const event = { ...holdPlaced(), occurredAt: '1999-12-31T23:59:59.007Z' };
    await the.log.append(anAppend({ episodeId: id, recordedAt: '2026-03-08T07:00:00.120Z', events: [event] }));
    expect((await the.log.readStream(id)).events).toMatchObject([
      { occurredAt: '1999-12-31T23:59:59.007Z', recordedAt: '2026-03-08T07:00:00.120Z' },
    ]);
  });

  it('of no events is refused', async () => {
    await expect(the.log.append(anAppend({ events: [] }))).rejects.toThrow(AppendRefused);
  });

  it('conflicts when another writer was first, and leaves nothing', async () => {
    const id = episodeId();
    await the.log.append(anAppend({ episodeId: id }));
    expect(await the.log.append(anAppend({ episodeId: id, commandId: 'c2' }))).toEqual({ outcome: 'conflict' });
    expect(
      await the.log.append(
        anAppend({ episodeId: episodeId(), commandId: 'c2', expected: { version: 3, hash: emptyStream.hash } }),
      ),
    ).toEqual({ outcome: 'conflict' });
    expect((await the.log.readStream(id)).events).toHaveLength(1);
  });

  it('that the database refuses leaves nothing: no event, no head, no claim', async () => {
    const id = episodeId();
    const broken = anAppend({ episodeId: id, recordedAt: 'not a moment', claims: [openEpisode(`p-${id}`, id)] });
    await expect(the.log.append(broken)).rejects.toThrow('not a moment');
    expect((await the.log.readStream(id)).head).toEqual(emptyStream);
    expect(await the.log.stream(id)).toBeUndefined();
    expect(await the.log.claimOwner('open-episode', `p-${id}`)).toBeUndefined();
  });

  it('does not fail because of another journey in the same statement', async () => {
    const ids = Array.from({ length: 20 }, episodeId);
    const outcomes = await Promise.allSettled(
      ids.map((id, n) =>
        the.log.append(anAppend({ episodeId: id, ...(n === 11 ? { recordedAt: 'not a moment' } : {}) })),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(ids.map((_, n) => (n === 11 ? 'rejected' : 'fulfilled')));
    for (const [n, id] of ids.entries()) expect((await the.log.readStream(id)).head.version).toBe(n === 11 ? 0 : 1);
  });

  it('is reported as not known when the server cannot be reached', async () => {
    const nowhere = openEventLog({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' });
    await expect(nowhere.append(anAppend())).rejects.toThrow(LogUnavailable);
    await expect(nowhere.readStream('e1')).rejects.toThrow(LogUnavailable);
    await nowhere.close();
  });
});

describe('the same command twice', () => {
  it('gives the first result, also after other events and on an old head', async () => {
    const id = episodeId();
    const first = await the.log.append(anAppend({ episodeId: id }));
    const second = await the.log.append(anAppend({ episodeId: id, commandId: 'c2', expected: headOf(first) }));
    for (const expected of [emptyStream, headOf(first), headOf(second)]) {
      const again = await the.log.append(anAppend({ episodeId: id, expected }));
      expect(again).toMatchObject({ outcome: 'repeated', events: [{ version: 1, commandId: 'c1' }] });
    }
    expect((await the.log.readStream(id)).events).toHaveLength(2);
  });

  it('at the same moment, from several processes, is recorded once', async () => {
    const logs = [the.log, the.another(), the.another(), the.another()];
    for (let round = 0; round < 10; round += 1) {
      const id = episodeId();
      const results = await Promise.all(logs.map((log) => log.append(anAppend({ episodeId: id }))));
      expect(results.map(({ outcome }) => outcome).toSorted()).toEqual([
        'appended',
        'repeated',
        'repeated',
        'repeated',
      ]);
      expect((await the.log.readStream(id)).events).toHaveLength(1);
    }
  });

  it('with other content is refused', async () => {
    const id = episodeId();
    await the.log.append(anAppend({ episodeId: id }));
    const other = anAppend({ episodeId: id, commandHash: Buffer.from('other content') });
    expect(await the.log.append(other)).toEqual({ outcome: 'command-reused' });
  });
});

describe('a claim', () => {
  it('is held by the first who asks, and lets the second write nothing', async () => {
    const [mine, other] = [episodeId(), episodeId()];
    const person = `p-${mine}`;
    await the.log.append(anAppend({ episodeId: mine, claims: [openEpisode(person, mine)] }));
    expect(await the.log.append(anAppend({ episodeId: other, claims: [openEpisode(person, other)] }))).toEqual({
      outcome: 'claimed',
      claim: openEpisode(person, mine),
    });
    expect((await the.log.readStream(other)).head).toEqual(emptyStream);
  });

  it('is free again for others once it was released', async () => {
    const [mine, other] = [episodeId(), episodeId()];
    const person = `p-${mine}`;
    const first = await the.log.append(anAppend({ episodeId: mine, claims: [openEpisode(person, mine)] }));
    const release = anAppend({
      episodeId: mine,
      commandId: 'c2',
      expected: headOf(first),
      releases: [openEpisode(person, mine)],
    });
    expect((await the.log.append(release)).outcome).toBe('appended');
    const next = anAppend({ episodeId: other, claims: [openEpisode(person, other)] });
    expect((await the.log.append(next)).outcome).toBe('appended');
  });

  it('may be claimed again by its owner', async () => {
    const id = episodeId();
    const claims = [openEpisode(`p-${id}`, id)];
    const first = await the.log.append(anAppend({ episodeId: id, claims }));
    const again = anAppend({ episodeId: id, commandId: 'c2', expected: headOf(first), claims });
    expect((await the.log.append(again)).outcome).toBe('appended');
  });

  it('raced for by many goes to exactly one', async () => {
    const other = the.another();
    for (let round = 0; round < 10; round += 1) {
      const person = `raced-${round}`;
      const ids = Array.from({ length: 12 }, episodeId);
      const results = await Promise.all(
        ids.map((id, n) =>
          (n % 2 === 0 ? the.log : other).append(anAppend({ episodeId: id, claims: [openEpisode(person, id)] })),
        ),
      );
      const winners = ids.filter((_, n) => results[n]?.outcome === 'appended');
      expect(winners).toHaveLength(1);
      expect(results.filter((result) => result.outcome === 'claimed')).toHaveLength(11);
      expect(await the.log.claimOwner('open-episode', person)).toBe(winners[0]);
    }
  });
});

describe('the attention of a journey', () => {
  it('is set by an append, stays as old as it was, and is cleared by an append', async () => {
    const id = episodeId();
    const first = await the.log.append(anAppend({ episodeId: id, attention: 'set' }));
    const since = (await the.log.stream(id))?.attention;
    expect(since).toBeDefined();
    const second = await the.log.append(
      anAppend({ episodeId: id, commandId: 'c2', expected: headOf(first), attention: 'set' }),
    );
    const third = await the.log.append(anAppend({ episodeId: id, commandId: 'c3', expected: headOf(second) }));
    expect(await the.log.stream(id)).toMatchObject({ attention: since, version: 3 });
    expect((await the.log.awaitingRun(0, 100)).map((one) => one.episodeId)).toContain(id);
    await the.log.append(
      anAppend({ episodeId: id, commandId: 'c4', expected: headOf(third), attention: 'clear', over: true }),
    );
    expect(await the.log.stream(id)).toEqual({ episodeId: id, version: 4, over: true });
  });

  it('is not cleared by a run that came to rest before the newest fact', async () => {
    const id = episodeId();
    await the.log.append(anAppend({ episodeId: id, attention: 'set', events: [holdPlaced('h1'), holdPlaced('h2')] }));
    await the.log.clearAttention(id, 1, false);
    expect((await the.log.stream(id))?.attention).toBeDefined();
    await the.log.clearAttention(id, 2, false);
    expect(await the.log.stream(id)).toEqual({ episodeId: id, version: 2, over: false });
  });

  it('is told with its age, oldest first, and only past the age asked for', async () => {
    const [older, younger] = [episodeId(), episodeId()];
    await the.log.append(anAppend({ episodeId: older, attention: 'set' }));
    await the.log.append(anAppend({ episodeId: younger, attention: 'set' }));
    const waiting = (await the.log.awaitingRun(0, 100)).map((one) => one.episodeId);
    expect(waiting.indexOf(older)).toBeLessThan(waiting.indexOf(younger));
    expect(await the.log.awaitingRun(60_000, 100)).toEqual([]);
    expect(await the.log.runLagMs()).toBeGreaterThan(0);
    const open: string[] = [];
    for await (const stream of the.log.openStreams()) open.push(stream.episodeId);
    expect(open).toEqual(expect.arrayContaining([older, younger]));
  });
});
