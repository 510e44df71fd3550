import { partnerReplayTopic } from '@stepway/contracts/names';
import { partnerTopicSettings } from '@stepway/messaging';
import { consentTo, openClinic, session, type Clinic } from '../testing/clinic.ts';
import { readPartner, readTopic, type Reader } from '../testing/reader.ts';

let clinic: Clinic;
const readers: Reader[] = [];
const read = async (reading: Promise<Reader>): Promise<Reader> => {
  const reader = await reading;
  readers.push(reader);
  return reader;
};
beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  await clinic.close();
});

describe('a replay', () => {
  it('tells again by the consents that hold now: of who revoked nothing, and not that they did', async () => {
    const { partnerId } = await clinic.partner();
    const ada = await clinic.someone();
    const grace = await clinic.someone();
    for (const who of [ada, grace]) await clinic.record(who, 'ConsentGiven', consentTo(['attendance']));
    await clinic.record(ada, 'SessionRecorded', session());
    const last = await clinic.record(grace, 'SessionRecorded', session());
    clinic.streams();
    await clinic.looked(partnerId, last);
    await clinic.messaging.ensureTopics([partnerTopicSettings(partnerId)]);
    const stream = await read(readPartner(clinic.kafka, partnerId));
    const before = await stream.until((seen) => seen.length >= 2);

    const revoked = { consentId: 'k1', at: new Date().toISOString(), cause: 'revoked' } as const;
    await clinic.looked(partnerId, await clinic.record(ada, 'ConsentRevoked', revoked));
    const job = await clinic.partners.replays.start(partnerId, 0n, 'partner.spec');
    if (job === undefined) throw new Error('no replay');
    expect(await clinic.partners.replays.start(partnerId, 0n, 'partner.spec')).toBeUndefined();
    const done = await clinic.replayed(partnerId, job.jobId);
    expect(done).toMatchObject({ sent: 1, position: job.untilPosition });
    const again = await read(readTopic(clinic.kafka, partnerReplayTopic(partnerId, job.jobId)));
    const seen = await again.until((all) => all.length >= 1);

    const ofGrace = before.find(({ key }) => key === seen[0]?.key);
    expect(seen.map(({ event, headers }) => [event.id, headers['replay']])).toEqual([[ofGrace?.event.id, 'true']]);
    const ofAda = before.find(({ key }) => key !== seen[0]?.key)?.key ?? 'nobody';
    expect(seen.map(({ bytes }) => bytes).join()).not.toContain(ofAda);
    const { rows } = await clinic.pool.query(
      'SELECT channel, count(*)::int AS told FROM partner.disclosure GROUP BY channel ORDER BY channel',
    );
    expect(rows).toEqual([
      { channel: 'replay', told: 1 },
      { channel: 'stream', told: 2 },
    ]);
  });

  it('may be asked for ten times a day', async () => {
    const { partnerId } = await clinic.partner();
    for (let count = 0; count < 10; count += 1) {
      const job = await clinic.partners.replays.start(partnerId, 0n, 'partner.spec');
      await clinic.partners.replays.finished(job?.jobId ?? '');
    }
    expect(await clinic.partners.replays.start(partnerId, 0n, 'partner.spec')).toBeUndefined();
  });
});
