import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import type { Command } from '@stepway/pathway';
import { freshDatabase } from '@stepway/test-support';
import pg from 'pg';
import { verifyTrail } from './audit/verify-trail.ts';
import type { Access } from './audit/access.ts';
import { NoPatientKey, PatientRequestConflict } from './errors.ts';
import type { Person } from './identity/person.ts';
import { createPrivacy, type Privacy } from './privacy.ts';
import type { NamedKey, PrivacyKeys } from './privacy-keys.ts';

const newKey = (kid: string): NamedKey => ({ kid, key: createSecretKey(randomBytes(32)) });
const keys: PrivacyKeys = {
  root: { current: newKey('root-2'), retired: [newKey('root-1')] },
  blindIndex: newKey('index'),
  commandHash: newKey('hash'),
};
const person: Person = {
  name: { given: 'Canary', family: 'Feathers' },
  birthDate: '1990-02-28',
  sex: 'female',
  contacts: [{ system: 'phone', value: '555-0142-canary' }],
  mrn: 'canary-mrn-7',
  externalIds: [{ system: 'lab', value: 'canary-lab-9' }],
};

let pool: pg.Pool;
let admin: pg.Pool;
let privacy: Privacy;
beforeAll(async () => {
  const { url, adminUrl } = await freshDatabase();
  pool = new pg.Pool({ connectionString: url });
  admin = new pg.Pool({ connectionString: adminUrl });
});
afterAll(() => Promise.all([pool.end(), admin.end()]));
beforeEach(() => {
  privacy = createPrivacy({ pool, keys });
});

async function stored(): Promise<string> {
  const { identities } = privacy;
  const patientId = randomUUID();
  await identities.create(patientId, person);
  return patientId;
}

describe('a person in the database', () => {
  it('comes back as it was', async () => {
    const patientId = await stored();
    expect(await createPrivacy({ pool, keys }).identities.get(patientId)).toEqual({ patientId, person });
  });

  it('stands there in no readable word', async () => {
    await stored();
    for (const table of ['patient_key', 'patient', 'patient_index']) {
      const { rows } = await admin.query(`SELECT t::text AS row FROM identity.${table} t`);
      expect(rows.length).toBeGreaterThan(0);
      expect(JSON.stringify(rows)).not.toMatch(/canary|feathers|1990-02-28|female/i);
    }
  });

  it('is created once, however often it is asked', async () => {
    const patientId = await stored();
    const again = await Promise.all([1, 2, 3].map(() => privacy.identities.create(patientId, person)));
    expect(again.map(({ created }) => created)).toEqual([false, false, false]);
  });

  it('is created once, also by callers at the same moment', async () => {
    const patientId = randomUUID();
    const all = await Promise.all([1, 2, 3, 4].map(() => privacy.identities.create(patientId, person)));
    expect(all.filter(({ created }) => created)).toHaveLength(1);
  });

  it('is not replaced by other content under the same id', async () => {
    const patientId = await stored();
    await expect(privacy.identities.create(patientId, { ...person, birthDate: '1990-03-01' })).rejects.toThrow(
      PatientRequestConflict,
    );
  });

  it('is found by its name, number and birth date', async () => {
    const patientId = await stored();
    for (const query of ['feathers', 'Canary 1990-02-28', 'canary-mrn-7', 'canary-lab-9']) {
      const found = await privacy.identities.search(query, 1_000);
      expect(found.map((known) => known.patientId)).toContain(patientId);
    }
    expect(await privacy.identities.search('canary nobody', 10)).toEqual([]);
    expect(await privacy.identities.search('  ', 10)).toEqual([]);
  });
});

