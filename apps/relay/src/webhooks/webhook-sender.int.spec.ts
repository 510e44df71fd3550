import { PartnerNotice } from '@stepway/contracts';
import { Webhook } from 'svix';
import { createSender } from './sending/send.ts';
import { tellByConsent } from './telling-by-consent.ts';
import { noContent, startReceiver, status, type Answer, type Received, type Receiver } from '../testing/receiver.ts';
import { createWorld, harbourHouse, partnerId, type World } from '../testing/world.ts';

const hour = 3_600_000;
let world: World;
const receivers: Receiver[] = [];
async function receiver(options?: Parameters<typeof startReceiver>[0]): Promise<Receiver> {
  const started = await startReceiver(options);
  receivers.push(started);
  return started;
}
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  await world.close();
  await Promise.all(receivers.splice(0).map((each) => each.close()));
});

const said = ({ body }: Received): Record<string, unknown> => JSON.parse(body);
const typesOf = ({ received }: Receiver): readonly unknown[] => received.map((one) => said(one)['type']);
const admitted = 'stepway.partner.admitted.v1';
const session = 'stepway.partner.session-recorded.v1';
const test = 'stepway.partner.webhook-test.v1';
/** By the clock of the spec, which the verifier does not know. */
function verify(secret: string, { body, headers }: Received): unknown {
  jest.spyOn(Date, 'now').mockReturnValue(world.now().getTime());
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>);
  } finally {
    jest.restoreAllMocks();
  }
}
/** As many attempts were not taken, and are written down. */
const refused = (attempts: number) => async (): Promise<boolean> =>
  (await world.deliveries()).some((one) => one.attempts === attempts && one.status !== null && one.state === 'waiting');
const states = async (ofPartner?: string): Promise<Readonly<Record<string, number>>> => {
  const found: Record<string, number> = {};
  for (const { kind, state } of await world.deliveries(ofPartner))
    if (kind === 'event') found[state] = (found[state] ?? 0) + 1;
  return found;
};

/** Everything in the log was looked at. */
const looked = async (): Promise<boolean> =>
  (await world.webhooks.endpoints.ofPartner(partnerId, world.now()))?.afterPosition ===
  (await world.log.lastPosition());

describe('a partner with a webhook', () => {
  it('is asked first whether it is there, and is told nothing before it answers', async () => {
    const there = await receiver();
    there.answer(status(500));
    await world.webhookAt(there.url);
    world.start();
    await world.journey();
    await world.until(async () => (await refused(1)()) && (await states())['waiting'] === 1);
    expect(typesOf(there)).toEqual([test]);
    there.answer(noContent);
    world.pass(6_000);
    await world.until(async () => (await states())['delivered'] === 1);
    expect(typesOf(there)).toEqual([test, test, admitted]);
  });

  it('is told by a thin, signed CloudEvent: labelled, with the notice and the consent, without data', async () => {
    const there = await receiver({ tls: true });
    const secret = await world.webhookAt(there.url);
    world.start();
    const episodeId = await world.journey();
    await world.until(() => there.received.length === 2);
    const [, told] = there.received;
    if (told === undefined) throw new Error('nothing came');
    expect(told.headers['content-type']).toMatch(/^application\/cloudevents\+json/);
    expect(verify(secret, told)).toEqual({
      specversion: '1.0',
      id: expect.any(String),
      source: '/stepway/spec',
      type: admitted,
      subject: expect.any(String),
      time: expect.any(String),
      sequence: '0000000003',
      position: '3',
      recordedtime: expect.any(String),
      consentid: expect.any(String),
      consentversion: 1,
      consentscope: 'level-of-care,attendance',
      consentexpires: expect.any(String),
      purpose: 'housing',
      confidentiality: 'R',
      sensitivity: 'ETH',
      policy: '42CFRPart2',
      notice: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
      noticeref: expect.any(String),
    });
    expect(PartnerNotice.safeParse(said(told)).success).toBe(true);
    expect(`${told.body}${told.path}${JSON.stringify(told.headers)}`).not.toContain(episodeId);
    const { rows } = await world.pool.query('SELECT channel, reference, fields FROM partner.disclosure');
    expect(rows).toEqual([{ channel: 'webhook', reference: said(told)['id'], fields: [] }]);
  });

  it('verifies by the old and the new secret while they are changed, and by the new one alone after it', async () => {
    const there = await receiver();
    const before = await world.webhookAt(there.url);
    world.start();
    const rotate = { partnerId, by: 'admin-1', now: world.now(), overlapMs: 24 * hour };
    const after = (await world.webhooks.endpoints.rotate(rotate)) ?? '';
    const episodeId = await world.journey();
    await world.until(() => there.received.length === 2);
    for (const secret of [before, after]) verify(secret, there.received[1] as Received);
    world.pass(25 * hour);
    await world.session(episodeId);
    await world.until(() => there.received.length === 3);
    verify(after, there.received[2] as Received);
    expect(() => verify(before, there.received[2] as Received)).toThrow();
  });

  it('is told nothing of somebody without consent, nor of what it did not ask for', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    world.start();
    await world.journey({ consents: false });
    await world.journey();
    await world.until(async () => (await states())['delivered'] === 1);
    expect(await states()).toEqual({ delivered: 1 });
    expect(typesOf(there)).toEqual([test, admitted]);
    expect((await world.pool.query('SELECT FROM partner.disclosure')).rowCount).toBe(1);
  });
});

