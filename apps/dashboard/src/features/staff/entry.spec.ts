import { changeOf, entryOf, newStaffOf, wrongIn } from './entry.ts';

const robin = {
  ...entryOf(undefined),
  staffId: 'robin',
  name: 'Robin Quill',
  roles: ['coordinator' as const],
  sites: ['main'],
};

describe('the entry of one of the staff', () => {
  it('says "all" by leaving a list empty, and signs in by its own id unless another name is given', () => {
    expect(newStaffOf(robin)).toEqual({
      ...{ staffId: 'robin', name: 'Robin Quill', roles: ['coordinator'], sites: ['main'], programmes: null },
    });
    expect(changeOf(robin)).toMatchObject({ subject: 'robin', active: true });
    expect(changeOf({ ...robin, subject: 'auth0|1' })).toMatchObject({ subject: 'auth0|1' });
  });

  it('is sent only when it is whole: a role that works at sites needs them', () => {
    expect([...wrongIn(robin, true)]).toEqual([]);
    expect([...wrongIn({ ...robin, sites: [] }, true)]).toEqual(['sites']);
    expect([...wrongIn({ ...robin, sites: [], roles: ['administrator'] }, true)]).toEqual([]);
    expect([...wrongIn({ ...robin, staffId: 'Robin Quill', name: ' ' }, true)].toSorted()).toEqual(['name', 'staffId']);
  });
});
