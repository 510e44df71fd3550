import { randomUUID } from 'node:crypto';
import { daysAgo, laboratory, runIntake, type RunningIntake } from '../specs/running-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await runIntake();
});
afterAll(() => intake.stop());

const report = (specimenId: string, outcome: 'positive' | 'negative', more: object = {}) => ({
  ...{ specimenId, collectedAt: daysAgo(2), reportedAt: daysAgo(1), status: 'final' },
  results: [{ drugClass: 'cocaine', outcome, stage: 'definitive' }],
  ...more,
});
const of = (mrn: string) => ({ numbers: [{ system: 'CLINIC', value: mrn }] });
const draft = (mrn: string, body: object, type = 'RecordDrugTestResult') => ({ person: of(mrn), type, body });
const typesOf = async (episodeId: string) => (await intake.log.readStream(episodeId)).events.map(({ type }) => type);

describe('a result of somebody who is cared for here', () => {
  it('is recorded and judged, and the run is asked for', async () => {
    const { episodeId } = await intake.somebody('A-1');
    intake.touched.length = 0;
    await intake.send(draft('A-1', report('S-A1', 'positive')));
    expect(await intake.takeAll()).toMatchObject([
      { state: 'taken', outcome: [{ command: 'RecordDrugTestResult', episodeId, outcome: 'recorded' }] },
    ]);
    expect(await typesOf(episodeId)).toEqual(expect.arrayContaining(['DrugTestResultRecorded', 'DrugTestDisposed']));
    expect(intake.touched).toEqual([episodeId]);
  });

  it('is recorded by the sender, not by a person', async () => {
    const { episodeId } = await intake.somebody('A-2');
    await intake.send(draft('A-2', report('S-A2', 'negative')));
    await intake.takeAll();
    const recorded = (await intake.log.readStream(episodeId)).events.find(
      ({ type }) => type === 'DrugTestResultRecorded',
    );
    expect(recorded?.actor).toEqual({ id: 'laboratory', kind: 'system', role: 'system' });
  });

  it('changes nothing when it comes in another message, or the message is taken twice', async () => {
    const { episodeId } = await intake.somebody('A-3');
    const body = draft('A-3', report('S-A3', 'positive'));
    await intake.send(body);
    await intake.takeAll();
    const before = await typesOf(episodeId);
    await intake.send(body);
    expect(await intake.takeAll()).toMatchObject([{ state: 'taken', outcome: [{ outcome: 'known' }] }]);
    expect(await typesOf(episodeId)).toEqual(before);
  });

  it('is corrected in the journey that has the specimen, also after the discharge', async () => {
    const { patientId, episodeId } = await intake.somebody('A-4');
    await intake.send(draft('A-4', report('S-A4', 'negative')));
    await intake.takeAll();
    await intake.say(patientId, episodeId, 'DischargeEpisode', {
      at: daysAgo(0),
      reasonCode: 'completed',
      againstAdvice: false,
    });
    const second = randomUUID();
    await intake.say(patientId, second, 'OpenEpisode', {
      ...{
        patientId,
        programme: { id: 'standard-four', version: 2 },
        siteId: 'main',
        entryLevel: 'iop',
        ageGroup: 'adult',
      },
    });
    await intake.send(draft('A-4', report('S-A4', 'positive', { status: 'corrected', reportedAt: daysAgo(0.1) })));
    expect(await intake.takeAll()).toMatchObject([{ outcome: [{ episodeId }] }]);
    await intake.send(draft('A-4', report('S-A4b', 'negative')));
    expect(await intake.takeAll()).toMatchObject([{ outcome: [{ episodeId: second }] }]);
  });
});

