import { PartnerMessage } from '@stepway/contracts';
import { partnerTopicSettings } from '@stepway/messaging';
import { consentTo, openClinic, session, type Clinic, type Someone } from '../testing/clinic.ts';
import { readPartner, type Read, type Reader } from '../testing/reader.ts';

let clinic: Clinic;
const readers: Reader[] = [];
beforeAll(async () => {
  clinic = await openClinic();
});
afterEach(async () => {
  await clinic.stopStreams();
  await Promise.all(readers.splice(0).map((reader) => reader.close()));
});
afterAll(() => clinic.close());

async function reading(partnerId: string): Promise<Reader> {
  await clinic.messaging.ensureTopics([partnerTopicSettings(partnerId)]);
  const reader = await readPartner(clinic.kafka, partnerId);
  readers.push(reader);
  return reader;
}
const typesOf = (seen: readonly Read[]) => seen.map(({ event }) => event.type.replace('stepway.partner.', ''));
const ended = (seen: readonly Read[]) => typesOf(seen).includes('consent-ended.v1');
const revoke = (who: Someone) =>
  clinic.record(who, 'ConsentRevoked', { consentId: 'k1', at: new Date().toISOString(), cause: 'revoked' });
const accounted = async (partnerId: string): Promise<readonly { event_id: string; fields: string[] }[]> =>
  (
    await clinic.pool.query<{ event_id: string; fields: string[] }>(
      'SELECT event_id, fields FROM partner.disclosure WHERE partner_id = $1 ORDER BY recorded_at',
      [partnerId],
    )
  ).rows;

describe('a person who consents that a house is told of their attendance', () => {
  it('is told of under a pseudonym, labelled, with the notice; after a revocation comes its end, and nothing more', async () => {
    clinic.streams();
    const { partnerId } = await clinic.partner();
    const reader = await reading(partnerId);
    const ada = await clinic.someone();
    const canary = await clinic.someone();
    const before = await clinic.record(ada, 'SessionRecorded', session());
    await clinic.looked(partnerId, before); // without a consent
    await clinic.record(ada, 'ConsentGiven', consentTo(['attendance']));
    const told = await clinic.record(ada, 'SessionRecorded', session());
    await clinic.record(canary, 'SessionRecorded', session());
    await reader.until((seen) => seen.length >= 1);
    await revoke(ada);
    await clinic.record(ada, 'SessionRecorded', session());
    const last = await clinic.record(canary, 'SessionRecorded', session());
    const sent = await clinic.looked(partnerId, last);
    const seen = await reader.until((all) => all.length >= sent);

    expect(typesOf(seen)).toEqual(['session-recorded.v1', 'consent-ended.v1']);
    const [first, end] = seen;
    expect(first?.event.validate()).toBe(true);
    expect(PartnerMessage.safeParse({ ...first?.event.toJSON(), consentversion: 1 }).error).toBeUndefined();
    expect(first?.event).toMatchObject({
      source: '/stepway/spec',
      subject: first?.key,
      consentscope: 'attendance',
      purpose: 'housing',
      confidentiality: 'R',
      sensitivity: 'ETH',
      policy: '42CFRPart2',
    });
    expect(first?.headers).toMatchObject({
      ce_notice: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
      'content-type': 'application/json',
    });
    expect(Object.keys(first?.event.data ?? {}).toSorted()).toEqual(
      ['attendance', 'minutes', 'sessionId', 'startedAt'].toSorted(),
    );
    expect(end).toMatchObject({ key: first?.key, event: { data: { cause: 'revoked' } } });
    expect(end?.event.data?.['consentId']).toBe(first?.headers['ce_consentid']);
    expect(await accounted(partnerId)).toContainEqual({
      event_id: told,
      fields: expect.arrayContaining(['attendance', 'minutes']),
    });
    expect(await accounted(partnerId)).toHaveLength(1);
    const bytes = seen.map((one) => one.bytes).join('\n');
    for (const secret of ['canary', canary.episodeId, canary.patientId, ada.episodeId, ada.patientId, told])
      expect(bytes).not.toContain(secret);
  });
});

