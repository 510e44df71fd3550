import { inSentence, levelBook, levelLooks } from './levels.ts';

const level = (id: string, title: string, rank: number) => ({
  id,
  title,
  kind: 'residential',
  rank,
  asam: [
    { edition: 3 as const, code: '3.5' },
    { edition: 4 as const, code: '3.1' },
  ],
  capacity: 10,
  goalTemplate: [],
});
const standardFour = {
  id: 'standard-four',
  version: 1,
  title: 'Standard four',
  ladder: ['detox', 'residential', 'iop', 'aftercare'],
  levels: [
    level('iop', 'Intensive outpatient (IOP)', 2),
    level('detox', 'Withdrawal management (detox)', 4),
    level('aftercare', 'Aftercare', 1),
    level('residential', 'Residential', 3),
  ],
};

describe('the levels of a programme', () => {
  it('stand from most to least support', () =>
    expect(levelLooks(standardFour).map(({ id }) => id)).toEqual(['detox', 'residential', 'iop', 'aftercare']));

  it('are called by the short name that their title gives in brackets', () =>
    expect(levelLooks(standardFour).map(({ title }) => title)).toEqual(['Detox', 'Residential', 'IOP', 'Aftercare']));

  it('take their colours from their rank', () =>
    expect(levelLooks(standardFour).map(({ step }) => step)).toEqual([8, 6, 3, 1]));

  it('show the newer edition of an ASAM code', () => expect(levelLooks(standardFour)[0]?.asam).toBe('ASAM\u00a03.1'));

  it('are read from the newest version when one is not known', () =>
    expect(levelBook([standardFour]).level({ id: 'standard-four', version: 9 }, 'iop').title).toBe('IOP'));

  it('have a look even when the programme does not know them', () =>
    expect(levelBook([standardFour]).level({ id: 'standard-four', version: 1 }, 'php').title).toBe('php'));
});

describe('a title in a sentence', () => {
  it('begins small', () => expect(inSentence('Residential')).toBe('residential'));
  it('stays as it is when it is an abbreviation', () => expect(inSentence('IOP')).toBe('IOP'));
});
