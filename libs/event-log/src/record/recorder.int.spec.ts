import { type CareEvent, type Command, type Instant, plusDays, plusHours } from '@stepway/pathway';
import { freshDatabase } from '@stepway/test-support';
import { type ALog, aLog } from '../specs/a-log.ts';
import { admit, cocaineFound, contextFor, discharge, openEpisode, said, session } from '../specs/rules.ts';
import type { RecordRequest } from './record.ts';
import { type Recorder, openRecorder } from './recorder.ts';

let the: ALog;
let recorder: Recorder;
beforeAll(async () => {
  the = aLog(await freshDatabase());
  recorder = openRecorder({ log: the.log, contextFor });
});
afterAll(() => the.close());

const start: Instant = '2026-05-04T12:00:00.000Z';
let journeys = 0;
const episodeId = (): string => `episode-${(journeys += 1)}`;

const request = (id: string, command: Command, more: Partial<RecordRequest> = {}): RecordRequest => ({
  episodeId: id,
  command,
  commandHash: Buffer.from(JSON.stringify(command)),
  now: command.occurredAt,
  ...more,
});

/** Opened, admitted to IOP, and at rest. */
async function inIop(): Promise<string> {
  const id = episodeId();
  await recorder.record(request(id, openEpisode(`patient-of-${id}`, start)));
  await recorder.record(request(id, admit(plusDays(start, 1))));
  await recorder.run({ episodeId: id, now: plusDays(start, 1) });
  return id;
}

const typesOf = (events: readonly CareEvent[]): string[] => events.map(({ type }) => type);

/** The answer to a fact that must have been recorded. */
function recorded<T extends { readonly outcome: string }>(result: T): Extract<T, { outcome: 'recorded' }> {
  if (!isRecorded(result)) throw new Error(`Not recorded: ${result.outcome}`);
  return result;
}
const isRecorded = <T extends { readonly outcome: string }>(result: T): result is Extract<T, { outcome: 'recorded' }> =>
  result.outcome === 'recorded';

describe('a command for a journey that was never opened', () => {
  it('is rejected, and leaves no trace', async () => {
    const id = episodeId();
    expect(await recorder.record(request(id, admit(start)))).toEqual({
      outcome: 'rejected',
      rejection: { type: 'EpisodeNotOpened' },
    });
    expect(await the.log.stream(id)).toBeUndefined();
  });

  it('is judged anew when it comes again', async () => {
    const id = episodeId();
    await recorder.record(request(id, admit(plusDays(start, 1))));
    await recorder.record(request(id, openEpisode(`patient-of-${id}`, start)));
    expect(await recorder.record(request(id, admit(plusDays(start, 1))))).toMatchObject({ outcome: 'recorded' });
  });

  it('opens it, and always touches its workflow', async () => {
    const id = episodeId();
    const result = await recorder.record(request(id, openEpisode(`patient-of-${id}`, start)));
    expect(result).toMatchObject({ outcome: 'recorded', version: 1, attention: true });
    expect((await the.log.stream(id))?.attention).toBeDefined();
  });
});

describe('a fact of a journey', () => {
  it('is recorded with what it means; what follows by rule is left to the run', async () => {
    const id = await inIop();
    const at = plusDays(start, 20);
    const { events, attention } = recorded(await recorder.record(request(id, cocaineFound(`s-${id}`, at))));
    expect(attention).toBe(true);
    expect(typesOf(events)).toEqual(
      expect.arrayContaining(['DrugTestResultRecorded', 'DrugTestDisposed', 'UseEstablished']),
    );
    expect(typesOf((await the.log.readStream(id)).events)).not.toContain('TransitionStarted');

    const run = await recorder.run({ episodeId: id, now: at });
    expect(typesOf(run.events)).toContain('TransitionStarted');
    expect(run).toMatchObject({ over: false, due: expect.any(Number) });
    expect(run.events.every(({ commandId, actor }) => commandId.startsWith('run:') && actor.kind === 'rule')).toBe(
      true,
    );
    expect((await the.log.stream(id))?.attention).toBeUndefined();
    expect((await the.log.verify()).breaches).toEqual([]);
  });

  it('recorded by a clock a little behind never stands before what was recorded already', async () => {
    const id = await inIop();
    const at = plusDays(start, 20);
    await recorder.record(request(id, session('s1', at)));
    const now = new Date(Date.parse(at) - 5).toISOString();
    const { events } = recorded(await recorder.record(request(id, session('s2', now), { now })));
    expect(events).toMatchObject([{ type: 'SessionRecorded', occurredAt: now, recordedAt: at }]);
  });

  it('that is known already is accepted, and the version stays', async () => {
    const id = await inIop();
    const first = session('s1', plusDays(start, 2));
    const { version } = recorded(await recorder.record(request(id, first)));
    const again = await recorder.record(request(id, { ...first, commandId: 'sent-again' }));
    expect(again).toMatchObject({ outcome: 'recorded', events: [], version, attention: false });
  });

  it('sent twice gives the first answer, from another process too, and after other facts', async () => {
    const id = await inIop();
    const command = request(id, session('s1', plusDays(start, 2)));
    const { events } = recorded(await recorder.record(command));
    await recorder.record(request(id, session('s2', plusDays(start, 3))));
    const repeated = { outcome: 'repeated', events };
    expect(await recorder.record(command)).toMatchObject(repeated);
    expect(await openRecorder({ log: the.another(), contextFor }).record(command)).toMatchObject(repeated);
  });

  it('under the id of another command is refused', async () => {
    const id = await inIop();
    await recorder.record(request(id, session('s1', plusDays(start, 2))));
    const reused = { ...session('s2', plusDays(start, 2)), commandId: 'session-s1' };
    expect(await recorder.record(request(id, reused))).toEqual({ outcome: 'command-reused' });
  });

  it('is recorded only at the version asked for, but a retry finds its answer', async () => {
    const id = await inIop();
    const { version } = await recorder.journey(id);
    const command = session('s1', plusDays(start, 2));
    expect(await recorder.record(request(id, command, { ifMatch: version - 1 }))).toEqual({
      outcome: 'version-mismatch',
      version,
    });
    expect(await recorder.record(request(id, command, { ifMatch: version }))).toMatchObject({ outcome: 'recorded' });
    expect(await recorder.record(request(id, command, { ifMatch: version }))).toMatchObject({ outcome: 'repeated' });
  });

  it('asked dry answers what would happen and what would follow, and stores nothing', async () => {
    const id = await inIop();
    const before = await the.log.stream(id);
    const dry = recorded(await recorder.dry(request(id, cocaineFound(`dry-${id}`, plusDays(start, 20)))));
    expect(typesOf(dry.events)).toContain('UseEstablished');
    expect(typesOf(dry.follows)).toContain('TransitionStarted');
    expect(await the.log.stream(id)).toEqual(before);
  });
});

