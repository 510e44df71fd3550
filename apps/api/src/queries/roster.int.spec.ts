import { GroupView, Roster } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.stop());

const startsAt = daysAgo(0.1);

async function journey(family: string): Promise<string> {
  return api.newJourney(await api.newPatient({ given: 'Ada', family }));
}

async function attended(episodeId: string, days: number, more: object = {}, groupId = 'cbt-triggers') {
  const session = { sessionId: `${groupId}-${days}`, type: 'group', startedAt: daysAgo(days), minutes: 90, groupId };
  const { status } = await api.command(episodeId, 'RecordSession', { ...session, attendance: 'attended', ...more });
  expect(status).toBe(200);
}

const roster = async (more = '', role: Role = 'peer-worker') =>
  Roster.parse(
    (await api.send('GET', `/v1/roster?site=main&group=cbt-triggers&startsAt=${startsAt}${more}`, { role })).body,
  );
const families = (people: readonly { name: { family: string } | null }[]) =>
  people.map(({ name }) => name?.family ?? '').toSorted((a, b) => (a < b ? -1 : 1));

describe('the roster of a group', () => {
  it('has who was in it lately, then whom it is meant for, and those who were added by name', async () => {
    const people = [await journey('Member'), await journey('Missed'), await journey('Long ago'), await journey('New')];
    const [member = '', missed = '', longAgo = ''] = people;
    await attended(member, 7);
    await attended(member, 14, { attendance: 'late', minutes: 60 });
    await attended(missed, 7, { attendance: 'missed' });
    await attended(longAgo, 29.5);
    const elsewhere = await journey('Elsewhere');
    await attended(elsewhere, 7, {}, 'mindfulness');
    await api.project(...people, elsewhere);

    const { group, members, others, added } = await roster();
    expect(group).toMatchObject({ groupId: 'cbt-triggers', levels: ['iop'], age: 'adult' });
    expect(group.hours.map(({ track }) => track)).toContain('evening');
    expect(families(members)).toEqual(['Member', 'Missed']);
    expect(families(others)).toEqual(['Long ago', 'New']);
    expect(added).toEqual([]);
    const found = members.find(({ name }) => name?.family === 'Member');
    expect(found).toMatchObject({ level: 'iop', ageGroup: 'adult', recorded: null, leave: null });
    expect(found?.before.map(({ attendance }) => attendance)).toEqual(['late', 'attended']);

    const more = await roster(`&episodeIds=${elsewhere},${member}`);
    expect(families(more.added)).toEqual(['Elsewhere']);
    expect(families(more.members)).toEqual(['Member', 'Missed']);
  });

  it('knows what is on record of its session, once, however often it is sent', async () => {
    const episodeId = await journey('Recorded');
    const key = { headers: { 'idempotency-key': 'roster-1' } };
    const session = { sessionId: 'cbt-triggers.now', type: 'group', startedAt: startsAt, minutes: 90 };
    const body = { ...session, groupId: 'cbt-triggers', attendance: 'late' };
    for (const _time of [1, 2]) expect((await api.command(episodeId, 'RecordSession', body, key)).status).toBe(200);
    expect((await api.command(episodeId, 'RecordSession', { ...body, attendance: 'missed' })).body).toMatchObject({
      status: 409,
      type: 'https://stepway.dev/problems/SessionConflict',
    });
    await api.project(episodeId);
    const { members } = await roster();
    expect(members.find(({ name }) => name?.family === 'Recorded')?.recorded).toEqual({
      sessionId: 'cbt-triggers.now',
      attendance: 'late',
      minutes: 90,
    });
  });

  it('is for those who are with people in groups; the groups themselves are no secret', async () => {
    const path = `/v1/roster?site=main&group=cbt-triggers&startsAt=${startsAt}`;
    expect((await api.send('GET', path, { role: 'programme-manager' })).status).toBe(403);
    expect((await api.send('GET', path.replace('cbt', 'no'), { role: 'therapist' })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: 'query:group' }],
    });
    const { body } = await api.send('GET', '/v1/groups?site=main', { role: 'administrator' });
    expect(
      GroupView.array()
        .parse(body['items'])
        .map(({ groupId }) => groupId),
    ).toContain('youth-skills');
  });
});
