import { randomUUID } from 'node:crypto';
import { fhirRoutes, postRoutes, queryNames, queryRoutes, Sender, type QueryName } from '@stepway/contracts';
import { kebab } from '@stepway/contracts/names';
import { commandTypes, roles, type CommandType, type Role } from '@stepway/pathway';
import { addressOf } from '../testing/addresses.ts';
import { registeredPartner } from '../testing/registered-partner.ts';
import { daysAgo, runApi, type RunningApi } from '../testing/running-api.ts';
import { asks, has, lineOf, narrowed, posts, sends, speaks } from './specs/expected.ts';

/** One person of each site, with the same things asked of them. */
interface Someone {
  readonly patientId: string;
  readonly episodeId: string;
  /** From a sender of the site, and waiting for somebody. */
  readonly messageId: string;
}

let api: RunningApi;
let main: Someone;
let riverside: Someone;
beforeAll(async () => {
  api = await runApi();
  main = await someone('main', 'standard-four');
  riverside = await someone('riverside', 'full-continuum');
  await api.project(main.episodeId, riverside.episodeId);
  await registeredPartner(api);
}, 60_000);
afterAll(() => api.stop());

async function someone(siteId: string, programme: string): Promise<Someone> {
  const patientId = await api.newPatient({ given: 'Ada', family: 'Canary' });
  const opening = { patientId, programme, siteId, entryLevel: 'iop', ageGroup: 'adult', occurredAt: daysAgo(31) };
  const opened = await api.send('POST', '/v1/episodes', { body: opening });
  const episodeId = String(opened.body['episodeId']);
  const medication = { medicationId: 'm1', medication: 'buprenorphine-naloxone', kind: 'moud', from: daysAgo(20) };
  const deeds: readonly (readonly [CommandType, object])[] = [
    ['Admit', { level: 'iop', attendedAt: daysAgo(30) }],
    ['RecordMedication', medication],
    ['RaiseCrisis', { crisisId: 'c1', kind: 'overdose', actions: [] }],
    ['ScheduleDrugTest', { dueAt: daysAgo(-0.05), cause: 'for-cause' }],
    ['ChangeLevelOfCare', { to: 'residential', reasonCode: 'clinical-judgement', reason: 'Seen today' }],
  ];
  for (const [type, body] of deeds) {
    const { status, body: answer } = await api.command(episodeId, type, body, { role: 'medical-director' });
    expect([type, status, answer['errors'] ?? answer['type']]).toEqual([type, 200, undefined]);
  }
  await api.resources.recorder.run({ episodeId, now: new Date().toISOString() });
  return { patientId, episodeId, messageId: await waitingMessage(siteId) };
}

async function waitingMessage(siteId: string): Promise<string> {
  const { senders, receive, taking } = api.resources.inbox;
  const senderId = `sender-of-${siteId}`;
  const settings = { title: 'Sender', active: true, commands: ['RecordDrugTestResult'], timeZone: 'UTC', numbers: [] };
  await senders.set(Sender.parse({ ...settings, senderId, siteIds: [siteId] }), 'administrator-1');
  const { messageId } = await receive({ channel: 'hl7v2', senderId, sourceId: 'M-1', body: Buffer.from('words') });
  await taking.settle(messageId, { state: 'quarantined', reason: 'nobody-found', questions: [], outcome: [] });
  return messageId;
}

const asEach = async (granted: (role: Role) => Promise<boolean>): Promise<string> => {
  const held: boolean[] = [];
  for (const role of roles) held.push(await granted(role));
  return lineOf(held);
};
/** A denial has one form, and what is granted another; any other answer is neither. */
function isGranted(what: string, status: number, granted: readonly number[], denied: number): boolean {
  if (status === denied) return false;
  if (granted.includes(status)) return true;
  throw new Error(`${what} was answered with ${status}`);
}

describe('each role and each question', () => {
  it.each(queryNames)('%s', async (name) => {
    const denied = /\{(episode|patient)Id\}/.test(queryRoutes[name].path) ? 404 : 403;
    const found = await asEach(async (role) => {
      const { status } = await api.send('GET', addressOf(name, main), { role });
      return isGranted(`${name} of ${role}`, status, [200], denied);
    });
    expect(found).toBe(asks[name]);
  });

  it.each(queryNames)('%s is in what the page is told that it may ask', async (name) => {
    for (const role of roles) {
      const { body } = await api.send('GET', '/v1/session', { role });
      expect((body['may'] as { ask: string[] }).ask.includes(name)).toBe(has(asks[name], role));
    }
  });
});

