import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { Sender } from '@stepway/contracts';
import { freshDatabase } from '@stepway/test-support';
import pg from 'pg';
import { openInbox, type Inbox } from './inbox.ts';
import type { MessageSeal } from './message-seal.ts';

/** Turns every byte over: whoever reads the table finds no word. */
const turned = (bytes: Buffer): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0xff));
const key = randomBytes(32);
const seal: MessageSeal = {
  seal: (_, plain) => ({ rootKid: 'root', sealed: turned(plain) }),
  open: (_, { sealed }) => turned(sealed),
  digest: (purpose, ...parts) =>
    createHmac('sha256', key)
      .update(JSON.stringify([purpose, ...parts.map(String)]))
      .digest(),
};
const sender: Sender = {
  senderId: 'laboratory',
  title: 'Laboratory',
  active: true,
  siteIds: ['main'],
  commands: ['RecordDrugTestResult'],
  hl7v2: { application: 'LAB', facility: 'NORTH' },
  timeZone: 'America/New_York',
  numbers: [],
  matchByName: false,
  codes: [],
  leavesAside: [],
};

let pool: pg.Pool;
let inbox: Inbox;
beforeAll(async () => {
  const { url } = await freshDatabase();
  pool = new pg.Pool({ connectionString: url });
  inbox = openInbox({ pool, seal });
  await inbox.senders.set(sender, 'administrator-1');
});
afterAll(() => pool.end());
beforeEach(() => pool.query(`UPDATE inbox.message SET state = 'dismissed', body = NULL WHERE state <> 'taken'`));

const arrive = (sourceId: string, words = 'canary', content?: string) =>
  inbox.receive({
    ...{ channel: 'hl7v2', senderId: 'laboratory', sourceId, body: Buffer.from(words) },
    ...(content !== undefined && { content: Buffer.from(content) }),
  });
const rows = async (): Promise<string> =>
  JSON.stringify((await pool.query('SELECT m.*, encode(body, $1) FROM inbox.message m', ['escape'])).rows);
/** One message of its own in quarantine. */
const waitsForSomebody = async (): Promise<string> => {
  const { messageId } = await arrive(randomUUID());
  await inbox.taking.take(10);
  await inbox.taking.settle(messageId, { state: 'quarantined', reason: 'nobody-found', questions: [], outcome: [] });
  return messageId;
};

describe('a message that arrives', () => {
  it('is stored sealed, with nothing that the sender wrote in clear', async () => {
    const { outcome } = await arrive('canary-control-id');
    expect(outcome).toBe('stored');
    expect(await rows()).not.toContain('canary');
  });

  it('is known when it comes again, and then waits once', async () => {
    const first = await arrive('C-1');
    expect(await arrive('C-1')).toEqual({ outcome: 'known', messageId: first.messageId });
    expect((await inbox.taking.take(10)).map(({ messageId }) => messageId)).toEqual([first.messageId]);
  });

  it('is known when it comes ten times at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => arrive('C-2')));
    expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(1);
    expect(answers.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
  });

  it('goes to a person when its id came before with another content, once', async () => {
    await arrive('C-3', 'positive');
    const other = await arrive('C-3', 'negative');
    expect(other.outcome).toBe('id-reused');
    expect(await arrive('C-3', 'negative')).toEqual(other);
    const [waiting] = await inbox.quarantine.list({ senderIds: ['laboratory'], limit: 10 });
    expect(waiting).toMatchObject({ messageId: other.messageId, reason: 'id-reused' });
  });

  it('is the same when only its time of sending differs', async () => {
    const first = await arrive('C-4', 'sent at 9: positive', 'positive');
    expect(await arrive('C-4', 'sent at 10: positive', 'positive')).toEqual({
      outcome: 'known',
      messageId: first.messageId,
    });
  });

  it('is refused from a sender that nobody has registered', async () => {
    const arrival = { channel: 'hl7v2', senderId: 'stranger', sourceId: 'C-1', body: Buffer.from('x') } as const;
    await expect(inbox.receive(arrival)).rejects.toMatchObject({ code: '23503' });
  });
});

