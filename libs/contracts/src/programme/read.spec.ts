import { readProgramme } from './read.ts';
import { faultsIn } from './specs/changed.ts';

const four = (changes: Readonly<Record<string, unknown>>) => faultsIn('standard-four.v2.json', changes);

describe('a programme with a key that nobody knows is refused', () => {
  it.each([
    ['/colour', '/colour: There is no such field'],
    ['/levels/iop/durationWeeks', '/levels/iop/durationWeeks: There is no such field'],
    ['/stepUp/always', '/stepUp/always: There is no such field'],
  ])('%s', (pointer, fault) => expect(four({ [pointer]: 1 })).toEqual([fault]));
});

describe('a programme in which something is missing or of another kind is refused', () => {
  it('with its place', () => expect(four({ '/crisis': undefined })).toEqual(['/crisis: is missing']));

  it.each<[string, unknown, string]>([
    ['/ladder', 'iop', 'must be a list'],
    ['/ladder', [], 'must not be empty'],
    ['/title', 4, 'must be a text'],
    ['/version', 1.5, 'must be a whole number'],
    ['/version', '2', 'must be a number'],
    ['/waitingList/noticeAtPercent', 101, 'must be at most 100'],
    ['/levels/iop/schedule/roundTheClock', 'no', 'must be true or false'],
    ['/stepDown/mode', 'always', 'must be one of automatic, confirm'],
    ['/id', 'Standard four', 'a lower-case code'],
  ])('where %s is %s', (pointer, value, message) =>
    expect(four({ [pointer]: value })).toEqual([`${pointer}: ${message}`]),
  );

  it('also when it is of the first format and no later version is known', () =>
    expect(faultsIn('standard-four.v1.json', {})).toContain(
      '/format: must be 2; a file of the first format is read only beside a later version of its programme',
    ));

  it('and so is what is no programme at all', () => {
    const read = readProgramme('a programme');
    expect('faults' in read && read.faults).toEqual([{ pointer: '', message: 'must be a group of fields' }]);
  });
});
