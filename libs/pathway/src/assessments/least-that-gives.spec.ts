import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import { standardFour } from '../specs/standard-four.ts';
import { recommend } from './recommend.ts';

const asksFor = (minimumLevel: string, levels: Programme['levels']) =>
  recommend({ edition: 4, age: 'adult', dimensions: [{ dimension: 4, minimumLevel }] }, { ...standardFour, levels });

describe('of several levels that give so much', () => {
  const level = (id: string, fields: Partial<Level> = {}): Programme['levels'] => {
    const [iop] = Object.values(standardFour.levels).filter(({ kind }) => kind === 'intensive-outpatient');
    if (!iop) throw new Error('there is an IOP');
    return { [id]: { ...iop, id, ...fields } };
  };
  const asked = (wanted: string, ...levels: readonly Programme['levels'][]) =>
    asksFor(wanted, Object.assign({}, ...levels)).level;
  const codes = (...own: readonly string[]) => ({ asam: own.map((code) => ({ edition: 4 as const, code })) });

  it('the one that gives least beyond it is indicated, whatever its rank and place in the list', () => {
    const [php, iop] = [level('php', { ...codes('2.5'), rank: 1 }), level('iop', { ...codes('2.1'), rank: 9 })];
    expect(asked('2.1', php, iop)).toBe('iop');
    expect(asked('2.1', iop, php)).toBe('iop');
  });

  it('a level counts by the least of its own codes that is enough', () => {
    const [broad, php] = [level('broad', codes('1.0', '2.1', '4')), level('php', codes('2.5'))];
    expect(asked('2.1', php, broad)).toBe('broad');
    expect(asked('2.5', broad, php)).toBe('php');
  });

  it('aftercare comes after another that gives as much: it is for people who were treated', () => {
    const [after, clinic] = [
      level('after', { ...codes('1.0'), kind: 'aftercare', rank: 1 }),
      level('clinic', { ...codes('1.0'), kind: 'outpatient', rank: 2 }),
    ];
    expect(asked('1.0', after, clinic)).toBe('clinic');
    expect(asked('1.0', clinic, after)).toBe('clinic');
    expect(asked('1.0', after)).toBe('after');
  });

  it('among equals the lower rank is enough', () => {
    const [high, low] = [level('high', { rank: 3 }), level('low', { rank: 2 })];
    expect(asked('2.1', high, low)).toBe('low');
    expect(asked('2.1', low, high)).toBe('low');
  });

  it('early intervention is none, nor a level that does not admit the age, nor one with codes of the other edition', () => {
    expect(asked('2.1', level('early', { kind: 'early-intervention' }), level('php', codes('2.5')))).toBe('php');
    expect(asked('2.1', level('young', { admits: ['adolescent'] }), level('php', codes('2.5')))).toBe('php');
    expect(asked('2.1', level('older', { asam: [{ edition: 3, code: '2.1' }] }))).toBeUndefined();
  });
});

describe('where nothing is asked for', () => {
  it('and the least intensive level has no code of the edition, no service is asked for', () => {
    const { aftercare } = standardFour.levels;
    if (!aftercare) throw new Error('there is aftercare');
    const levels = { ...standardFour.levels, aftercare: { ...aftercare, asam: [{ edition: 3 as const, code: '1' }] } };
    expect(asksFor('0', levels)).toEqual({
      asam: { edition: 4, code: '0' },
      level: 'aftercare',
      drivers: [],
    });
  });
});