describe('a receiver that does not take what is sent', () => {
  const refusing = async (answer: Answer): Promise<Receiver> => {
    const there = await receiver();
    await world.webhookAt(there.url);
    world.start();
    await world.until(() => there.received.length === 1);
    await world.until(async () => (await world.deliveries()).every(({ state }) => state === 'delivered'));
    there.answer(answer);
    return there;
  };

  it('is asked again with the same id, later and later, and it goes on in the order of the journey', async () => {
    const there = await refusing(status(500));
    const episodeId = await world.journey();
    await world.session(episodeId);
    await world.until(async () => (await refused(1)()) && (await states())['waiting'] === 2);
    const inMs = async () => (await world.deliveries()).map(({ dueAt }) => dueAt.getTime() - world.now().getTime());
    expect(await inMs()).toContain(5_000);
    world.pass(5_000);
    await world.until(async () => (await inMs()).includes(30_000));
    there.answer(noContent);
    world.pass(30_000);
    await world.until(async () => (await states())['delivered'] === 2);
    expect(typesOf(there)).toEqual([test, admitted, admitted, admitted, session]);
    expect(new Set(there.received.slice(1, 4).map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('keeps back its own journey alone: others go on', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    world.start();
    const [one, other] = [await world.journey(), await world.journey()];
    await world.until(async () => (await states())['delivered'] === 2);
    const subject = said(there.received[1] as Received)['subject'];
    there.answer((response, received) => status(said(received)['subject'] === subject ? 500 : 204)(response, received));
    for (const episodeId of [one, other, one, other]) await world.session(episodeId);
    await world.until(async () => (await states())['delivered'] === 4);
    expect(await states()).toEqual({ delivered: 4, waiting: 2 });
  });

  it('is left alone for as long as it asks', async () => {
    const there = await refusing(status(429, { 'retry-after': '600' }));
    await world.journey();
    await world.until(refused(1));
    const endpoint = await world.webhooks.endpoints.ofPartner(partnerId, world.now());
    expect(endpoint?.pausedUntil?.getTime()).toBe(world.now().getTime() + 600_000);
    there.answer(noContent);
    world.pass(599_000);
    await world.journey();
    await world.until(async () => (await states())['waiting'] === 2);
    expect(there.received).toHaveLength(2);
    world.pass(1_000);
    await world.until(async () => (await states())['delivered'] === 2);
  });

  it('has it dead after 24 h, kept; it is sent again when the partner asks, and then the next', async () => {
    const there = await refusing(status(500));
    const episodeId = await world.journey();
    await world.session(episodeId);
    await world.until(async () => {
      world.pass(0.5 * hour);
      return (await states())['dead'] === 2;
    });
    const dead = (await world.deliveries()).filter(({ state }) => state === 'dead');
    expect(dead).toMatchObject([{ status: 500 }, { status: 500 }]);
    there.answer(noContent);
    world.pass(hour);
    const first = dead.at(-1)?.deliveryId ?? '';
    expect(await world.webhooks.letters.redeliver(partnerId, first, world.now())).toBe(true);
    await world.until(async () => (await states())['delivered'] === 1);
    expect(await world.webhooks.letters.redeliver('another', first, world.now())).toBe(false);
    expect(await world.webhooks.letters.redeliverDead(partnerId, world.now())).toBe(1);
    await world.until(async () => (await states())['delivered'] === 2);
    expect(new Set(typesOf(there).slice(-2))).toEqual(new Set([admitted, session]));
  });

  it('and says that it is gone is sent nothing more; what waits is dead', async () => {
    const there = await refusing(status(500));
    const episodeId = await world.journey();
    await world.session(episodeId);
    await world.until(async () => (await refused(1)()) && (await states())['waiting'] === 2);
    there.answer(status(410));
    world.pass(5_000);
    await world.until(async () => (await states())['dead'] === 2);
    await world.session(episodeId);
    world.pass(48 * hour);
    const other = await world.webhooks.endpoints.ofPartner(partnerId, world.now());
    expect({ state: other?.state, heard: there.received.length }).toEqual({ state: 'gone', heard: 3 });
    there.answer(noContent);
    await world.webhookAt(there.url);
    await world.session(episodeId);
    await world.until(async () => (await states())['delivered'] === 2);
  });

  it.each<[string, Answer, string]>([
    ['redirects', status(307, { location: 'http://127.0.0.1:1/' }), 'redirects-are-not-followed'],
    ['hangs up', (response) => void response.socket?.destroy(), 'unanswered:und-err-socket'],
    ['is silent', () => {}, 'unanswered:too-slow'],
  ])('because it %s: the partner sees why', async (_how, answer, reason) => {
    const there = await receiver();
    await world.webhookAt(there.url);
    there.answer(answer);
    world.start({ send: createSender({ reach: { ports: [], loopback: true }, limitMs: 200 }) });
    await world.until(async () => (await world.deliveries()).some((each) => each.reason !== null));
    expect(await world.deliveries()).toMatchObject([{ state: 'waiting', attempts: 1, reason }]);
  });

  it('harms no other: its circuit opens, and the others are told at once', async () => {
    const clinic = { ...harbourHouse, partnerId: 'clinic-north' };
    await world.partners.registrations.set(clinic, 'admin-1');
    const away = await refusing(() => {});
    const there = await receiver();
    await world.webhookAt(there.url, clinic.partnerId);
    for (let count = 0; count < 12; count += 1) await world.journey();
    await world.until(async () => (await states(clinic.partnerId))['delivered'] === 12);
    expect(away.received.length).toBeLessThanOrEqual(9);
    for (const one of receivers) one.answer(status(500));
    await away.close();
    receivers.splice(receivers.indexOf(away), 1);
    await world.until(async () => {
      const endpoint = await world.webhooks.endpoints.ofPartner(partnerId, world.now());
      return (endpoint?.pausedUntil ?? null) !== null;
    });
  });
});

describe('a consent that is revoked', () => {
  it('cancels what still waits, and its end is told to the partner that was told something by it', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    world.start();
    const episodeId = await world.journey();
    await world.until(async () => (await states())['delivered'] === 1);
    there.answer(status(500));
    await world.session(episodeId);
    await world.until(() => there.received.length === 3);
    await world.revoke(episodeId);
    there.answer(noContent);
    world.pass(10_000);
    await world.until(async () => (await states())['delivered'] === 2);
    expect(await states()).toEqual({ delivered: 2, cancelled: 1 });
    expect(typesOf(there)).toEqual([test, admitted, session, 'stepway.partner.consent-ended.v1']);
  });

  it('and given anew is told by when it is sent again: the account has both tellings', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    world.start();
    const episodeId = await world.journey();
    await world.until(async () => (await states())['delivered'] === 1);
    const [told] = (await world.deliveries()).filter(({ kind }) => kind === 'event');
    world.pass(1_000);
    await world.revoke(episodeId);
    await world.consent(episodeId, 'k2');
    await world.until(async () => (await states())['delivered'] === 2);
    expect(await world.webhooks.letters.redeliver(partnerId, told?.deliveryId ?? '', world.now())).toBe(true);
    await world.until(() => typesOf(there).filter((type) => type === admitted).length === 2);
    const { rows } = await world.pool.query('SELECT consent_id FROM partner.disclosure ORDER BY decided_at');
    expect(rows).toEqual([{ consent_id: 'k1' }, { consent_id: 'k2' }]);
  });

  it('is news to nobody who was told nothing by it', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    const episodeId = await world.journey();
    await world.revoke(episodeId);
    await world.journey();
    world.start();
    await world.until(async () => (await states())['delivered'] === 1);
    expect(await states()).toEqual({ delivered: 1 });
    expect((await world.pool.query('SELECT FROM partner.disclosure')).rowCount).toBe(1);
  });
});

