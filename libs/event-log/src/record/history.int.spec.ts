import { type Command, plusDays, plusHours, toMs } from '@stepway/pathway';
import { freshDatabase } from '@stepway/test-support';
import { type ALog, aLog } from '../specs/a-log.ts';
import { admit, cocaineFound, contextFor, discharge, openEpisode, session } from '../specs/rules.ts';
import { appendHistories } from './append-histories.ts';
import { type History, beginHistory } from './history.ts';
import { openRecorder } from './recorder.ts';

let the: ALog;
beforeEach(async () => {
  the = aLog(await freshDatabase());
});
afterEach(() => the.close());

const start = '2026-05-04T12:00:00.000Z';
const commandHash = (command: Command): Buffer => Buffer.from(JSON.stringify(command));
const begin = (episodeId: string): History => beginHistory({ episodeId, contextFor, commandHash });

const commandsOf = (episodeId: string): readonly Command[] => [
  openEpisode(`patient-of-${episodeId}`, start),
  admit(plusDays(start, 1)),
  session('s1', plusDays(start, 2)),
  cocaineFound(`${episodeId}-a`, plusDays(start, 10)),
  session('s2', plusDays(start, 30)),
  cocaineFound(`${episodeId}-b`, plusDays(start, 40)),
];

/** The history of one journey, as an import writes it. */
function lived(episodeId: string): History {
  const history = begin(episodeId);
  for (const command of commandsOf(episodeId)) history.record(command, command.occurredAt);
  return history;
}

describe('a history written in bulk', () => {
  it('has the same events as the same facts recorded and run live, one after the other', async () => {
    const history = lived('e1');
    expect(await appendHistories(the.log, [history])).toMatchObject({ written: ['e1'], skipped: [], refused: [] });

    const live = aLog(await freshDatabase());
    const recorder = openRecorder({ log: live.log, contextFor });
    let due: number | undefined;
    for (const command of commandsOf('e1')) {
      while (due !== undefined && due <= toMs(command.occurredAt))
        ({ due } = await recorder.run({ episodeId: 'e1', now: new Date(due).toISOString() }));
      const now = command.occurredAt;
      await recorder.record({ episodeId: 'e1', command, commandHash: commandHash(command), now });
      ({ due } = await recorder.run({ episodeId: 'e1', now }));
    }
    const asRun = await live.log.readStream('e1');
    await live.close();

    const { events, head } = await the.log.readStream('e1');
    expect(events).toEqual(asRun.events);
    expect(head).toEqual(asRun.head); // to the byte: the hash chain is the same
    expect(events.map(({ type }) => type)).toContain('TransitionStarted');
  });

  it('goes on live where it ended', async () => {
    const history = lived('e1');
    await appendHistories(the.log, [history]);
    const recorder = openRecorder({ log: the.log, contextFor });
    const command = session('s3', plusDays(start, 41));
    const now = command.occurredAt;
    expect(await recorder.record({ episodeId: 'e1', command, commandHash: commandHash(command), now })).toMatchObject({
      outcome: 'recorded',
      version: history.journey.version + 1,
    });
  });

  it('leaves an open journey with attention, so that its workflow begins, and one that is over without', async () => {
    const open = lived('open');
    const over = lived('over');
    over.record(discharge(plusDays(start, 50)), plusDays(start, 50));
    over.runDue(plusDays(start, 4_000));
    await appendHistories(the.log, [open, over]);
    expect((await the.log.stream('open'))?.attention).toBeDefined();
    expect((await the.log.stream('over'))?.over).toBe(over.due() === undefined);
  });

  it('written twice adds nothing', async () => {
    await appendHistories(the.log, [lived('e1'), lived('e2')]);
    expect(await appendHistories(the.log, [lived('e1'), lived('e2'), lived('e3')])).toMatchObject({
      written: ['e3'],
      skipped: ['e1', 'e2'],
    });
    expect((await the.log.verify()).breaches).toEqual([]);
  });

  it('of many journeys is written in few statements, each journey whole', async () => {
    const histories = Array.from({ length: 150 }, (_, n) => lived(`e${n}`));
    let reports = 0;
    const result = await appendHistories(the.log, histories, () => {
      reports += 1;
    });
    expect(result.journeys).toBe(150);
    expect(reports).toBeLessThan(result.journeys / 10);
    expect(await the.log.verify()).toMatchObject({ journeys: 150, events: result.events, breaches: [] });
    let journeys = 0;
    for await (const events of the.log.readJourneys({ after: 'e1', until: 'e2' })) {
      journeys += 1;
      expect(events.map(({ version }) => version)).toEqual(events.map((_, n) => n + 1));
    }
    expect(journeys).toBe(histories.filter(({ episodeId }) => episodeId > 'e1' && episodeId <= 'e2').length);
  });

  it('refuses only the one that claims what another holds', async () => {
    const second = begin('e2');
    second.record(openEpisode('patient-of-e1', start), start);
    expect(await appendHistories(the.log, [lived('e1'), second, lived('e3')])).toMatchObject({
      written: ['e1', 'e3'],
      refused: ['e2'],
    });
    expect(await the.log.claimOwner('open-episode', 'patient-of-e1')).toBe('e1');
  });

  it('holds nothing any more for a person whose episode ended within it', async () => {
    const history = lived('e1');
    history.record(discharge(plusDays(start, 50)), plusDays(start, 50));
    await appendHistories(the.log, [history]);
    expect(await the.log.claimOwner('open-episode', 'patient-of-e1')).toBeUndefined();
    expect(await the.log.claimOwner('specimen', 'e1-a')).toBe('patient-of-e1');
  });
});

describe('a history in the making', () => {
  it('makes what is due between two facts at its own moment', () => {
    const history = begin('e1');
    history.record(openEpisode('p1', start), start);
    history.record(admit(plusDays(start, 1)), plusDays(start, 1));
    history.record(cocaineFound('s1', plusDays(start, 10)), plusDays(start, 10));
    const due = history.due();
    expect(due).toBeDefined();
    const made = history.runNext(plusDays(start, 30));
    expect(made.length).toBeGreaterThan(0);
    expect(made.every(({ recordedAt }) => recordedAt === due?.at)).toBe(true);
    expect(history.runNext(plusHours(start, 1))).toEqual([]);
  });

  it('takes a command it has seen as a repeat, and a wish that cannot be granted as a rejection', () => {
    const history = begin('e1');
    expect(history.record(admit(start), start)).toMatchObject({ outcome: 'rejected' });
    expect(history.written()).toBeUndefined();
    history.record(openEpisode('p1', start), start);
    expect(history.record(openEpisode('p1', start), start)).toEqual({ outcome: 'repeated' });
  });

  it('never records before its own present, though a fact comes late', () => {
    const history = lived('e1');
    const late = session('late', plusDays(start, 3));
    expect(history.record(late, late.occurredAt)).toMatchObject({
      outcome: 'recorded',
      events: [{ occurredAt: late.occurredAt, recordedAt: plusDays(start, 40) }],
    });
  });
});