describe('a page of people', () => {
  it('gets its names at once', async () => {
    const people = Array.from({ length: 300 }, (_, index) => ({
      patientId: randomUUID(),
      person: { ...person, name: { given: `Canary${index}`, family: 'Many' } },
    }));
    await privacy.identities.createMany(people);
    const names = await createPrivacy({ pool, keys }).identities.namesOf([
      ...people.map((one) => one.patientId),
      randomUUID(),
    ]);
    expect(names.size).toBe(300);
    expect(names.get(people[7]?.patientId ?? '')).toEqual({ given: 'Canary7', family: 'Many' });
  });

  it('imported twice adds nothing', async () => {
    const people = [{ patientId: randomUUID(), person }];
    await privacy.identities.createMany(people);
    await privacy.identities.createMany(people);
    const { rows } = await pool.query('SELECT count(*)::int AS count FROM identity.patient WHERE patient_id = $1', [
      people[0]?.patientId,
    ]);
    expect(rows).toEqual([{ count: 1 }]);
  });
});

describe('the free text of a command', () => {
  const episodeId = randomUUID();
  const command: Command<string> = {
    type: 'ReleaseHold',
    commandId: 'c1',
    actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
    occurredAt: '2026-11-20T09:10:00.000Z',
    holdId: 'h1',
    reason: 'canary words',
  };

  it('is sealed for the patient, and opened by whoever has the keys', async () => {
    const patientId = await stored();
    const sealed = await privacy.seals.sealCommand(command, { patientId, episodeId });
    expect(JSON.stringify(sealed)).not.toContain('canary');
    const opened = await createPrivacy({ pool, keys }).seals.openData([{ episodeId, commandId: 'c1', data: sealed }]);
    expect(opened).toEqual([command]);
  });

  it('is gone everywhere when the key is erased', async () => {
    const patientId = await stored();
    const sealed = await privacy.seals.sealCommand(command, { patientId, episodeId });
    expect(await privacy.identities.erase(patientId)).toBe(true);
    const [opened] = await privacy.seals.openData([{ episodeId, commandId: 'c1', data: sealed }]);
    expect(opened).toMatchObject({ reason: null });
    expect(await privacy.identities.get(patientId)).toBeUndefined();
    expect((await privacy.identities.namesOf([patientId])).size).toBe(0);
    expect((await privacy.identities.search('feathers', 1_000)).map((known) => known.patientId)).not.toContain(
      patientId,
    );
    await expect(privacy.seals.sealCommand(command, { patientId, episodeId })).rejects.toThrow(NoPatientKey);
    expect(await privacy.identities.erase(patientId)).toBe(false);
  });

  it('is forgotten by other processes when their memory of the key ends', async () => {
    const other = createPrivacy({ pool, keys, keyCacheMs: 0 });
    const patientId = await stored();
    const sealed = await other.seals.sealCommand(command, { patientId, episodeId });
    await privacy.identities.erase(patientId);
    const [opened] = await other.seals.openData([{ episodeId, commandId: 'c1', data: sealed }]);
    expect(opened).toMatchObject({ reason: null });
  });

  it('cannot be sealed for somebody unknown', async () => {
    await expect(privacy.seals.sealCommand(command, { patientId: randomUUID(), episodeId })).rejects.toThrow(
      NoPatientKey,
    );
  });

  it('opens after the root key was changed', async () => {
    const old = createPrivacy({
      pool,
      keys: { ...keys, root: { current: keys.root.retired[0] ?? newKey('x'), retired: [] } },
    });
    const patientId = randomUUID();
    await old.identities.create(patientId, person);
    expect(await privacy.identities.get(patientId)).toEqual({ patientId, person });
  });
});

