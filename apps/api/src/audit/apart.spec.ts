import { apart } from './apart.ts';

const now = Date.UTC(2026, 10, 20);
const grant = (name: string, until = now + 1) => ({
  ...{ emergencyId: `of ${name}`, episodeId: name, patientId: `patient of ${name}`, until },
});

describe('what is shown', () => {
  it('is one entry without an emergency access', () => {
    expect(apart({ grants: [] }, ['a', 'b'], now)).toEqual([{ ids: ['a', 'b'] }]);
    expect(apart({ grants: [] }, [], now)).toEqual([{ ids: [] }]);
  });

  it('stands apart where an emergency access opened it, by journey or by person', () => {
    expect(apart({ grants: [grant('b'), grant('c')] }, ['a', 'b', 'patient of c'], now)).toEqual([
      { ids: ['a'] },
      { ids: ['b'], emergencyId: 'of b' },
      { ids: ['patient of c'], emergencyId: 'of c' },
    ]);
    expect(apart({ grants: [grant('b')] }, ['b'], now)).toEqual([{ ids: ['b'], emergencyId: 'of b' }]);
  });

  it('is nothing apart when the emergency access has ended', () => {
    expect(apart({ grants: [grant('b', now)] }, ['b'], now)).toEqual([{ ids: ['b'] }]);
  });
});
