import { faultsIn } from '../specs/changed.ts';

const four = (changes: Readonly<Record<string, unknown>>) => faultsIn('standard-four.v2.json', changes);
const full = (changes: Readonly<Record<string, unknown>>) => faultsIn('full-continuum.v1.json', changes);

describe('a programme whose levels do not hang together is refused', () => {
  it.each([
    ['stepUpTo', "/levels/iop/stepUpTo: 'hospital' is not a level of this programme"],
    ['adolescentStepUpTo', "/levels/iop/adolescentStepUpTo: 'hospital' is not a level of this programme"],
    ['stepDownTo', "/levels/iop/stepDownTo: 'hospital' is not a level of this programme"],
    ['adolescentStepDownTo', "/levels/iop/adolescentStepDownTo: 'hospital' is not a level of this programme"],
  ])('when %s is not one of its levels', (target, fault) =>
    expect(four({ [`/levels/iop/${target}`]: 'hospital' })).toEqual([fault]),
  );

  it('when the ladder names a level that is not there', () =>
    expect(four({ '/ladder/1': 'hospital' })).toContain("/ladder/1: 'hospital' is not a level of this programme"));

  it('when a level stands on the ladder twice', () =>
    expect(four({ '/ladder/3': 'iop' })).toContain("/ladder/3: 'iop' stands on the ladder twice"));

  it('when the ladder does not go downward', () =>
    expect(four({ '/ladder': ['detox', 'iop', 'residential', 'aftercare'] })).toEqual([
      "/ladder/2: 'residential' does not give less support than 'iop' above it (see their ranks)",
    ]));

  it('when the level after aftercare, or the bed that is kept, is not there', () =>
    expect(four({ '/stepUp/fromAftercareTo': 'day-care', '/levels/detox/handOffHoursTo/ward': 24 })).toEqual([
      "/levels/detox/handOffHoursTo/ward: 'ward' is not a level of this programme",
      "/stepUp/fromAftercareTo: 'day-care' is not a level of this programme",
    ]));

  it('when stepping up leads in a circle', () =>
    expect(full({ '/levels/php/stepUpTo': 'outpatient' })).toEqual([
      '/levels/php/stepUpTo: leads in a circle: php → outpatient → iop → php',
      '/levels/iop/stepUpTo: leads in a circle: iop → php → outpatient → iop',
      '/levels/outpatient/stepUpTo: leads in a circle: outpatient → iop → php → outpatient',
    ]));

  it('when stepping down leads in a circle', () =>
    expect(full({ '/levels/outpatient/stepDownTo': 'iop' })).toEqual([
      '/levels/iop/stepDownTo: leads in a circle: iop → outpatient → iop',
      '/levels/outpatient/stepDownTo: leads in a circle: outpatient → iop → outpatient',
    ]));

  it('when a level steps up to itself', () =>
    expect(four({ '/levels/iop/stepUpTo': 'iop' })).toEqual(['/levels/iop/stepUpTo: leads in a circle: iop → iop']));

  it('when a step up gives less support', () =>
    expect(four({ '/levels/iop/stepUpTo': 'aftercare', '/levels/aftercare/stepUpTo': 'residential' })).toEqual([
      "/levels/iop/stepUpTo: 'aftercare' does not give more support than 'iop' (see their ranks)",
    ]));

  it('when two levels have one rank', () =>
    expect(four({ '/levels/aftercare/rank': 2 })).toContain("/levels/aftercare/rank: has the rank of 'iop'"));

  it('when no one can leave a level', () =>
    expect(four({ '/levels/residential/stepDownTo': undefined })).toEqual([
      '/levels/residential: no one can leave this level: it needs stepDownTo',
    ]));

  it('when no one can leave a level beside the ladder', () =>
    expect(
      full({
        '/levels/early-intervention/stepUpTo': undefined,
        '/levels/early-intervention/stepUpCondition': undefined,
      }),
    ).toEqual(['/levels/early-intervention: no one can leave this level: it needs stepDownTo or stepUpTo']));

  it('when there is a condition for a step up that is not there', () =>
    expect(four({ '/levels/residential/stepUpTo': undefined })).toEqual([
      '/levels/residential/stepUpCondition: is the condition of a step up, but there is no stepUpTo',
    ]));

  it('when a level has another id than its key', () =>
    expect(four({ '/levels/iop/id': 'intensive' })).toEqual(["/levels/iop/id: must be 'iop', its key"]));
});