describe('each role and each command', () => {
  // The role is asked first: with a body of nothing, what is granted is refused for its body, or by the rules.
  it.each(commandTypes)('%s', async (type) => {
    const opens = type === 'OpenEpisode';
    const path = opens ? '/v1/episodes' : `/v1/episodes/${main.episodeId}/${kebab(type)}`;
    const found = await asEach(async (role) => {
      const { status } = await api.send('POST', `${path}?dry=true`, { role, body: {} });
      const unseen = role === 'administrator' && !opens;
      return isGranted(`${type} of ${role}`, status, [200, 400, 409], unseen ? 404 : 403);
    });
    expect(found).toBe(sends[type]);
  });

  it('is what the journey itself says to each that they may do, and the page is told', async () => {
    for (const role of roles.filter((one) => has(asks.episode, one))) {
      const { body } = await api.send('GET', `/v1/episodes/${main.episodeId}`, { role });
      const may = commandTypes.filter((type) => has(sends[type], role));
      expect(may).toEqual(expect.arrayContaining(body['allowed'] as string[]));
      const session = await api.send('GET', '/v1/session', { role });
      expect((session.body['may'] as { send: string[] }).send).toEqual(may);
    }
  });
});

describe('each role and whatever else is posted', () => {
  const nothingThere = [
    ...['endSession', 'endEmergency', 'retryParked', 'releaseMessage', 'dismissMessage'],
    ...['rotateWebhook', 'testWebhook', 'endWebhook', 'redeliverWebhook'],
  ];
  it.each(postRoutes.map(({ operationId: name, path }) => ({ name, template: path as string })))(
    '$name',
    async ({ name, template }) => {
      const places = {
        emergencyId: randomUUID(),
        id: 'standard-four',
        version: '1',
        staffId: 'nobody',
        siteId: 'main',
        role: 'coordinator',
        teamId: 'none',
        messageId: randomUUID(),
        senderId: 'none',
        partnerId: 'recovery-housing',
        deliveryId: randomUUID(),
        sessionId: randomUUID(),
        episodeId: main.episodeId,
      };
      const path = Object.entries(places).reduce(
        (filled, [place, value]) => filled.replace(`{${place}}`, value),
        template,
      );
      // There is no such session, emergency access, message or webhook, and nobody is parked; who may act is told so.
      const granted = nothingThere.includes(name) ? [404] : [200, 202, 204, 400, 409];
      const found = await asEach(async (role) => {
        const { status } = await api.send('POST', path, { role, body: {} });
        return isGranted(`${name} of ${role}`, status, granted, 403);
      });
      expect(found).toBe(posts[name]);
      for (const role of roles) {
        const { body } = await api.send('GET', '/v1/session', { role });
        expect((body['may'] as { post: string[] }).post.includes(name)).toBe(has(posts[name], role));
      }
    },
  );
});

describe('each role and what is spoken in FHIR', () => {
  const asking = fhirRoutes.flatMap((route) => (route.operationId === 'fhirCapabilities' ? [] : [route]));

  it.each(asking.map((route) => [route.operationId, route] as const))('%s', async (name, { method, path }) => {
    const subject = 'registered-sender';
    await api.resources.inbox.senders.set(
      {
        ...{ senderId: 'registered', title: 'Registered', active: true, siteIds: ['main'], timeZone: 'UTC' },
        ...{ commands: ['RecordDrugTestResult'], numbers: [], matchByName: false, codes: [], leavesAside: [] },
        fhir: { subject },
      },
      'administrator-1',
    );
    const address = path.replace('{messageId}', randomUUID()).replace('{type}', 'Goal').replace('{id}', main.episodeId);
    const found = await asEach(async (role) => {
      // Of any role, and a sender: the role is asked all the same.
      const authorization = `Bearer ${await api.token(role, { subject })}`;
      const options = { authorization, ...(method === 'post' && { body: {} }) };
      const { status } = await api.send(method.toUpperCase(), address, options);
      return isGranted(`${name} of ${role}`, status, method === 'post' ? [400] : [200, 404], 403);
    });
    expect(found).toBe(speaks[name]);
  });

  it('is nobody’s who is no registered sender', async () => {
    const { status } = await api.send('POST', '/fhir/R4/Observation', { role: 'system', body: {} });
    expect(status).toBe(403);
  });
});