describe('a message that waits', () => {
  it('is taken up by one of many, in order of arrival', async () => {
    const sent: string[] = [];
    for (const id of ['T-1', 'T-2', 'T-3']) sent.push((await arrive(id)).messageId);
    const [some, more] = await Promise.all([inbox.taking.take(2), inbox.taking.take(2)]);
    expect([...some, ...more].map(({ messageId }) => messageId).toSorted()).toEqual(sent.toSorted());
    expect(await inbox.taking.take(2)).toEqual([]);
  });

  it('comes again after 15 s if whoever took it up died', async () => {
    const { messageId } = await arrive('T-4');
    expect(await inbox.taking.take(1)).toHaveLength(1);
    await pool.query(`UPDATE inbox.message SET due_at = due_at - interval '15 seconds' WHERE message_id = $1`, [
      messageId,
    ]);
    expect(await inbox.taking.take(1)).toMatchObject([{ messageId, attempts: 1 }]);
  });

  it('comes again when a server is back, and that counts for no attempt', async () => {
    const { messageId } = await arrive('T-5');
    await inbox.taking.take(1);
    await inbox.taking.putOff(messageId, 0);
    expect(await inbox.taking.take(1)).toMatchObject([{ messageId, attempts: 0 }]);
  });

  it('is gone with all its words when it was taken, and still known', async () => {
    const first = await arrive('T-6');
    await inbox.taking.take(1);
    await inbox.taking.settle(first.messageId, { state: 'taken', outcome: [] });
    const { rows: kept } = await pool.query('SELECT body, correction FROM inbox.message WHERE message_id = $1', [
      first.messageId,
    ]);
    expect(kept).toEqual([{ body: null, correction: null }]);
    expect(await arrive('T-6')).toEqual({ outcome: 'known', messageId: first.messageId });
  });
});

describe('a message in quarantine', () => {
  it('is shown to those who answer for its sender, with its words for one who opens it', async () => {
    const messageId = await waitsForSomebody();
    expect(await inbox.quarantine.list({ senderIds: ['another'], limit: 10 })).toEqual([]);
    expect(await inbox.quarantine.list({ senderIds: ['laboratory'], limit: 10 })).toMatchObject([{ messageId }]);
    expect(await inbox.quarantine.read(messageId)).toMatchObject({ text: 'canary', reason: 'nobody-found' });
  });

  it('is taken up with what a person said: of whom it speaks, then also what it says', async () => {
    const messageId = await waitsForSomebody();
    const patientId = randomUUID();
    expect(await inbox.quarantine.release(messageId, { patientId }, 'nurse-1')).toBe(true);
    const [first] = await inbox.taking.take(1);
    expect(first).toMatchObject({ messageId, patientId, body: Buffer.from('canary'), attempts: 0 });
    await inbox.taking.settle(messageId, { state: 'quarantined', reason: 'unclear', questions: [], outcome: [] });
    expect(await inbox.quarantine.release(messageId, { text: 'canary corrected' }, 'nurse-1')).toBe(true);
    const [second] = await inbox.taking.take(1);
    expect(second).toMatchObject({ patientId, body: Buffer.from('canary corrected') });
    expect(await rows()).not.toContain('canary');
  });

  it('is released once, and dismissed once', async () => {
    const released = await waitsForSomebody();
    expect(await inbox.quarantine.release(released, {}, 'nurse-1')).toBe(true);
    expect(await inbox.quarantine.release(released, {}, 'nurse-2')).toBe(false);
    const dismissed = await waitsForSomebody();
    expect(await inbox.quarantine.dismiss(dismissed, 'test-message', 'nurse-1')).toBe(true);
    expect(await inbox.quarantine.dismiss(dismissed, 'test-message', 'nurse-1')).toBe(false);
    expect(await inbox.quarantine.read(dismissed)).toBeUndefined();
  });

  it('is counted for those who run the inbox', async () => {
    await waitsForSomebody();
    await arrive(randomUUID());
    expect(await inbox.quarantine.counts()).toEqual([
      { senderId: 'laboratory', waiting: 1, quarantined: 1, oldestWaitingMs: expect.any(Number) },
    ]);
  });
});