describe('a request', () => {
  const request = { caller: 'staff-1', idempotencyKey: 'canary key' };

  it('gives the same ids again, which tell nothing of its key', () => {
    const { requests } = privacy;
    expect(requests.commandId(request)).toBe(createPrivacy({ pool, keys }).requests.commandId(request));
    expect(requests.derivedId('episode', request)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect(requests.derivedId('episode', request)).not.toBe(requests.derivedId('patient', request));
    expect(requests.commandId({ ...request, caller: 'staff-2' })).not.toBe(requests.commandId(request));
  });

  it('has the same hash whatever the order of its fields, and another for another patient', async () => {
    const [one, two] = [await stored(), await stored()];
    const hash = await privacy.requests.bodyHash(one, { a: 1, b: { c: [1, 2], d: 'x' } });
    expect(await privacy.requests.bodyHash(one, { b: { d: 'x', c: [1, 2] }, a: 1 })).toEqual(hash);
    expect(await privacy.requests.bodyHash(one, { a: 1, b: { c: [2, 1], d: 'x' } })).not.toEqual(hash);
    expect(await privacy.requests.bodyHash(two, { a: 1, b: { c: [1, 2], d: 'x' } })).not.toEqual(hash);
  });
});

describe('the audit trail', () => {
  const access: Access = {
    requestId: 'r1',
    actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
    action: 'read',
    place: 'GET /v1/episodes/{id}',
    subjectKind: 'episode',
    subjectIds: ['e1', 'e2'],
    outcome: 'granted',
  };

  it('keeps one record for each access, in a chain', async () => {
    const before = (await verifyTrail(pool)).records;
    await Promise.all(
      Array.from({ length: 700 }, (_, index) => privacy.audit.record({ ...access, requestId: `r${index}` })),
    );
    await privacy.audit.record({ ...access, outcome: 'denied' });
    await privacy.audit.record({ ...access, emergencyId: randomUUID() });
    const { records, breaches } = await verifyTrail(pool);
    expect({ added: records - before, breaches }).toEqual({ added: 702, breaches: [] });
  });

  it.each(['UPDATE audit.access SET actor_id = actor_id', 'DELETE FROM audit.access', 'TRUNCATE audit.access'])(
    'cannot be changed by the programs, nor by a superuser with the trigger on: %s',
    async (statement) => {
      await privacy.audit.record(access);
      await expect(pool.query(statement)).rejects.toThrow(/permission denied/);
      await expect(admin.query(statement)).rejects.toThrow(/append-only/);
    },
  );

  it.each(['emergency', 'emergency_end', 'emergency_review', 'verification'])(
    'keeps what belongs to it in the same way: %s',
    async (table) => {
      await expect(pool.query(`DELETE FROM audit.${table}`)).rejects.toThrow(/permission denied/);
      await expect(admin.query(`DELETE FROM audit.${table}`)).rejects.toThrow(/append-only/);
    },
  );

  it('shows where somebody changed it by force', async () => {
    const { url, adminUrl } = await freshDatabase();
    const [own, forced] = [new pg.Pool({ connectionString: url }), new pg.Client({ connectionString: adminUrl })];
    const { audit } = createPrivacy({ pool: own, keys });
    for (let index = 0; index < 5; index += 1) await audit.record({ ...access, requestId: `r${index}` });
    await forced.connect();
    await forced.query('ALTER TABLE audit.access DISABLE TRIGGER append_only');
    await forced.query(`UPDATE audit.access SET actor_id = 'somebody-else' WHERE index = 2`);
    expect((await verifyTrail(own)).breaches).toEqual([{ chain: expect.any(String), index: 2 }]);
    await forced.query('DELETE FROM audit.access WHERE index = 1');
    expect((await verifyTrail(own)).breaches).toEqual([{ chain: expect.any(String), index: 2 }]);
    await forced.end();
    await own.end();
  });

  it('refuses the access when the record cannot be stored, and goes on afterwards', async () => {
    const { url } = await freshDatabase();
    const own = new pg.Pool({ connectionString: url });
    const { audit } = createPrivacy({ pool: own, keys });
    await audit.record(access);
    await expect(audit.record({ ...access, actor: { ...access.actor, id: 'with \u0000 inside' } })).rejects.toThrow(
      /invalid byte/,
    );
    await audit.record(access);
    expect(await verifyTrail(own)).toEqual({ records: 2, chains: 2, breaches: [] });
    await own.end();
  });
});