describe('a relay whose clock is behind', () => {
  it('tells nothing by a consent that was revoked, as the log says', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    const episodeId = await world.journey();
    world.pass(10_000);
    await world.session(episodeId);
    await world.revoke(episodeId);
    const now = (): Date => new Date(world.now().getTime() - 5_000);
    const origin = { deployment: 'spec', publicUrl: 'https://spec.example' };
    world.start({ telling: tellByConsent({ log: world.log, partners: world.partners, origin, now }) });
    await world.until(looked);
    expect(await states()).toEqual({});
  });
});

describe('a delivery that is settled', () => {
  it('is kept for 30 days, or a day if it tells of nobody; what waits stays, and so does the account', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    const first = world.start();
    const episodeId = await world.journey();
    await world.until(async () => (await states())['delivered'] === 1);
    await world.stop(first);
    const kinds = async () => (await world.deliveries()).map(({ kind, state }) => `${kind} ${state}`).toSorted();
    expect(await kinds()).toEqual(['event delivered', 'handshake delivered']);
    world.pass(29 * 24 * hour);
    there.answer(status(500));
    await world.session(episodeId);
    world.start();
    await world.until(async () => (await kinds()).length === 2 && (await refused(1)()));
    expect(await kinds()).toEqual(['event delivered', 'event waiting']);
    world.pass(25 * hour);
    await world.until(async () => (await kinds()).length === 1);
    expect((await world.pool.query('SELECT FROM partner.disclosure')).rowCount).toBe(2);
  });
});

