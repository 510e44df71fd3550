import { beforeAdmission } from './before-admission.ts';

const openedAt = '2026-11-10T14:00:00.000Z';
const since = '2026-11-12T14:00:00.000Z';
const admitted = { openedAt, stays: [{ level: 'iop', since, until: null }] };

describe('a session beside the admission', () => {
  it('of long before it says by how much', () =>
    expect(beforeAdmission(admitted, '2026-11-11T14:00:00.000Z')).toEqual({
      since: 'admission',
      at: since,
      by: 24 * 3_600_000,
    }));
  it('since it says nothing', () => {
    expect(beforeAdmission(admitted, since)).toBeUndefined();
    expect(beforeAdmission(admitted, '2026-11-20T14:00:00.000Z')).toBeUndefined();
  });
  it('says nothing while it has no moment', () => expect(beforeAdmission(admitted, 'no-moment')).toBeUndefined());
  it('of a person who waits is measured by their referral', () => {
    expect(beforeAdmission({ openedAt, stays: [] }, '2026-11-11T14:00:00.000Z')).toBeUndefined();
    expect(beforeAdmission({ openedAt, stays: [] }, '2001-11-25T14:00:00.000Z')).toMatchObject({ since: 'referral' });
  });
});