describe('somebody of one site', () => {
  const limited = async (role: Role, more: { sites?: string[]; programmes?: string[] }) => ({
    authorization: `Bearer ${await api.token(role, { subject: `limited-${role}`, ...more })}`,
  });
  const ofRiverside = () => limited('medical-director', { sites: ['riverside'] });
  const textOf = async (name: QueryName, of: Someone, options: { authorization: string }) => {
    const { status, body } = await api.send('GET', addressOf(name, of), options);
    return { status, text: JSON.stringify(body) };
  };
  const named = (kind: string) => queryNames.filter((name) => narrowed[name] === kind);

  it.each(named('journey'))('finds no journey of another site: %s', async (name) => {
    expect((await textOf(name, riverside, await ofRiverside())).status).toBe(200);
    expect((await textOf(name, main, await ofRiverside())).status).toBe(404);
  });

  it.each(named('list'))('has nobody of another site in the list: %s', async (name) => {
    const { text, status } = await textOf(name, main, await ofRiverside());
    // To ask for the group of another site is to ask for a site that is not there.
    expect(status).toBe(name === 'roster' ? 400 : 200);
    expect([text.includes(main.episodeId), text.includes(main.patientId)]).toEqual([false, false]);
  });

  it('has those of the own site in them, where they are on the list at all', async () => {
    const found: QueryName[] = [];
    for (const name of named('list')) {
      const all = (await textOf(name, main, await limited('medical-director', {}))).text;
      const own = (await textOf(name, riverside, await ofRiverside())).text;
      if (all.includes(main.episodeId)) found.push(name);
      if (all.includes(riverside.episodeId)) expect([name, own.includes(riverside.episodeId)]).toEqual([name, true]);
    }
    expect(found).toEqual(expect.arrayContaining(['episodes', 'handOffs', 'worklist', 'tests']));
  });

  it.each(named('counts'))('is told no count of another site: %s', async (name) => {
    const { status, text } = await textOf(name, main, await ofRiverside());
    expect([status, text.includes('"main"')]).toEqual([200, false]);
  });

  it('finds no person of another site, by name or by id', async () => {
    const { text } = await textOf('patients', main, await ofRiverside());
    expect([text.includes(main.patientId), text.includes(riverside.patientId)]).toEqual([false, true]);
    expect((await textOf('patient', main, await ofRiverside())).status).toBe(404);
    expect((await textOf('patient', riverside, await ofRiverside())).status).toBe(200);
  });

  it('finds a person of whom there is no journey yet, who is to have one somewhere', async () => {
    const patientId = await api.newPatient({ given: 'Nova', family: 'Canary' });
    expect((await textOf('patient', { ...main, patientId }, await ofRiverside())).status).toBe(200);
  });

  it('sends no command to a journey of another site, as if it were not there, and it is on record', async () => {
    const options = { ...(await ofRiverside()), body: { leaveId: 'l1', kind: 'pass', from: daysAgo(0) } };
    const path = (episodeId: string) => `/v1/episodes/${episodeId}/start-leave?dry=true`;
    const elsewhere = await api.send('POST', path(main.episodeId), options);
    const nowhere = await api.send('POST', path(randomUUID()), options);
    expect([elsewhere.status, nowhere.status]).toEqual([404, 404]);
    expect({ ...elsewhere.body, instance: '' }).toEqual({ ...nowhere.body, instance: '' });
    expect((await api.send('POST', path(riverside.episodeId), options)).status).not.toBe(404);
    const { rows } = await api.resources.pool.query(
      `SELECT outcome FROM audit.access WHERE actor_id = 'limited-medical-director' AND place = 'StartLeave'
       AND $1 = ANY(subject_ids)`,
      [main.episodeId],
    );
    expect(rows).toEqual([{ outcome: 'denied' }]);
  });

  it('opens an episode at their own site only, and in their own programmes', async () => {
    const patientId = await api.newPatient({ given: 'Nova', family: 'Canary' });
    const opening = { patientId, programme: 'standard-four', siteId: 'main', entryLevel: 'iop', ageGroup: 'adult' };
    const open = async (more: { sites?: string[]; programmes?: string[] }) => {
      const { status, body } = await api.send('POST', '/v1/episodes?dry=true', {
        ...(await limited('coordinator', more)),
        body: opening,
      });
      return [status, (body['errors'] as { pointer: string }[] | undefined)?.[0]?.pointer];
    };
    expect(await open({ sites: ['main'] })).toEqual([200, undefined]);
    expect(await open({ sites: ['riverside'] })).toEqual([400, '/siteId']);
    expect(await open({ programmes: ['full-continuum'] })).toEqual([400, '/programme']);
  });

  it('sees the programme they are limited to, and no other', async () => {
    const options = await limited('coordinator', { programmes: ['full-continuum'] });
    const { text } = await textOf('episodes', main, options);
    expect([text.includes(main.episodeId), text.includes(riverside.episodeId)]).toEqual([false, true]);
    expect((await textOf('episode', main, options)).status).toBe(404);
  });

  it('sees nothing without a site', async () => {
    const options = await limited('coordinator', { sites: [] });
    expect((await textOf('episodes', main, options)).text).toContain('"items":[]');
    expect((await textOf('episode', main, options)).status).toBe(404);
  });
});