describe('a partner that is active no longer', () => {
  it('is told nothing more, not even that a consent ended', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    world.start();
    const episodeId = await world.journey();
    await world.until(async () => (await states())['delivered'] === 1);
    await world.partners.registrations.set({ ...harbourHouse, active: false }, 'admin-1');
    await world.revoke(episodeId);
    await world.until(looked);
    expect(await states()).toEqual({ delivered: 1 });
  });
});

describe('a webhook that moves to another address', () => {
  it('has to answer at the new one: what was about to be sent does not go to the old one', async () => {
    const [before, after] = [await receiver(), await receiver()];
    await world.webhookAt(before.url);
    const { line } = world.webhooks;
    let moved = false;
    const take: typeof line.take = async (...asked) => {
      if (!moved) await world.webhookAt(after.url);
      moved = true;
      return line.take(...asked);
    };
    world.start({ webhooks: { ...world.webhooks, line: { ...line, take } } });
    await world.until(() => after.received.length === 1);
    expect(before.received).toEqual([]);
  });

  it('is not ended by the old one that says it is gone', async () => {
    const [before, after] = [await receiver(), await receiver()];
    await world.webhookAt(before.url);
    world.start();
    await world.until(async () => (await world.deliveries()).every(({ state }) => state === 'delivered'));
    before.answer((...answer) => void world.webhookAt(after.url).then(() => status(410)(...answer)));
    await world.journey();
    await world.until(() => after.received.length === 1);
    world.pass(61_000);
    await world.until(async () => (await states())['delivered'] === 1);
    expect(typesOf(after)).toEqual([test, admitted]);
  });
});