describe('a message that cannot become a fact by itself', () => {
  it('waits for a person when it cannot be read', async () => {
    await intake.send('nothing that we know');
    await intake.send(draft('A-1', { ...report('S-B0', 'positive'), collectedAt: 'yesterday' }));
    const waits = { state: 'quarantined', reason: 'not-readable' };
    expect(await intake.takeAll()).toMatchObject([waits, waits]);
  });

  it('waits when nobody is found, and is taken when a person says who it is', async () => {
    const { patientId, episodeId } = await intake.somebody('B-1');
    const { messageId } = await intake.send(draft('unknown', report('S-B1', 'positive')));
    expect(await intake.takeAll()).toMatchObject([{ state: 'quarantined', reason: 'nobody-found' }]);
    await intake.inbox.quarantine.release(messageId, { patientId }, 'nurse-1');
    expect(await intake.takeAll()).toMatchObject([{ state: 'taken', outcome: [{ episodeId, outcome: 'recorded' }] }]);
  });

  it('waits when the person has no journey, or one of another site', async () => {
    const patientId = randomUUID();
    await intake.privacy.identities.create(patientId, {
      ...{ name: { given: 'Bo', family: 'Canary' }, birthDate: '1990-01-01', mrn: 'B-2' },
    });
    await intake.send(draft('B-2', report('S-B2', 'positive')));
    expect(await intake.takeAll()).toMatchObject([{ reason: 'no-journey' }]);
    await intake.inbox.senders.set({ ...laboratory, senderId: 'far', siteIds: ['elsewhere'] }, 'administrator-1');
    await intake.somebody('B-3');
    await intake.send(draft('B-3', report('S-B3', 'positive')), { senderId: 'far' });
    expect(await intake.takeAll()).toMatchObject([{ reason: 'elsewhere' }]);
  });

  it('waits when its sender may not send such a command, and never opens an episode', async () => {
    await intake.somebody('B-4');
    await intake.send(draft('B-4', { at: daysAgo(1), reasonCode: 'completed' }, 'DischargeEpisode'));
    expect(await intake.takeAll()).toMatchObject([{ reason: 'not-allowed' }]);
  });

  it('waits with the rejection of the rules by its name', async () => {
    await intake.somebody('B-5');
    const report1 = draft('B-5', report('S-B5', 'positive'));
    await intake.send(report1);
    await intake.takeAll();
    await intake.somebody('B-6');
    await intake.send(draft('B-6', report('S-B5', 'positive')));
    expect(await intake.takeAll()).toMatchObject([
      { reason: 'rejected', outcome: [{ outcome: 'rejected', rejection: 'SpecimenBelongsElsewhere' }] },
    ]);
  });

  it('waits when the person was erased', async () => {
    const { patientId } = await intake.somebody('B-7');
    await intake.privacy.identities.erase(patientId);
    await intake.send(draft('B-7', report('S-B7', 'positive')));
    expect(await intake.takeAll()).toMatchObject([{ reason: 'nobody-found' }]);
  });

  it('is left aside where the sender’s feed is wider than we are', async () => {
    const wide = { ...laboratory, senderId: 'hospital', leavesAside: ['people-not-here' as const] };
    await intake.inbox.senders.set(wide, 'administrator-1');
    await intake.send(draft('somebody else', report('S-B8', 'positive')), { senderId: 'hospital' });
    expect(await intake.takeAll()).toEqual([{ state: 'left-aside' }]);
  });

  it('is never left aside where nobody can tell whether the person is here', async () => {
    const wide = { ...laboratory, senderId: 'wide', leavesAside: ['people-not-here' as const] };
    await intake.inbox.senders.set(wide, 'administrator-1');
    const renamed = {
      ...draft('', report('S-B9', 'positive')),
      person: { numbers: [{ system: 'NEW', value: 'B-1' }] },
    };
    await intake.send(renamed, { senderId: 'wide' });
    const pid = (mrn: string) => `PID|1||${mrn}^^^CLINIC^MR||Canary^Ada||19800203|F`;
    const two = ['MSH|^~\\&|LIS|LAB|STEPWAY|CLINIC|20260203080000||ORU^R01|M9|P|2.5.1', pid('B-1'), pid('B-3')].join(
      '\r',
    );
    await intake.send('', { senderId: 'wide', channel: 'hl7v2', body: Buffer.from(two) });
    expect(await intake.takeAll()).toMatchObject([
      { state: 'quarantined', reason: 'nobody-found' },
      { state: 'quarantined', reason: 'unclear', questions: [{ reason: 'several-persons' }] },
    ]);
  });
});
