import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRecorder } from '@stepway/event-log';
import { commandOf, fromMs, type Actor, type CareEvent, type CommandFields, type CommandType } from '@stepway/pathway';
import { startStack, type Stack as RunningStack } from '@stepway/test-support';
import pg from 'pg';
import { openStack, type Stack } from '../stack.ts';

const doctor: Actor = { id: 'doctor-1', kind: 'person', role: 'medical-director' };
const reason = { sealed: 'kid.nonce.words' };

/** A running stack, and what somebody with all rights on its servers can do to it. */
export interface TamperedStack {
  readonly running: RunningStack;
  readonly stack: Stack;
  /** Records through the rules, as the API would; the running programs see to the rest. `agoMs`: decided so long ago. */
  record<T extends CommandType>(
    episodeId: string,
    type: T,
    fields: CommandFields<never>[T],
    agoMs?: number,
  ): Promise<readonly CareEvent[]>;
  /** A new journey, open at IOP, that waits for the end of a hold. */
  opened(): Promise<string>;
  /** As the superuser, past all triggers. */
  force(statement: string): Promise<void>;
  /** Does something to tables by force, looks, and puts them back as they were. */
  whileChanged(tables: readonly string[], statement: string, look: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export const inDays = (days: number): string => fromMs(Date.now() + days * 86_400_000);

export async function tamperedStack(): Promise<TamperedStack> {
  const running = await startStack();
  const stack = openStack({ STEPWAY_DATA_DIR: running.dir });
  const url = new URL(running.addresses().postgres);
  url.username = 'stepway_admin';
  url.password = readFileSync(join(running.dir, 'postgres', 'password'), 'utf8');
  const admin = new pg.Pool({ connectionString: url.href, max: 1 });
  const recorder = openRecorder({ log: stack.log, contextFor: stack.programmes.contextFor });

  const force = async (statement: string): Promise<void> => {
    await admin.query(`SET session_replication_role = replica; ${statement}`);
  };
  const record: TamperedStack['record'] = async (episodeId, type, fields, agoMs = 0) => {
    const now = fromMs(Date.now() - agoMs);
    const commandId = randomUUID();
    const command = commandOf(type, fields, { commandId, occurredAt: now, actor: doctor, reason });
    const result = await recorder.record({ episodeId, command, commandHash: Buffer.from(commandId), now });
    if (result.outcome !== 'recorded') throw new Error(`${type}: ${JSON.stringify(result)}`);
    return result.events;
  };

  return {
    running,
    stack,
    record,
    force,
    opened: async () => {
      const episodeId = randomUUID();
      const programme = { id: 'standard-four', version: 2 };
      const opening = {
        patientId: randomUUID(),
        programme,
        siteId: 'main',
        entryLevel: 'iop',
        ageGroup: 'adult',
      } as const;
      await record(episodeId, 'OpenEpisode', opening, 60_000);
      await record(episodeId, 'Admit', { level: 'iop', attendedAt: inDays(-40) }, 50_000);
      await record(episodeId, 'PlaceHold', { holdId: 'h1', until: inDays(7) }, 40_000);
      return episodeId;
    },
    whileChanged: async (tables, statement, look) => {
      const kept = tables.map((name) => [name, `public.kept_${name.replace('.', '_')}`] as const);
      await force(kept.map(([name, copy]) => `CREATE TABLE ${copy} AS TABLE ${name}`).join(';'));
      await force(statement);
      try {
        await look();
      } finally {
        const back = ([name, copy]: readonly [string, string]) =>
          `BEGIN; DELETE FROM ${name}; INSERT INTO ${name} TABLE ${copy}; DROP TABLE ${copy}; COMMIT`;
        await force(kept.map(back).join(';'));
      }
    },
    close: async () => {
      await stack.close();
      await admin.end();
      await running.stop();
    },
  };
}
