import { faultsIn } from '../specs/changed.ts';

const full = (changes: Readonly<Record<string, unknown>>) => faultsIn('full-continuum.v1.json', changes);

describe('a programme that admits adolescents is refused', () => {
  it('when their hours are missing beside those of adults', () =>
    expect(full({ '/levels/iop/hoursPerWeek/adolescent': { maximum: 19 } })).toEqual([
      '/levels/iop/hoursPerWeek/adolescent/minimum: is missing: the level admits adolescents, and the 9 hours of adults are not theirs',
    ]));

  it('when a step would lead them to a level that does not admit them', () =>
    expect(full({ '/levels/iop/adolescentStepUpTo': undefined })).toEqual([
      "/levels/iop/adolescentStepUpTo: is missing: adolescents are admitted here, but not at 'php'",
    ]));

  it('when their own target does not admit them either', () =>
    expect(full({ '/levels/residential/adolescentStepDownTo': 'php' })).toEqual([
      "/levels/residential/adolescentStepDownTo: does not help: adolescents are admitted here, but not at 'php'",
    ]));

  it('when the level has no code of the edition by which they are placed', () =>
    expect(full({ '/levels/iop/asam/0': { edition: 4, code: '2.1' } })).toEqual([
      '/levels/iop/asam: has no code of the 3rd edition, by which adolescents are placed, although the level admits them',
    ]));

  it('when a target is theirs where they are not admitted', () =>
    expect(full({ '/levels/php/adolescentStepUpTo': 'residential' })).toEqual([
      '/levels/php/adolescentStepUpTo: is there although the level does not admit adolescents',
    ]));

  it('when a target is theirs where adults have none', () =>
    expect(full({ '/levels/intensive-inpatient/adolescentStepUpTo': 'detox' })).toContain(
      '/levels/intensive-inpatient/adolescentStepUpTo: is there without stepUpTo',
    ));
});

describe('a programme that admits adults only', () => {
  it('needs no hours for adolescents', () => expect(full({ '/levels/php/hoursPerWeek/adolescent': {} })).toEqual([]));
});
