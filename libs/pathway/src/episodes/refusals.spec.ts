import type { CommandOf } from '../commands.ts';
import type { Rejection } from '../rejections.ts';
import { cameBack } from '../specs/after.ts';
import { assessed } from '../specs/assessments.ts';
import { admitted, by, day, inCareAt, opened, said, takes } from '../specs/commands.ts';
import { given, givenWith, type Step } from '../specs/given.ts';
import { arrived, deathRecorded, discharged, first, overrideTo, referralClosed, session } from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';

const inIop = inCareAt('iop');
const words = { sealed: 'kid.nonce.words' };
const levels = ['detox', 'residential', 'iop', 'aftercare'];
const steps = { warnedAt: day(9), referral: 'done', medicationPlan: 'done', appealInformation: 'done' } as const;
const asked = (fields: Partial<CommandOf<'DischargeEpisode'>> = {}) =>
  discharged('terminated-by-facility', day(12), { ...said(day(12), 'therapist'), termination: steps, ...fields });
const minutesAfter = (at: Instant, minutes: number) => plusHours(at, minutes / 60);

type Row = readonly [before: readonly Step[], said: Step, rejection: Rejection];

describe('what is said of an episode is refused with all that is needed to mend it', () => {
  const excluded = assessed({ 4: '2.1' }, day(-1), { exclusions: { 'needs-medical-detox': true } });
  const left = [...inIop, session(day(9)), discharged('other', day(10))];
  const ahead = { type: 'InTheFuture', at: day(3), now: day(2) } as const;
  const early = { type: 'EndsBeforeItBegins', field: 'at' } as const;

  it.each<Row>([
    [[], opened({ entryLevel: 'php' }), { type: 'UnknownLevel', level: 'php', levels }],
    [[], opened({ requestedAt: day(-13) }), { type: 'InTheFuture', field: 'requestedAt', at: day(-13), now: day(-14) }],
    [[opened()], opened({ siteId: 'other' }), { type: 'EpisodeAlreadyOpened' }],
    [[opened()], admitted('php'), { type: 'UnknownLevel', level: 'php', levels }],
    [[opened()], { ...admitted('iop', day(3)), occurredAt: day(2) }, { ...ahead, field: 'attendedAt' }],
    [
      [opened(), excluded],
      admitted('iop'),
      {
        ...{ type: 'ExclusionHolds', level: 'iop', exclusions: ['needs-medical-detox'] },
        needs: ['prescriber', 'nurse', 'medical-director'],
      },
    ],
    [inIop, admitted('residential'), { type: 'AlreadyAdmitted', level: 'iop' }],
    [inIop, admitted('iop', day(-1)), { type: 'AlreadyAdmitted', level: 'iop' }],
    [left, admitted('iop', day(-1)), { type: 'EpisodeDischarged' }],
    [inIop, referralClosed(day(1)), { type: 'AlreadyAdmitted', level: 'iop' }],
    [left, referralClosed(day(10), { occurredAt: day(11) }), { type: 'EpisodeDischarged' }],
    [[opened()], referralClosed(day(3), { occurredAt: day(2) }), { ...ahead, field: 'at' }],
    [[opened()], referralClosed(day(-15), { occurredAt: day(-3) }), early],
    [[], discharged('other', day(1)), { type: 'EpisodeNotOpened' }],
    [inIop, discharged('other', day(3), { occurredAt: day(2) }), { ...ahead, field: 'at' }],
    [inIop, discharged('other', day(-1), { occurredAt: day(2) }), early],
    [left, discharged('completed', day(10)), { type: 'EpisodeDischarged' }],
    [left, discharged('other', day(9), { occurredAt: day(10) }), { type: 'EpisodeDischarged' }],
    [
      inIop,
      discharged('incarcerated', day(10), { againstAdvice: true }),
      { type: 'NotPatientDirected', reasonCode: 'incarcerated' },
    ],
    [
      inIop,
      asked({ actor: { id: 'feed', kind: 'system', role: 'system' } }),
      { type: 'RoleNotAllowed', role: 'system', needs: ['person'] },
    ],
    [
      inIop,
      asked({ termination: {} }),
      {
        type: 'TerminationIncomplete',
        missing: ['warnedAt', 'referral', 'medicationPlan', 'appealInformation'],
      },
    ],
    [
      inIop,
      asked({ termination: { ...steps, warnedAt: day(12) } }),
      { type: 'TerminationIncomplete', missing: ['warnedAt'] },
    ],
    [
      [...inIop, takes('methadone', { kind: 'moud' })],
      asked({ termination: { ...steps, medicationPlan: 'not-possible' } }),
      { type: 'TerminationIncomplete', missing: ['medicationPlan'] },
    ],
    [
      inIop,
      asked({ termination: { ...steps, warnedAt: day(13) } }),
      { type: 'InTheFuture', field: 'termination.warnedAt', at: day(13), now: day(12) },
    ],
    [inIop, deathRecorded(day(3), { occurredAt: day(2) }), { ...ahead, field: 'at' }],
    [inIop, deathRecorded(day(-1), { occurredAt: day(2) }), early],
    [[...left], deathRecorded(day(-15), { occurredAt: day(11) }), early],
    [[...inIop, deathRecorded(day(11))], deathRecorded(day(12)), { type: 'DeathAlreadyRecorded', at: day(11) }],
    [
      [...inIop, deathRecorded(day(11), { cause: 'overdose' })],
      deathRecorded(day(11), { cause: 'suicide' }),
      { type: 'DeathAlreadyRecorded', at: day(11) },
    ],
    [inIop, cameBack('residential', day(0)), { type: 'NotDischarged' }],
    [[...left, deathRecorded(day(12))], cameBack('iop', day(11)), { type: 'PersonDied', at: day(12) }],
    [left, cameBack('iop', day(9), { occurredAt: day(12) }), { type: 'ReturnsBeforeDischarge', dischargedAt: day(10) }],
    [left, cameBack('php', day(11)), { type: 'UnknownLevel', level: 'php', levels }],
    [
      left,
      cameBack('iop', day(13), { occurredAt: day(12) }),
      { type: 'InTheFuture', field: 'attendedAt', at: day(13), now: day(12) },
    ],
  ])('%#: %j', (before, step, rejection) => {
    const then = given(before).when(step);
    expect(then.rejection).toEqual(rejection);
    then.thenRejects(rejection.type);
  });

  it('a level that is for adults, to somebody who is not one on that day', () => {
    const { iop } = standardFour.levels;
    if (!iop) throw new Error('no level');
    const programme = {
      ...standardFour,
      levels: { ...standardFour.levels, iop: { ...iop, admits: ['adult' as const] } },
    };
    const young = (turns18On: string) => opened({ ageGroup: 'adolescent', turns18On });
    const admission = (birthday: string) =>
      givenWith({ programme }, { ...young(birthday), entryLevel: 'residential' }).when(admitted('iop'));
    expect(admission('2026-05-05').rejection).toEqual({ type: 'LevelNotForAge', level: 'iop', age: 'adolescent' });
    expect(admission('2026-05-04').rejection).toBeUndefined();
    expect(givenWith({ programme }).when(young('2026-05-05')).rejection).toMatchObject({ type: 'LevelNotForAge' });
  });
});

