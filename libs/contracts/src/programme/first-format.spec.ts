import { readFileSync } from 'node:fs';
import { completeFirstFormat } from './first-format.ts';
import { ProgrammeFile } from './programme.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`libs/pathway/programmes/${name}`, 'utf8'));
const second = ProgrammeFile.parse(read('standard-four.v2.json'));

describe('a programme of the first format', () => {
  const first = ProgrammeFile.parse(completeFirstFormat(read('standard-four.v1.json'), [second]));

  it('keeps its own number and its own figures', () => {
    expect(first.version).toBe(1);
    expect(first.levels['detox']?.stayDays.review).toBe(1);
    expect(second.levels['detox']?.stayDays.review).toBe(3);
    expect(first.formulary['morphine']?.limits).toBeUndefined();
  });

  it('is told by the second format what it is silent on', () => {
    expect(first.levels['iop']?.missedContact).toEqual(second.levels['iop']?.missedContact);
    expect(first.drugTesting.floors).toEqual(second.drugTesting.floors);
    expect(first.stepUp.withdrawalRisk).toEqual(second.stepUp.withdrawalRisk);
    expect(first.waitingList).toEqual(second.waitingList);
  });

  it('is told nothing where being silent means none', () => {
    const third = {
      ...second,
      levels: { ...second.levels, detox: { ...second.levels['detox'], stepUpTo: 'residential' } },
    };
    const completed = ProgrammeFile.safeParse(completeFirstFormat(read('standard-four.v1.json'), [third as never]));
    expect(completed.data?.levels['detox']?.stepUpTo).toBeUndefined();
  });

  it('is told by the oldest version of the second format, whatever comes later', () => {
    const later = { ...second, version: 3, crisis: { ...second.crisis, acknowledgeMinutes: 60, reassessHours: 48 } };
    expect(completeFirstFormat(read('standard-four.v1.json'), [later, second])).toMatchObject({
      crisis: second.crisis,
    });
  });

  it('stays as it is where no version of the second format is known, and is refused for what it lacks', () => {
    const alone = completeFirstFormat(read('standard-four.v1.json'), []);
    expect(ProgrammeFile.safeParse(alone).error?.issues.map(({ path }) => path.join('/'))).toContain('waitingList');
  });
});
