import { daysAgo, laboratory, runIntake, type RunningIntake } from '../specs/running-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await runIntake();
});
afterAll(() => intake.stop());

const screen = (specimen: string, valueString: string, fields: object = {}) => ({
  ...{ resourceType: 'Observation', status: 'final', valueString },
  code: { coding: [{ system: 'http://loinc.org', code: '14315-6' }] },
  specimen: { identifier: { value: specimen } },
  ...{ effectiveDateTime: daysAgo(2), issued: daysAgo(1) },
  ...fields,
});
const by = (mrn: string) => ({ subject: { identifier: { system: 'CLINIC', value: mrn } } });
const send = (given: object) => intake.send(given, { channel: 'fhir' });
const typesOf = async (episodeId: string) => (await intake.log.readStream(episodeId)).events.map(({ type }) => type);

describe('a FHIR result of somebody who is cared for here', () => {
  it('is recorded and judged, and the run is asked for', async () => {
    const { episodeId } = await intake.somebody('F-1');
    await send(screen('S-F1', 'positive', by('F-1')));
    expect(await intake.takeAll()).toMatchObject([
      { state: 'taken', outcome: [{ command: 'RecordDrugTestResult', episodeId, outcome: 'recorded' }] },
    ]);
    expect(await typesOf(episodeId)).toEqual(expect.arrayContaining(['DrugTestResultRecorded', 'DrugTestDisposed']));
    expect(intake.touched).toContain(episodeId);
  });

  it('is corrected by a later one, whichever of the two comes first', async () => {
    const corrected = { status: 'corrected', issued: daysAgo(0.1) };
    const journeys = [await intake.somebody('F-2'), await intake.somebody('F-3')];
    await send(screen('S-F2', 'positive', by('F-2')));
    await send(screen('S-F2', 'negative', { ...by('F-2'), ...corrected }));
    await send(screen('S-F3', 'negative', { ...by('F-3'), ...corrected }));
    await send(screen('S-F3', 'positive', by('F-3')));
    expect((await intake.takeAll()).map(({ state }) => state)).toEqual(Array(4).fill('taken'));
    for (const { episodeId } of journeys) {
      const journey = await intake.recorder.journey(episodeId);
      const [specimen] = journey.status === 'not-opened' ? [] : journey.specimens;
      expect(Object.values(specimen?.judgements ?? {}).map(({ disposition }) => disposition)).not.toContain(
        'unexpected-use',
      );
    }
  });

  it('with a code that nobody knows waits for a person, with what is certain recorded', async () => {
    const { episodeId } = await intake.somebody('F-4');
    const unknown = { code: { coding: [{ system: 'urn:lab', code: 'OP', display: 'Opioid screen' }] } };
    const entry = [screen('S-F4', 'negative', by('F-4')), screen('S-F4', 'positive', { ...by('F-4'), ...unknown })];
    await send({ resourceType: 'Bundle', type: 'message', entry: entry.map((resource) => ({ resource })) });
    expect(await intake.takeAll()).toMatchObject([
      {
        state: 'quarantined',
        reason: 'unclear',
        questions: [{ reason: 'no-loinc-code', resource: 1 }],
        outcome: [{ episodeId, outcome: 'recorded' }],
      },
    ]);
  });

  it('that has nothing for us waits, or is left aside where the feed is wider', async () => {
    await send({ resourceType: 'CarePlan' });
    await intake.send('{', { channel: 'fhir', body: Buffer.from('{') });
    await intake.send('', { channel: 'fhir', body: Buffer.from('\ufeff{"resourceType":"Basic"}') });
    const waits = await intake.takeAll();
    expect(waits).toMatchObject([{ reason: 'nothing-in-it' }, { reason: 'not-readable' }, { reason: 'nothing-in-it' }]);
    const wide = { ...laboratory, senderId: 'wide', leavesAside: ['other-content' as const] };
    await intake.inbox.senders.set(wide, 'administrator-1');
    await intake.send({ resourceType: 'CarePlan' }, { channel: 'fhir', senderId: 'wide' });
    expect(await intake.takeAll()).toEqual([{ state: 'left-aside' }]);
  });
});
