import { DayDoseItem, DayFollowUpItem, DayTestItem } from '@stepway/contracts';
import type { CommandType, Role } from '@stepway/pathway';
import { daysAgo, drugTestResult, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
let hoursLater = 0;
const now = () => new Date(Date.now() + hoursLater * 3_600_000);
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
beforeAll(async () => {
  api = await runApi({ now });
});
afterAll(() => api.stop());

async function journey(family: string): Promise<string> {
  return api.newJourney(await api.newPatient({ given: 'Ada', family }));
}
const accepted = async (episodeId: string, type: CommandType, body: object, role: Role = 'coordinator') => {
  const answer = await api.command(episodeId, type, body, { role });
  expect(answer.body).toMatchObject({ episodeId });
};
/** Runs the rules, and brings the lists up to the log. */
async function settle(...episodeIds: readonly string[]): Promise<void> {
  for (const episodeId of episodeIds) await api.resources.recorder.run({ episodeId, now: daysAgo(0) });
  await api.project(...episodeIds);
}
const ask = async (path: string, role: Role = 'nurse') => {
  // Signed in for as long as these specs look ahead.
  const token = await api.token(role, { expiresAt: Math.floor(Date.now() / 1_000) + 40 * 86_400 });
  return api.send('GET', path, { authorization: `Bearer ${token}` });
};
const tests = async (query: string) => DayTestItem.array().parse((await ask(`/v1/tests?${query}`)).body['items']);
const byLetter = (a: string, b: string) => (a < b ? -1 : 1);
const families = (items: readonly { name: { family: string } | null }[]) => items.map(({ name }) => name?.family ?? '');

/** Beside those that every admission asks for. */
const askedFor = async (query: string) => {
  const items = await tests(query);
  return families(items.filter(({ scheduled }) => scheduled?.cause !== 'admission'));
};

describe('the tests of the day', () => {
  it('are due today until their time has passed, then late, with counts of every state', async () => {
    const [soon, later] = [await journey('Soon'), await journey('Later')];
    await accepted(later, 'ScheduleDrugTest', { dueAt: inHours(30), cause: 'for-cause' });
    await accepted(soon, 'ScheduleDrugTest', { dueAt: inHours(2), cause: 'plan' });
    await settle(soon, later);
    expect(await askedFor('state=today')).toEqual(['Soon', 'Later']);
    hoursLater = 3;
    expect(await askedFor('state=today')).toEqual(['Later']);
    expect(await askedFor('state=late')).toEqual(['Soon']);
    const { body } = await ask('/v1/tests?state=late&level=iop');
    expect(body['counts']).toMatchObject({ late: 1, 'to-review': 0 });
    expect((await ask('/v1/tests?state=late&level=detox')).body).toMatchObject({ items: [], counts: { late: 0 } });
    hoursLater = 0;
  });

  it('move from list to list as what is known of a specimen grows, page by page', async () => {
    const people = [await journey('First'), await journey('Second'), await journey('Third')];
    for (const [index, episodeId] of people.entries())
      await accepted(episodeId, 'RecordDrugTestResult', {
        ...drugTestResult(`S-${index}`, { validity: { finding: 'substituted' } }),
        results: [{ drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' }],
      });
    await settle(...people);
    const all = await tests('state=to-review');
    expect(all.map(({ specimen }) => specimen?.results[0]?.disposition)).toEqual(
      Array.from({ length: 3 }, () => 'integrity-concern'),
    );
    const first = (await ask('/v1/tests?state=to-review&limit=2')).body;
    const rest = await tests(`state=to-review&limit=2&cursor=${String(first['next'])}`);
    expect([...DayTestItem.array().parse(first['items']), ...rest]).toEqual(all);
    expect(first['counts']).toMatchObject({ 'to-review': 3, 'in-question': 3 });

    const [reviewed = ''] = people;
    const finding = { specimenId: 'S-0', drugClass: 'cocaine', finding: 'negative', reason: 'Seen with the person' };
    await accepted(reviewed, 'ReviewDrugTest', finding, 'prescriber');
    await settle(reviewed);
    expect(families(await tests('state=to-review')).toSorted(byLetter)).toEqual(['Second', 'Third']);
    expect((await ask('/v1/tests?state=to-review&cursor=nonsense')).status).toBe(400);
  });
});

describe('the medications of the day', () => {
  it('are the doses that come, and those of which nothing is known', async () => {
    const episodeId = await journey('Dose');
    const taken = { medicationId: 'm1', medication: 'buprenorphine-naloxone', kind: 'moud', from: daysAgo(9) };
    await accepted(episodeId, 'RecordMedication', taken);
    await accepted(episodeId, 'ArrangeMedicationContinuity', { medicationId: 'm1', nextDoseAt: inHours(2) });
    await settle(episodeId);
    const doses = async (state: string) =>
      DayDoseItem.array().parse((await ask(`/v1/medications?state=${state}`)).body['items']);
    expect((await doses('next-dose')).map(({ medications }) => medications[0]?.medicationId)).toEqual(['m1']);
    hoursLater = 3;
    expect(families(await doses('to-check'))).toEqual(['Dose']);
    hoursLater = 0;
    await accepted(episodeId, 'EndMedication', { medicationId: 'm1', at: daysAgo(0) });
    await settle(episodeId);
    expect(await doses('next-dose')).toEqual([]);
    expect(families(await doses('ended'))).toEqual(['Dose']);
  });
});

describe('the follow-ups of the day', () => {
  it('are there in their window, not before', async () => {
    const episodeId = await journey('Left');
    await accepted(episodeId, 'DischargeEpisode', { at: daysAgo(0), reasonCode: 'transferred' });
    await settle(episodeId);
    const due = async () =>
      DayFollowUpItem.array().parse((await ask('/v1/follow-ups?state=follow-up', 'peer-worker')).body['items']);
    expect(await due()).toEqual([]);
    hoursLater = 30 * 24;
    expect((await due()).map(({ point, name }) => [point?.days, name?.family])).toEqual([[30, 'Left']]);
    hoursLater = 0;
  });
});

describe('the lists of the day', () => {
  it('are shown to those who work with them, and what they show is on record', async () => {
    for (const [path, role, status] of [
      ['/v1/tests?state=today', 'nurse', 200],
      ['/v1/tests?state=today', 'peer-worker', 403],
      ['/v1/medications?state=ended', 'prescriber', 200],
      ['/v1/medications?state=ended', 'privacy-officer', 403],
      ['/v1/follow-ups?state=contact', 'peer-worker', 200],
      ['/v1/follow-ups?state=contact', 'administrator', 403],
    ] as const)
      expect([path, role, (await ask(path, role)).status]).toEqual([path, role, status]);
    expect((await ask('/v1/tests')).status).toBe(400);
  });
});
