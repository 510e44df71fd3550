import { NewStaff } from '@stepway/contracts';
import type { StaffEntry } from '@stepway/platform';
import { whoCame } from './who-came.ts';

const robin: StaffEntry = {
  staffId: 'robin',
  subject: 'auth0|1',
  name: 'Robin Quill',
  roles: ['coordinator', 'therapist'],
  sites: ['main'],
  programmes: null,
  active: true,
  version: '1',
};
const newcomer = { name: 'Wren Tully', roles: ['nurse'], sites: ['main'], programmes: null };
const directory = (...entries: readonly StaffEntry[]) => ({
  withSubject: (subject: string) => Promise.resolve(entries.find((entry) => entry.subject === subject)),
});
const settings = { issuer: 'https://id.example', clientId: 'stepway', scope: 'openid', subjectClaim: 'sub' };
const claims = { role: 'realm_access.roles', sites: 'stepway_sites', name: 'name' };

describe('where the directory says what people may be', () => {
  it('somebody of it comes in as they are there, in their first role', async () => {
    expect(await whoCame({ sub: 'auth0|1' }, settings, directory(robin))).toEqual({
      ...{ actorId: 'robin', role: 'coordinator', origin: 'directory' },
    });
  });

  it('nobody else comes in, and nobody who has left', async () => {
    expect(await whoCame({ sub: 'somebody' }, settings, directory(robin))).toBe('unknown');
    expect(await whoCame({ sub: 'auth0|1' }, settings, directory({ ...robin, active: false }))).toBe('left');
    expect(await whoCame({}, settings, directory(robin))).toBe('unknown');
  });

  it('the claim by which it knows them can be chosen', async () => {
    const byMail = { ...settings, subjectClaim: 'preferred_username' };
    const said = { sub: 'x', preferred_username: 'robin.quill' };
    expect(await whoCame(said, byMail, directory({ ...robin, subject: 'robin.quill' }))).toMatchObject({
      actorId: 'robin',
    });
  });
});

describe('where the provider says what people may be', () => {
  const ways = { ...settings, claims };
  const said = (roles: unknown, more: object = {}) => ({ sub: 'auth0|2', realm_access: { roles }, ...more });

  it('the first role of ours counts, at the sites it names, under an id of our form', async () => {
    const come = await whoCame(
      said(['offline_access', 'nurse'], { stepway_sites: ['main'], name: 'Jay' }),
      ways,
      directory(),
    );
    expect(come).toMatchObject({ role: 'nurse', origin: 'claims', sites: ['main'], name: 'Jay' });
    expect(come).toHaveProperty('actorId', expect.stringMatching(/^[A-Za-z0-9._-]{1,64}$/));
  });

  it('without a word on sites there are none, but for who acts for the whole organisation', async () => {
    expect(await whoCame(said('nurse'), ways, directory())).toMatchObject({ sites: [] });
    expect(await whoCame(said('medical-director'), ways, directory())).not.toHaveProperty('sites');
  });

  it('nobody is a machine, and nobody is nothing', async () => {
    expect(await whoCame(said(['system']), ways, directory())).toBe('no-role');
    expect(await whoCame({ sub: 'x' }, ways, directory())).toBe('no-role');
  });

  it('who has left the directory stays out, and who is in it keeps their id', async () => {
    const known = { ...said('nurse'), sub: 'auth0|1' };
    expect(await whoCame(known, ways, directory({ ...robin, active: false }))).toBe('left');
    expect(await whoCame(known, ways, directory(robin))).toMatchObject({ actorId: 'robin', role: 'nurse' });
  });

  it('nobody comes in under the staff id of another, whatever the provider calls them', async () => {
    const robins = await whoCame({ ...said('nurse'), sub: 'robin' }, ways, directory(robin));
    expect(robins).toMatchObject({ actorId: 'idp.robin' });
    expect(NewStaff.safeParse({ ...newcomer, staffId: 'robin' }).success).toBe(true);
    expect(NewStaff.safeParse({ ...newcomer, staffId: 'idp.robin' }).success).toBe(false);
    expect(await whoCame(said('nurse'), ways, directory())).toHaveProperty(
      'actorId',
      expect.stringMatching(/^idp-sha256\.[\w-]{43}$/),
    );
  });
});
