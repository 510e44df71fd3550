import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { laboratory, oru } from '../clinic/laboratory.ts';
import type { BenchStack } from './bench-stack.ts';
import { startChild } from './child.ts';
import { ratios, spread } from './figures.ts';
import { asMuchAsGoes, atRate } from './load.ts';
import { MllpClient } from './mllp-client.ts';
import { count, latencies, lost, perSecond, ratio, type BenchReport } from './report.ts';

const aimPerSecond = 1_000;
const forMs = 60_000;
const connections = 16;
/** Messages under way at once, of all connections. */
const callers = 256;
const rounds = 4;
const roundMs = 5_000;

const about =
  `laboratory reports over ${connections} connections of MLLP, acknowledged when they are sealed and committed, while ` +
  'the intake takes them up, beside a bare socket that inserts a row of the same table for each frame';

/** How many messages of HL7 v2 are acknowledged in a second, and whether each that was is in the inbox, once. */
export async function benchMllp({ stack, pool, admin }: BenchStack, say: (what: string) => void): Promise<BenchReport> {
  const file = join(stack.dir, 'senders.json');
  // A wide feed: who is not here is left aside, so that taking a message up is as dear as it is, and quarantine stays empty.
  writeFileSync(file, JSON.stringify({ senders: [{ ...laboratory, leavesAside: ['people-not-here'] }] }));
  await stack.stepway('senders', 'set', file);
  await admin.query('CREATE SCHEMA bench');
  await admin.query('CREATE TABLE bench.message (LIKE inbox.message INCLUDING ALL)');
  await admin.query('GRANT USAGE ON SCHEMA bench TO stepway_app');
  await admin.query('GRANT INSERT ON bench.message TO stepway_app');
  const raw = await startChild(join(import.meta.dirname, 'raw-mllp.js'), [stack.addresses().postgres]);
  const ours = await clientsTo(stack.addresses().mllp);
  const bare = await clientsTo(raw.ready);
  let acknowledged = 0;
  const prefix = randomUUID().slice(0, 8);
  const send = (): Promise<void> => {
    const at = sent++;
    const message = oru({
      patientId: randomUUID(),
      controlId: `${prefix}-${at}`,
      specimen: `B-${at}`,
      value: 'Negative',
    });
    return clientOf(ours, at)
      .send(message)
      .then(() => void (acknowledged += 1));
  };
  let sent = 0;
  const report = oru({ patientId: randomUUID(), controlId: 'raw', specimen: 'B', value: 'Negative' });
  const sendBare = (): Promise<void> => clientOf(bare, sent++).send(report);
  try {
    say('warming up');
    await asMuchAsGoes(send, { callers, forMs: 2_000 });
    await asMuchAsGoes(sendBare, { callers, forMs: 1_000 });
    say(`${aimPerSecond} a second for ${forMs / 1_000} s`);
    const steady = await atRate(send, { perSecond: aimPerSecond, forMs });
    const [rates, bareRates]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      say(`as many as go, round ${round + 1}`);
      const turns = [
        async () => rates.push((await asMuchAsGoes(send, { callers, forMs: roundMs })).perSecond),
        async () => bareRates.push((await asMuchAsGoes(sendBare, { callers, forMs: roundMs })).perSecond),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn();
    }
    const { rows } = await pool.query<{ stored: string; waiting: string }>(
      `SELECT count(*) AS stored, count(*) FILTER (WHERE state = 'waiting') AS waiting FROM inbox.message
       WHERE sender_id = $1`,
      [laboratory.senderId],
    );
    const stored = Number(rows[0]?.stored);
    const held = { median: steady.perSecond, lowest: steady.perSecond, highest: steady.perSecond };
    return {
      bench: 'mllp',
      about,
      findings: [
        perSecond(`acknowledged at ${aimPerSecond} a second for ${forMs / 1_000} s`, held, {
          atLeast: aimPerSecond * 0.99,
        }),
        ...latencies('  of one acknowledgement', steady.latencies),
        perSecond('as many as go', spread(rates), { atLeast: aimPerSecond }),
        perSecond('  bare socket and insert', spread(bareRates)),
        ratio('  ours ÷ bare', spread(ratios(rates, bareRates))),
        count('  messages not yet taken up at the end', Number(rows[0]?.waiting)),
        lost('  acknowledged and not in the inbox', Math.max(0, acknowledged - stored)),
        lost('  in the inbox twice', Math.max(0, stored - acknowledged)),
      ],
    };
  } finally {
    for (const client of [...ours, ...bare]) client.close();
    await raw.stop();
  }
}

const clientsTo = (address: string): Promise<readonly MllpClient[]> =>
  Promise.all(Array.from({ length: connections }, () => MllpClient.to(address)));

function clientOf(clients: readonly MllpClient[], at: number): MllpClient {
  const client = clients[at % clients.length];
  if (client === undefined) throw new Error('There is no connection');
  return client;
}
