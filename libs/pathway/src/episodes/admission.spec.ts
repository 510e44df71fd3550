import type { CommandOf } from '../commands.ts';
import { admitted, by, day, opened } from '../specs/commands.ts';
import { assessed } from '../specs/assessments.ts';
import { given, timePasses } from '../specs/given.ts';
import { happened } from '../specs/moves.ts';
import { lives } from '../specs/person.ts';
import { entryTo } from '../assessments/candidacy.ts';
import { standardFour } from '../specs/standard-four.ts';

const sealed = { sealed: 'kid.nonce.words' };
const iopEntry = standardFour.levels['iop']?.entry ?? { criteria: [], exclusions: [], assessmentHours: 24 };
const found = (fields: Partial<CommandOf<'RecordAssessment'>>) => assessed({ 4: '2.1' }, day(-1), fields);
const admits = (fields: Partial<CommandOf<'Admit'>>): CommandOf<'Admit'> => ({ ...admitted('iop'), ...fields });
const needsDetox = found({ exclusions: { 'needs-medical-detox': true } });

describe('an admission against which the assessment speaks', () => {
  it('is rejected with what holds', () => {
    const then = given(opened(), needsDetox).when(admits({}));
    then.thenRejects('ExclusionHolds');
    expect(then.rejection).toMatchObject({ level: 'iop', exclusions: ['needs-medical-detox'] });
  });

  it('is accepted from a medical role that gives a reason, which is recorded', () => {
    given(opened(), needsDetox)
      .when(admits({ actor: by('prescriber'), reason: sealed }))
      .thenIncludes(happened('Admitted', { exclusionsOverridden: ['needs-medical-detox'], reason: sealed }));
  });

  it('is accepted neither without a reason nor from another role', () => {
    given(opened(), needsDetox)
      .when(admits({ actor: by('prescriber') }))
      .thenRejects('ExclusionHolds');
    given(opened(), needsDetox)
      .when(admits({ actor: by('therapist'), reason: sealed }))
      .thenRejects('ExclusionHolds');
  });

  it('is free where the exclusion does not hold any more, is none of this level, or was not answered', () => {
    given(opened(), needsDetox, assessed({}, day(-0.5), { exclusions: { 'needs-medical-detox': false } }))
      .when(admits({}))
      .thenIncludes(happened('Admitted'));
    given(opened(), found({ exclusions: { 'needs-acute-hospital-care': true } }))
      .when(admits({}))
      .thenIncludes(happened('Admitted'));
    given(opened(), found({})).when(admits({})).thenIncludes(happened('Admitted'));
  });

  it('is rejected also for the withdrawal risk and the home that the assessment found', () => {
    given(opened(), found({ withdrawalRisk: 'severe' }))
      .when(admits({}))
      .thenRejects('ExclusionHolds');
    given(opened(), lives('own-home', day(-2), false))
      .when(admits({}))
      .thenRejects('ExclusionHolds');
    given(opened(), lives('sober-living', day(-2)))
      .when(admits({}))
      .thenIncludes(happened('Admitted'));
  });
});

describe('candidacy for IOP', () => {
  const entry = (fields: Partial<CommandOf<'RecordAssessment'>>) =>
    entryTo(iopEntry, given(opened(), found(fields)).when(timePasses(day(0))).journey);

  it('says what is met, what is not, and what nobody answered', () => {
    const { criteria, exclusions } = entry({
      candidacy: { 'reliable-transport': true, 'able-to-attend-all-sessions': false },
      exclusions: { 'severe-addiction': false },
      withdrawalRisk: 'mild',
    });
    expect(criteria).toContainEqual({ code: 'reliable-transport', weight: 'supporting', met: true });
    expect(criteria).toContainEqual({ code: 'able-to-attend-all-sessions', weight: 'required', met: false });
    expect(criteria).toContainEqual({ code: 'minimal-withdrawal-risk', weight: 'required', met: true });
    expect(criteria).toContainEqual({ code: 'medically-stable', weight: 'required', met: 'unknown' });
    expect(exclusions).toContainEqual({ code: 'severe-addiction', holds: false });
    expect(exclusions).toContainEqual({ code: 'severe-withdrawal', holds: false });
    expect(exclusions).toContainEqual({ code: 'unsafe-home', holds: 'unknown' });
  });

  it('takes the last word of each answer', () => {
    const journey = given(
      opened(),
      found({ candidacy: { motivated: true, 'reliable-transport': true } }),
      assessed({}, day(0), { candidacy: { motivated: false } }),
    ).when(timePasses(day(1))).journey;
    const { criteria } = entryTo(iopEntry, journey);
    expect(criteria).toContainEqual({ code: 'motivated', weight: 'supporting', met: false });
    expect(criteria).toContainEqual({ code: 'reliable-transport', weight: 'supporting', met: true });
  });
});
