import { initialsOf, nameOf, peopleNamed } from './people.ts';

const person = (given: string, family: string) => ({ episodeId: `${given}-1234567`, name: { given, family } });
const people = [person('Juniper', 'Samplewood'), person('José', 'Muñoz-Ortega'), person('Wren', 'Fauxley')];
const found = (query: string) => peopleNamed(people, query).map(({ name }) => name.family);

describe('the search for a person', () => {
  it('finds by the beginning of any part of the name', () => {
    expect(found('juni')).toEqual(['Samplewood']);
    expect(found('ort')).toEqual(['Muñoz-Ortega']);
  });
  it('does not mind accents or order', () => expect(found('munoz jose')).toEqual(['Muñoz-Ortega']));
  it('finds everyone when nothing is asked', () => expect(found(' ')).toHaveLength(3));
  it('finds nobody rather than somebody else', () => expect(found('juniper fauxley')).toEqual([]));
});

describe('the search among people of one name', () => {
  const two = ['a1b2c3d4-1', 'b45f71e4-2'].map((episodeId) => ({
    episodeId,
    name: { given: 'Cedar', family: 'None' },
  }));
  const ids = (query: string) =>
    peopleNamed(two, query, ({ episodeId }) => (episodeId.startsWith('a') ? 'Aftercare Main' : 'IOP Riverside')).map(
      ({ episodeId }) => episodeId,
    );
  it('finds both by the name', () => expect(ids('cedar none')).toHaveLength(2));
  it('finds one by the level, the site or the id', () => {
    expect(ids('cedar iop')).toEqual(['b45f71e4-2']);
    expect(ids('main cedar')).toEqual(['a1b2c3d4-1']);
    expect(ids('b45f')).toEqual(['b45f71e4-2']);
  });
  it('finds nobody by the level alone, or by a letter or two of an id', () => {
    expect(ids('iop')).toEqual([]);
    expect(ids('b4')).toEqual([]);
  });
});

describe('a person whose name may not be seen', () => {
  it('is called by the journey', () =>
    expect(nameOf({ episodeId: '0a1b2c3d-9999', name: null })).toBe('Journey 0a1b2c3d'));
});

describe('the initials of one of the staff', () => {
  it('are those of the first two words of the name, or of an id that nobody knows', () => {
    expect(initialsOf('Noa Kestrel')).toBe('NK');
    expect(initialsOf('Ana María de la Cruz')).toBe('AM');
    expect(initialsOf('robin.quill')).toBe('RQ');
    expect(initialsOf('')).toBe('');
  });
});