describe('a revocation that is recorded while a batch is under way', () => {
  it('holds: what was read before it is not sent', async () => {
    const { partnerId } = await clinic.partner();
    const reader = await reading(partnerId);
    const ada = await clinic.someone();
    await clinic.record(ada, 'ConsentGiven', consentTo(['attendance']));
    await clinic.record(ada, 'SessionRecorded', session());
    const between = Promise.withResolvers<void>();
    const late = Promise.withResolvers<void>();
    let asked = 0;
    clinic.streams({
      partners: {
        ...clinic.partners,
        // The batch was read and consent asked of it; before it is accounted for, the person revokes.
        recordDisclosures: async (rows) => {
          const ours = rows.some((row) => row.partnerId === partnerId && row.episodeId === ada.episodeId);
          if (ours && (asked += 1) === 2) {
            await revoke(ada);
            late.resolve();
          }
          if (ours && asked === 1) between.resolve();
          return clinic.partners.recordDisclosures(rows);
        },
      },
    });
    await between.promise;
    await reader.until((seen) => seen.length >= 1);
    await clinic.record(ada, 'SessionRecorded', session());
    await late.promise;
    const seen = await reader.until(ended);
    expect(typesOf(seen)).toEqual(['session-recorded.v1', 'consent-ended.v1']);
    expect(await accounted(partnerId)).toHaveLength(1);
  });
});

describe('a relay that ends midway', () => {
  it('loses nothing: what was sent may come twice, each telling stands once in the account', async () => {
    const { partnerId } = await clinic.partner();
    const reader = await reading(partnerId);
    const ada = await clinic.someone();
    await clinic.record(ada, 'ConsentGiven', consentTo(['attendance']));
    const told: string[] = [];
    for (let count = 0; count < 30; count += 1) told.push(await clinic.record(ada, 'SessionRecorded', session()));
    let failures = 3;
    const fails = (): boolean => (failures -= 1) >= 0;
    clinic.streams({
      batch: 7,
      connect: () => ({
        ...clinic.messaging,
        close: () => Promise.resolve(),
        send: async (topic, messages) => {
          const before = failures % 2 === 0;
          if (before && fails()) throw new Error('ended before the send');
          await clinic.messaging.send(topic, messages);
          if (!before && fails()) throw new Error('ended after the send, before the checkpoint');
        },
      }),
    });
    const seen = await reader.until((all) => new Set(all.map(({ event }) => event.id)).size >= 30);
    const first = [...new Map(seen.map((one) => [one.event.id, one.headers['ce_sequence'] ?? ''])).values()];
    expect(first).toEqual(first.toSorted());
    expect((await accounted(partnerId)).map((row) => row.event_id).toSorted()).toEqual(told.toSorted());
  });
});

describe('one partner in trouble', () => {
  it('holds up no other, and its trouble is seen', async () => {
    const troubled = await clinic.partner();
    const well = await clinic.partner();
    const reader = await reading(well.partnerId);
    clinic.streams({
      connect: (partnerId) => ({
        ...clinic.messaging,
        close: () => Promise.resolve(),
        clusterId: () =>
          partnerId === troubled.partnerId ? Promise.reject(new Error('no broker')) : clinic.messaging.clusterId(),
      }),
    });
    const ada = await clinic.someone();
    await clinic.record(ada, 'ConsentGiven', consentTo(['attendance']));
    await clinic.record(ada, 'SessionRecorded', session());
    await reader.until((seen) => seen.length >= 1);
    const trouble = await clinic.troubled(troubled.partnerId);
    expect(trouble).toMatchObject({ delivered: 0, waitingSince: expect.any(String) });
    await clinic.stopStreams();
    const { troubleSince, delivered } = (await clinic.partners.progress.of(well.partnerId)) ?? {};
    expect([troubleSince, delivered]).toEqual([undefined, 1]);
  });
});
