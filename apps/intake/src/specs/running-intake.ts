import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import { Sender } from '@stepway/contracts';
import { openEventLog, openRecorder } from '@stepway/event-log';
import { openInbox, type Arrival, type Settlement } from '@stepway/inbox';
import { commandOf, type CommandFields, type CommandType } from '@stepway/pathway';
import { createLogger, programmesDir, publishedProgrammes } from '@stepway/platform';
import { createPrivacy, type Person } from '@stepway/privacy';
import { freshDatabase } from '@stepway/test-support';
import pg from 'pg';
import { takeMessage, type TakeTools } from '../taking/take-message.ts';

const newKey = (kid: string) => ({ kid, key: createSecretKey(randomBytes(32)) });
const day = 86_400_000;
export const daysAgo = (days: number): string => new Date(Date.now() - days * day).toISOString();

export const laboratory: Sender = Sender.parse({
  ...{ senderId: 'laboratory', title: 'Laboratory', active: true, siteIds: ['main'], timeZone: 'America/New_York' },
  commands: ['RecordDrugTestResult', 'RecordExternalEncounter'],
  numbers: [{ authority: 'CLINIC', as: 'mrn' }],
});

/** Inbox, log and identity on a real, empty database, with one laboratory that may send. */
export async function runIntake() {
  const { url } = await freshDatabase();
  const pool = new pg.Pool({ connectionString: url });
  const logger = createLogger({ program: 'intake', level: 'silent' });
  const programmes = publishedProgrammes({ dir: programmesDir(process.env), pool, logger, onRefused: () => {} });
  await programmes.start();
  const log = openEventLog({ connectionString: url });
  const recorder = openRecorder({ log, contextFor: programmes.contextFor });
  const keys = {
    root: { current: newKey('root'), retired: [] },
    blindIndex: newKey('index'),
    commandHash: newKey('hash'),
  };
  const privacy = createPrivacy({ pool, keys });
  const inbox = openInbox({ pool, seal: privacy.messages });
  await inbox.senders.set(laboratory, 'administrator-1');
  const touched: string[] = [];
  const tools: TakeTools = {
    ...{ log, recorder, privacy, findSender: inbox.senders.find, now: () => new Date() },
    touch: (episodeId) => void touched.push(episodeId),
  };

  /** What a person sends, plain and by nobody in particular. */
  const say = async <T extends CommandType>(
    patientId: string,
    episodeId: string,
    type: T,
    fields: CommandFields<string>[T],
  ) => {
    const actor = { id: 'coordinator-1', kind: 'person', role: 'coordinator' } as const;
    const envelope = { commandId: randomUUID(), actor, occurredAt: new Date().toISOString() };
    const command = await privacy.seals.sealCommand(commandOf<CommandType, string>(type, fields, envelope), {
      patientId,
      episodeId,
    });
    const result = await recorder.record({
      episodeId,
      command,
      commandHash: Buffer.from('spec'),
      now: envelope.occurredAt,
    });
    if (result.outcome !== 'recorded') throw new Error(JSON.stringify(result));
  };
  /** Somebody at IOP, with this record number. */
  const somebody = async (mrn: string, person: Partial<Person> = {}) => {
    const [patientId, episodeId] = [randomUUID(), randomUUID()];
    const name = { given: 'Ada', family: 'Canary' };
    await privacy.identities.create(patientId, { name, birthDate: '1980-02-03', mrn, ...person });
    await say(patientId, episodeId, 'OpenEpisode', {
      ...{
        patientId,
        programme: { id: 'standard-four', version: 2 },
        siteId: 'main',
        entryLevel: 'iop',
        ageGroup: 'adult',
      },
    });
    await say(patientId, episodeId, 'Admit', { level: 'iop', attendedAt: daysAgo(30) });
    return { patientId, episodeId };
  };
  const send = (body: unknown, change: Partial<Arrival> = {}) =>
    inbox.receive({
      ...{ channel: 'kafka', senderId: 'laboratory', sourceId: randomUUID(), body: Buffer.from(JSON.stringify(body)) },
      ...change,
    });
  /** Takes all that waits, one after another. */
  const takeAll = async (): Promise<readonly Settlement[]> => {
    const settlements: Settlement[] = [];
    for (const message of await inbox.taking.take(100)) {
      const settlement = await takeMessage(message, tools);
      await inbox.taking.settle(message.messageId, settlement);
      settlements.push(settlement);
    }
    return settlements;
  };
  const stop = async (): Promise<void> => {
    programmes.stop();
    await log.close();
    await pool.end();
  };
  return { pool, inbox, privacy, recorder, log, logger, tools, touched, say, somebody, send, takeAll, stop };
}

export type RunningIntake = Awaited<ReturnType<typeof runIntake>>;