describe('a FHIR Subscription', () => {
  const subscribe = async (url: string, heartbeatSeconds?: number): Promise<string> => {
    const id = await world.webhooks.subscriptions.create({
      ...{
        partnerId,
        url,
        headers: ['Authorization: Bearer theirs'],
        endsAt: undefined,
        by: 'partner',
        now: world.now(),
      },
      afterPosition: await world.log.lastPosition(),
      settings: {
        ...{ topic: 'https://stepway.dev/fhir/SubscriptionTopic/transitions', content: 'id-only' },
        ...(heartbeatSeconds !== undefined && { heartbeatSeconds }),
      },
    });
    return id ?? '';
  };
  const partOf = (one: Received, name: string): unknown =>
    JSON.stringify(
      (said(one)['entry'] as { resource: { parameter: { name: string }[] } }[])[0]?.resource.parameter.find(
        (part) => part.name === name,
      ),
    );

  it('gets a handshake, its events in numbers by id, a heartbeat when nothing happens, and ends', async () => {
    const there = await receiver();
    const id = await subscribe(there.url, 60);
    world.start();
    const episodeId = await world.journey();
    await world.session(episodeId); // no event of the topic
    await world.until(() => there.received.length === 2);
    const [first, told] = there.received as [Received, Received];
    expect(first.headers).toMatchObject({
      authorization: 'Bearer theirs',
      'content-type': 'application/fhir+json; charset=utf-8',
    });
    expect(partOf(first, 'type')).toContain('handshake');
    expect(partOf(told, 'type')).toContain('event-notification');
    expect(partOf(told, 'notification-event')).toMatch(/"1".*EpisodeOfCare\/[0-9a-f-]{36}"/);
    expect(told.body).not.toContain(episodeId);
    const waiting = "SELECT FROM partner.delivery WHERE state = 'waiting'";
    await world.until(async () => (await world.pool.query(waiting)).rowCount === 0);
    expect((await world.webhooks.subscriptions.find(partnerId, id))?.state).toBe('active');
    world.pass(61_000);
    await world.until(() => there.received.length === 3);
    expect(partOf(there.received[2] as Received, 'type')).toContain('heartbeat');
    expect(await world.webhooks.subscriptions.end(partnerId, id, 'partner', world.now())).toBe(true);
    world.pass(600_000);
    await world.journey();
    const { rows } = await world.pool.query("SELECT FROM partner.delivery WHERE kind = 'event'");
    expect(rows).toHaveLength(1);
  });

  it('is told nothing of somebody without consent', async () => {
    const there = await receiver();
    const id = await subscribe(there.url);
    world.start();
    await world.journey({ consents: false });
    await world.journey();
    await world.until(() => there.received.length === 2);
    expect((await world.webhooks.subscriptions.find(partnerId, id))?.events).toBe(1);
  });
});

describe('a process that ends while it sends', () => {
  it('loses nothing: another goes on, with the same ids, each journey in its order', async () => {
    const there = await receiver();
    await world.webhookAt(there.url);
    const journeys = await Promise.all([1, 2, 3, 4].map(() => world.journey()));
    for (const episodeId of [...journeys, ...journeys]) await world.session(episodeId);
    // The first is cut off at every third message: it does not hear the answer, nor write down that there was one.
    let sent = 0;
    const send = createSender({ reach: { ports: [], loopback: true } });
    const dying = world.start({
      send: async (message) => {
        sent += 1;
        const answer = await send(message);
        if (sent % 3 === 0) throw new Error('killed');
        return answer;
      },
      webhooks: {
        ...world.webhooks,
        line: { ...world.webhooks.line, putOff: () => Promise.reject(new Error('killed')) },
      },
    });
    await world.until(() => there.received.length >= 6);
    await world.stop(dying);
    world.start();
    world.pass(61_000); // what it had taken is another's after its lease
    await world.until(async () => (await states())['delivered'] === 12);
    const bySubject = Map.groupBy(there.received.slice(1).map(said), ({ subject }) => subject);
    for (const [subject, messages] of bySubject) {
      if (subject === undefined) continue;
      const sequences = [...new Set(messages.map(({ sequence }) => sequence))];
      expect(sequences).toEqual(['0000000003', '0000000004', '0000000005']);
    }
    const ids = there.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(13);
    expect(ids.length).toBeGreaterThan(13);
  });
});