describe('a sender', () => {
  it('is found by how its messages look, as long as it is active', async () => {
    const far = { ...sender, senderId: 'far', hl7v2: { application: 'LAB', facility: 'FAR' } };
    const at = (time: number) => openInbox({ pool, seal, now: () => time }).senders;
    await inbox.senders.set(far, 'administrator-1');
    expect(await at(0).ofHl7v2('LAB', 'FAR')).toEqual(far);
    expect(await at(0).ofHl7v2('LAB', 'NEAR')).toBeUndefined();
    await inbox.senders.set({ ...far, active: false }, 'administrator-1');
    expect(await at(0).ofHl7v2('LAB', 'FAR')).toBeUndefined();
  });
});

describe('what is kept no longer', () => {
  it('loses its words where nobody decided, and is dismissed by nobody in particular', async () => {
    const { url, adminUrl } = await freshDatabase();
    const own = new pg.Pool({ connectionString: url });
    const admin = new pg.Pool({ connectionString: adminUrl });
    const kept = openInbox({ pool: own, seal });
    await kept.senders.set(sender, 'administrator-1');
    const come = async (sourceId: string, reason?: 'nobody-found'): Promise<string> => {
      const { messageId } = await kept.receive({
        ...{ channel: 'hl7v2', senderId: 'laboratory', sourceId, body: Buffer.from('canary') },
      });
      await kept.taking.settle(
        messageId,
        reason === undefined
          ? { state: 'taken', outcome: [] }
          : { state: 'quarantined', reason, questions: [], outcome: [] },
      );
      return messageId;
    };
    const [old, young, taken] = [
      await come('Q-1', 'nobody-found'),
      await come('Q-2', 'nobody-found'),
      await come('Q-3'),
    ];
    await admin.query(
      `UPDATE inbox.message SET received_at = received_at - interval '181 days', settled_at = settled_at - interval '399 days'
       WHERE message_id = ANY($1)`,
      [[old, taken]],
    );
    const keeping = { quarantineDays: 180, knownDays: 400 };
    expect(await kept.forget(keeping)).toEqual({ undecided: 1, unknown: 0 });
    expect(await kept.statusOf(old)).toMatchObject({ state: 'dismissed', reason: 'nobody-decided' });
    expect(await kept.quarantine.read(old)).toBeUndefined();
    expect(await kept.quarantine.read(young)).toMatchObject({ text: 'canary' });
    await admin.query(`UPDATE inbox.message SET settled_at = settled_at - interval '2 days' WHERE message_id = $1`, [
      taken,
    ]);
    expect(await kept.forget(keeping)).toEqual({ undecided: 0, unknown: 1 });
    expect(await kept.statusOf(taken)).toBeUndefined();
    expect(await kept.forget(keeping)).toEqual({ undecided: 0, unknown: 0 });
    await Promise.all([own.end(), admin.end()]);
  });
});

describe('room for more', () => {
  it('is there until so many wait, and again when they are taken', async () => {
    const { url } = await freshDatabase();
    const own = new pg.Pool({ connectionString: url });
    let now = 0;
    const small = openInbox({ pool: own, seal, mostWaiting: 2, now: () => now });
    await small.senders.set(sender, 'administrator-1');
    const come = (sourceId: string) =>
      small.receive({ channel: 'hl7v2', senderId: 'laboratory', sourceId, body: Buffer.from('canary') });
    await come('R-1');
    expect(await small.hasRoom()).toBe(true);
    const { messageId } = await come('R-2');
    now += 1_001;
    expect(await small.hasRoom()).toBe(false);
    await small.taking.settle(messageId, { state: 'taken', outcome: [] });
    now += 1_001;
    expect(await small.hasRoom()).toBe(true);
    await own.end();
  });
});