describe('what must be unique across journeys', () => {
  it('keeps a person from a second open episode, until the first has ended', async () => {
    const [first, second] = [episodeId(), episodeId()];
    const person = `patient-of-${first}`;
    await recorder.record(request(first, openEpisode(person, start)));
    const already = { outcome: 'rejected', rejection: { type: 'EpisodeAlreadyOpen' } };
    expect(await recorder.record(request(second, openEpisode(person, start)))).toEqual(already);
    expect(await recorder.dry(request(second, openEpisode(person, start)))).toEqual(already);
    await recorder.record(request(first, admit(start)));
    await recorder.record(request(first, discharge(plusDays(start, 1))));
    expect(await recorder.record(request(second, openEpisode(person, plusDays(start, 2))))).toMatchObject({
      outcome: 'recorded',
    });
  });

  it('keeps a specimen with one person', async () => {
    const [mine, other] = [await inIop(), await inIop()];
    const at = plusDays(start, 20);
    await recorder.record(request(mine, cocaineFound('shared', at)));
    expect(await recorder.record(request(other, cocaineFound('shared', at)))).toEqual({
      outcome: 'rejected',
      rejection: { type: 'SpecimenBelongsElsewhere', specimenId: 'shared' },
    });
  });
});

describe('two writers of one journey', () => {
  it('both get their facts in: who was second decides again on what the first recorded', async () => {
    const id = await inIop();
    const other = openRecorder({ log: the.another(), contextFor });
    const from = (await recorder.journey(id)).version;
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        (n % 2 === 0 ? recorder : other).record(request(id, session(`s${n}`, plusHours(plusDays(start, 2), n)))),
      ),
    );
    expect(results.map((result) => result.outcome)).toEqual(Array.from({ length: 12 }, () => 'recorded'));
    expect(await recorder.journey(id)).toMatchObject({ version: from + 12 });
  });

  it('do not make one rejection out of a state that is behind', async () => {
    const id = episodeId();
    const behind = openRecorder({ log: the.another(), contextFor });
    await behind.record(request(id, openEpisode(`patient-of-${id}`, start)));
    await recorder.record(request(id, admit(plusDays(start, 1))));
    // For `behind` the person is not yet admitted: it must look again before it refuses.
    const change: Command = {
      ...{
        type: 'ChangeLevelOfCare',
        ...said('change', plusDays(start, 2)),
        reason: { sealed: 'k1.bm9uY2U.c2VhbGVk' },
      },
      ...{ to: 'residential', reasonCode: 'clinical-judgement' },
    };
    expect(await behind.record(request(id, change))).toMatchObject({ outcome: 'recorded' });
  });
});

describe('a run', () => {
  it('twice, also at the same moment, makes each move once', async () => {
    const id = await inIop();
    const at = plusDays(start, 20);
    await recorder.record(request(id, cocaineFound(`s-${id}`, at)));
    const recorders = [recorder, openRecorder({ log: the.another(), contextFor })];
    await Promise.all([...recorders, ...recorders].map((one) => one.run({ episodeId: id, now: at })));
    const started = (await the.log.readStream(id)).events.filter(({ type }) => type === 'TransitionStarted');
    expect(started).toHaveLength(1);
    expect((await recorder.run({ episodeId: id, now: at })).events).toEqual([]);
  });

  it('that began before a fact was recorded, and read it, makes what the fact owes before it says that nothing is', async () => {
    const id = await inIop();
    const at = plusDays(start, 20);
    recorded(await recorder.record(request(id, cocaineFound(`s-${id}`, at))));
    const { events } = await recorder.run({ episodeId: id, now: new Date(Date.parse(at) - 5).toISOString() });
    expect(typesOf(events)).toContain('TransitionStarted');
    expect((await the.log.stream(id))?.attention).toBeUndefined();
  });

  it('of a journey that nobody opened has nothing to do', async () => {
    expect(await recorder.run({ episodeId: episodeId(), now: start })).toEqual({ over: true, version: 0, events: [] });
  });

  it('says whether a discharged journey is over, and clears its attention', async () => {
    const id = await inIop();
    await recorder.record(request(id, discharge(plusDays(start, 2))));
    const run = await recorder.run({ episodeId: id, now: plusDays(start, 2) });
    const { over } = (await the.log.stream(id)) ?? {};
    expect(over).toBe(run.over);
    expect((await the.log.stream(id))?.attention).toBeUndefined();
  });
});
