import { createHash, randomUUID } from 'node:crypto';
import { freshDatabase } from '@stepway/test-support';
import pg from 'pg';
import { openPartners } from '../partners.ts';
import { harbourHouse } from '../specs/consents.ts';
import type { Endpoint } from './endpoints.ts';
import { openWebhooks, type Webhooks } from './webhooks.ts';

/** Of the spec: the bytes turned around, and bound to their place. */
const turned = (plain: Buffer): Buffer => Buffer.from(plain.map((byte) => byte ^ 0xff));
const placeOf = (id: string): Buffer => createHash('sha256').update(id).digest();
const seal = {
  seal: (id: string, plain: Buffer) => ({ rootKid: 'spec', sealed: Buffer.concat([placeOf(id), turned(plain)]) }),
  open: (id: string, { sealed }: { readonly sealed: Buffer }) => {
    if (!sealed.subarray(0, 32).equals(placeOf(id))) throw new Error('sealed for another');
    return turned(sealed.subarray(32));
  },
};

const { partnerId } = harbourHouse;
const now = new Date('2026-11-26T10:00:00Z');
const by = { partnerId, by: 'admin-1', now };
const later = (ms: number): Date => new Date(now.getTime() + ms);
let pool: pg.Pool;
let webhooks: Webhooks;
beforeEach(async () => {
  pool = new pg.Pool({ connectionString: (await freshDatabase()).url, max: 4 });
  await openPartners({ pool, seal }).registrations.set(harbourHouse, 'admin-1');
  webhooks = openWebhooks(pool, seal);
});
afterEach(() => pool.end());

const set = (url = 'https://receiver.example/hook') => webhooks.endpoints.set({ ...by, url, afterPosition: 5n });
async function endpoint(): Promise<Endpoint> {
  const found = await webhooks.endpoints.ofPartner(partnerId, now);
  if (found === undefined) throw new Error('no webhook');
  return found;
}
const event = (episodeId: string, position: bigint) => ({ episodeId, eventId: randomUUID(), position });

describe('the webhook of a partner', () => {
  it('has one secret, told once, which another address keeps; and none in the database as it is', async () => {
    const { secret } = await set();
    expect(secret).toMatch(/^whsec_/);
    expect(await set('https://other.example/hook')).toEqual({});
    const found = await webhooks.endpoints.ofPartner(partnerId, now);
    expect(found).toMatchObject({ url: 'https://other.example/hook', state: 'asked', afterPosition: 5n });
    expect(found?.keys).toMatchObject([{ secret }]);
    const { rows } = await pool.query<{ row: string }>('SELECT e::text AS row FROM partner.endpoint e');
    expect(rows[0]?.row).not.toContain(Buffer.from(secret ?? '').toString('hex'));
  });

  it('keeps every secret that was told, also when two are made at the same moment', async () => {
    await set();
    const rotate = { ...by, overlapMs: 1_000 };
    const told = await Promise.all([webhooks.endpoints.rotate(rotate), webhooks.endpoints.rotate(rotate)]);
    const keys = (await webhooks.endpoints.ofPartner(partnerId, now))?.keys.map(({ secret }) => secret);
    expect(keys).toEqual(expect.arrayContaining(told));
    expect(keys).toHaveLength(3);
    expect((await webhooks.endpoints.ofPartner(partnerId, later(1_001)))?.keys).toHaveLength(1);
  });

  it('is told no more when it was ended, and begins anew with another secret', async () => {
    const { secret } = await set();
    await webhooks.line.add((await endpoint()).endpointId, [event(randomUUID(), 6n)], 6n, now);
    expect(await webhooks.endpoints.end(by)).toBe(true);
    expect(await webhooks.endpoints.end(by)).toBe(false);
    expect(await webhooks.endpoints.rotate({ ...by, overlapMs: 0 })).toBeUndefined();
    expect(await webhooks.endpoints.open(now)).toEqual([]);
    const { rows } = await pool.query('SELECT DISTINCT state FROM partner.delivery');
    expect(rows).toEqual([{ state: 'cancelled' }]);
    expect((await set()).secret).not.toBe(secret);
  });
});

describe('a webhook that is asked again and again whether it is there', () => {
  it('is asked once, until it has answered', async () => {
    await set();
    for (let count = 0; count < 3; count += 1) expect(await webhooks.endpoints.ask(by)).toBe(true);
    expect(await webhooks.letters.counts(partnerId)).toEqual({ waiting: 1, dead: 0 });
    await webhooks.endpoints.end(by);
    expect(await webhooks.endpoints.ask(by)).toBe(false);
  });
});

describe('the line of an endpoint', () => {
  it('gives of each journey the first that waits, and nothing that is under way', async () => {
    await set();
    const there = await endpoint();
    const [hello] = await webhooks.line.take(there, 10, 1_000, now);
    if (hello === undefined) throw new Error('no first message');
    await webhooks.line.delivered(hello, { status: 204 }, now);
    const [one, other] = [randomUUID(), randomUUID()];
    const events = [event(one, 6n), event(one, 7n), event(other, 8n)];
    await webhooks.line.add(there.endpointId, events, 9n, now);
    await webhooks.line.add(there.endpointId, events, 9n, now); // after a crash, again
    const positions = async (at: Date) => {
      const taken = await webhooks.line.take(there, 10, 1_000, at);
      return new Set(taken.map((each) => each.event?.position));
    };
    expect(await positions(now)).toEqual(new Set([6n, 8n]));
    expect(await positions(later(999))).toEqual(new Set());
    expect(await positions(later(1_000))).toEqual(new Set([6n, 8n]));
    expect((await webhooks.endpoints.ofPartner(partnerId, now))?.afterPosition).toBe(9n);
  });

  it('is closed longer after each attempt that was not taken, but not by those that were under way together', async () => {
    await set();
    const [hello] = await webhooks.line.take(await endpoint(), 1, 1_000, now);
    if (hello === undefined) throw new Error('no first message');
    const circuit = { failures: 2, firstMs: 1_000, mostMs: 3_000 };
    const paused = async (at: Date): Promise<number | undefined> => {
      await webhooks.line.pause(hello, circuit, undefined, at);
      const until = (await webhooks.endpoints.ofPartner(partnerId, at))?.pausedUntil;
      return until ? until.getTime() - now.getTime() : undefined;
    };
    expect(await paused(now)).toBeUndefined();
    expect(await paused(now)).toBe(1_000);
    expect(await paused(now)).toBe(1_000);
    expect(await paused(later(1_000))).toBe(3_000);
    expect(await paused(later(3_000))).toBe(6_000);
  });
});