describe('at the last moment that is allowed', () => {
  it.each<readonly [what: string, before: readonly Step[], said: Step]>([
    ['a referral is closed when it was made', [opened()], referralClosed(day(-14))],
    ['an episode ends when the stay began', inIop, discharged('other', day(0))],
    ['a death comes when the stay began', inIop, deathRecorded(day(0))],
    ['a death comes when the referral was made', [opened()], deathRecorded(day(-14))],
    [
      'a stay ends when it began by a move',
      [...inIop, overrideTo('residential', day(1)), arrived(first, day(2))],
      discharged('other', day(2)),
    ],
    ['a person is back when they left', [...inIop, discharged('other', day(10))], cameBack('iop', day(10))],
    ['a fact lies five minutes ahead', [opened()], { ...admitted('iop', minutesAfter(day(0), 5)), occurredAt: day(0) }],
    [
      'a warning came a minute before',
      inIop,
      asked({ termination: { ...steps, warnedAt: minutesAfter(day(12), -1) } }),
    ],
  ])('%s', (_what, before, step) => {
    const { rejection, events } = given(before).when(step);
    expect(rejection).toBeUndefined();
    expect(events).not.toEqual([]);
  });

  it.each(['prescriber', 'nurse', 'medical-director'] as const)('a %s admits in spite of an exclusion', (role) => {
    const excluded = assessed({ 4: '2.1' }, day(-1), { exclusions: { 'needs-medical-detox': true } });
    const { rejection } = given(opened(), excluded).when({ ...admitted('iop'), actor: by(role), reason: words });
    expect(rejection).toBeUndefined();
  });
});

describe('an episode that is opened again is known only by all that it was opened with', () => {
  const before = opened({ requestedAt: day(-20), priority: 'injecting' });

  it.each<Partial<CommandOf<'OpenEpisode'>>>([
    { patientId: 'patient-2' },
    { siteId: 'other' },
    { entryLevel: 'residential' },
    { programme: { id: 'standard-four', version: 3 } },
    { ageGroup: 'adolescent' },
    { priority: 'pregnant' },
    { requestedAt: day(-19) },
    { occurredAt: day(-13) },
  ])('not with %j', (other) => {
    given(before)
      .when({ ...before, ...other })
      .thenRejects('EpisodeAlreadyOpened');
    given(before)
      .when({ ...before, commandId: 'again' })
      .thenNothing();
  });
});
