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
