import { setTimeout as pause } from 'node:timers/promises';
import { daysAgo, runIntake, type RunningIntake } from '../specs/running-intake.ts';
import { Taker } from './taker.ts';

let intake: RunningIntake;
const takers: Taker[] = [];
beforeAll(async () => {
  intake = await runIntake();
});
afterEach(() => Promise.all(takers.splice(0).map((taker) => taker.beforeApplicationShutdown())));
afterAll(() => intake.stop());

function taker(change: Partial<RunningIntake['tools']> = {}): Taker {
  const { inbox, logger } = intake;
  const started = new Taker({ inbox, logger, againMs: 10, tools: { ...intake.tools, ...change } });
  started.onApplicationBootstrap();
  takers.push(started);
  return started;
}
const result = (mrn: string, specimenId: string) => ({
  person: { numbers: [{ system: 'CLINIC', value: mrn }] },
  type: 'RecordDrugTestResult',
  body: {
    ...{ specimenId, collectedAt: daysAgo(2), reportedAt: daysAgo(1), status: 'final' },
    results: [{ drugClass: 'cocaine', outcome: 'negative', stage: 'definitive' }],
  },
});
async function untilNothingWaits(): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(20)) {
    const counts = await intake.inbox.quarantine.counts();
    if (counts.every(({ waiting }) => waiting === 0)) return;
  }
  throw new Error('Messages still wait after 20 s');
}
const specimens = async (episodeId: string): Promise<number> =>
  (await intake.log.readStream(episodeId)).events.filter(({ type }) => type === 'DrugTestResultRecorded').length;

describe('messages that wait', () => {
  it('are each taken once by two programs at work', async () => {
    const { episodeId } = await intake.somebody('T-1');
    await Promise.all(Array.from({ length: 60 }, (_, index) => intake.send(result('T-1', `S-T1-${index}`))));
    taker();
    taker();
    await untilNothingWaits();
    expect(await specimens(episodeId)).toBe(60);
  });

  it('are taken when a server that was away is back', async () => {
    const { episodeId } = await intake.somebody('T-2');
    let away = 3;
    const findSender: RunningIntake['tools']['findSender'] = (senderId) =>
      away-- > 0 ? Promise.reject(new Error('the database is away')) : intake.tools.findSender(senderId);
    taker({ findSender });
    await intake.send(result('T-2', 'S-T2'));
    await untilNothingWaits();
    expect(await specimens(episodeId)).toBe(1);
  });

  it('keep nobody else waiting when one of them cannot be taken, which then waits for a person', async () => {
    const { episodeId } = await intake.somebody('T-3');
    const { messageId } = await intake.send({ poison: true });
    const findSender: RunningIntake['tools']['findSender'] = (senderId) => intake.tools.findSender(senderId);
    taker({
      findSender,
      now: () => {
        throw new Error('a fault of ours');
      },
    });
    await intake.send(result('T-3', 'S-T3'));
    await untilNothingWaits();
    const waiting = await intake.inbox.quarantine.list({ senderIds: ['laboratory'], limit: 10 });
    expect(waiting.map(({ reason }) => reason).toSorted()).toEqual(['could-not-be-taken', 'not-readable']);
    expect(waiting.map((one) => one.messageId)).toContain(messageId);
    expect(await specimens(episodeId)).toBe(0);
  });
});
