import type { CommandOf } from '../commands.ts';
import type { EventType } from '../events.ts';
import { cameBack } from '../specs/after.ts';
import { admitted, day, definitive, inCareAt, opened, said } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import {
  arrived,
  deathRecorded,
  discharged,
  first,
  overrideTo,
  referralClosed,
  released,
  held,
} from '../specs/moves.ts';

const words = { sealed: 'kid.nonce.words' };
const inIop = inCareAt('iop');
const steps = { warnedAt: day(9), referral: 'done', medicationPlan: 'done', appealInformation: 'done' } as const;
const leaving = { attemptToRetain: 'done', medicationBridge: 'done' } as const;
const asked = (fields: Partial<CommandOf<'DischargeEpisode'>> = {}) =>
  discharged('terminated-by-facility', day(12), { ...said(day(12), 'therapist'), termination: steps, ...fields });

type Row = readonly [type: EventType, before: readonly Step[], said: Step, occurredAt: string, data: object];

describe('the log keeps of an episode exactly what was said', () => {
  const fields = { patientId: 'patient-1', siteId: 'main', entryLevel: 'iop' } as const;
  const programme = { id: 'standard-four', version: 2 };
  const atEntry = { requestedAt: day(-20), referralSource: 'self', previousEpisodeId: 'episode-0' } as const;
  const young = { ageGroup: 'adolescent', turns18On: '2027-01-01', priority: 'pregnant' } as const;
  const ended = { at: day(12), reasonCode: 'dropped-out' } as const;

  it.each<Row>([
    ['EpisodeOpened', [], opened(), day(-14), { ...fields, programme, ageGroup: 'adult' }],
    [
      'EpisodeOpened',
      [],
      { ...opened({ ...atEntry, ...young }), reason: words },
      day(-14),
      { ...fields, programme, ...atEntry, ...young, reason: words },
    ],
    ['Admitted', [opened()], admitted('iop'), day(0), { level: 'iop', attendedAt: day(0) }],
    [
      'Admitted',
      [opened()],
      { ...admitted('iop'), occurredAt: day(1), reason: words },
      day(0),
      { level: 'iop', attendedAt: day(0), reason: words },
    ],
    [
      'ReferralClosed',
      [opened()],
      referralClosed(day(-3)),
      day(-3),
      { at: day(-3), reasonCode: 'could-not-be-reached' },
    ],
    [
      'ReferralClosed',
      [opened()],
      referralClosed(day(-3), { reason: words, reasonCode: 'no-place' }),
      day(-3),
      { at: day(-3), reasonCode: 'no-place', reason: words },
    ],
    ['ReferralClosed', [opened()], deathRecorded(day(-3)), day(-3), { at: day(-3), reasonCode: 'died' }],
    [
      'TerminationRequested',
      inIop,
      asked(),
      day(12),
      { at: day(12), termination: steps, lapsesAt: day(15), reason: words },
    ],
    [
      'TerminationRequested',
      inIop,
      asked({ destination: words, occurredAt: day(13) }),
      day(13),
      { at: day(12), termination: steps, lapsesAt: day(16), destination: words, reason: words },
    ],
    [
      'EpisodeDischarged',
      [...inIop, asked({ destination: words })],
      asked({ ...said(day(13), 'medical-director'), termination: undefined, destination: words }),
      day(12),
      {
        ...{ at: day(12), reasonCode: 'terminated-by-facility', againstAdvice: false },
        ...{ destination: words, termination: steps, reason: words },
      },
    ],
    [
      'EpisodeDischarged',
      inIop,
      discharged('dropped-out', day(12), { againstAdvice: true, leaving, reason: undefined }),
      day(12),
      { ...ended, againstAdvice: true, leaving },
    ],
    [
      'EpisodeDischarged',
      inIop,
      discharged('dropped-out', day(12), { leaving, termination: steps, destination: words }),
      day(12),
      { ...ended, againstAdvice: false, destination: words, reason: words },
    ],
    ['DeathRecorded', inIop, deathRecorded(day(12)), day(12), { at: day(12), cause: 'not-known' }],
    [
      'DeathRecorded',
      inIop,
      deathRecorded(day(12), { cause: 'suicide', reason: words, occurredAt: day(14) }),
      day(12),
      { at: day(12), cause: 'suicide', reason: words },
    ],
    ['DeathRecorded', inIop, discharged('death', day(12)), day(12), { at: day(12), cause: 'not-known', reason: words }],
    [
      'EpisodeDischarged',
      inIop,
      deathRecorded(day(12), { reason: words }),
      day(12),
      { at: day(12), reasonCode: 'death', againstAdvice: false },
    ],
    [
      'EpisodeReopened',
      [...inIop, discharged('other', day(12))],
      cameBack('residential', day(13), { occurredAt: day(14) }),
      day(13),
      { level: 'residential', attendedAt: day(13), from: 'iop', transitionId: first, reason: words },
    ],
  ])('%s', (type, before, step, occurredAt, data) => {
    const { events } = given(before).when(step);
    const told = events.filter((event) => event.type === type);
    expect(told.map((event) => ({ occurredAt: event.occurredAt, data: event.data }))).toStrictEqual([
      { occurredAt, data },
    ]);
  });
});

describe('what an episode has come to', () => {
  const moved = [...inIop, overrideTo('residential', day(1)), arrived(first, day(2))];
  const left = discharged('dropped-out', day(12), { againstAdvice: true, leaving });

  it('begins with nothing withdrawn, and with the episode before it', () => {
    const { journey } = given().when(opened({ previousEpisodeId: 'episode-0' }));
    expect(journey).toMatchObject({ withdrawnFacts: [], previousEpisodeId: 'episode-0', stays: [], discharges: [] });
    expect(given().when(opened()).journey.previousEpisodeId).toBeUndefined();
  });

  it('is one discharge from the level of that time, which ends the last stay only', () => {
    const { journey, events } = given(moved).when({ ...left, occurredAt: day(13) });
    const eventId = events.find(({ type }) => type === 'EpisodeDischarged')?.id;
    expect(journey.discharges).toStrictEqual([
      {
        ...{ at: day(12), reasonCode: 'dropped-out', level: 'residential', patientDirected: true },
        ...{ medicationBridge: 'done', recordedAt: day(13), eventId },
      },
    ]);
    expect(journey).toMatchObject({ lastLevel: 'residential', dischargedAt: day(12) });
    expect(journey.stays).toEqual([
      { level: 'iop', since: day(0), until: day(2) },
      { level: 'residential', since: day(2), until: day(12) },
    ]);
    const usual = given(moved).when(discharged('dropped-out', day(12), { leaving: {} })).journey.discharges[0];
    expect(usual).toMatchObject({ patientDirected: false });
    expect(usual).not.toHaveProperty('medicationBridge');
  });

  it('leaves a pause that had ended before as it was', () => {
    const paused = [...inIop, held('h1', day(1), day(8)), released('h1', day(3)), held('h2', day(5), day(15))];
    const { journey } = given(paused).when(discharged('other', day(12)));
    expect(journey.holds.map(({ holdId, endedAt }) => [holdId, endedAt])).toEqual([
      ['h1', day(3)],
      ['h2', day(12)],
    ]);
  });

  it('is a way back that counts among the moves', () => {
    const before = [...moved, left, cameBack('iop', day(13))];
    const { journey } = given(before).when(definitive([['cocaine', 'positive']], { collectedAt: day(40) }));
    expect(journey.completedTransitions.at(-1)).toEqual({
      ...{ transitionId: 'episode-1.t2', kind: 're-entry', from: 'residential', to: 'iop', grounds: [], by: 'person' },
      ...{ startedAt: day(12), completedAt: day(13) },
    });
    expect(journey).toMatchObject({ transition: { transitionId: 'episode-1.t3', from: 'iop' } });
    expect(journey.stays.at(-1)).toEqual({ level: 'iop', since: day(13), reentry: true });
    expect(journey).not.toHaveProperty('dischargedAt', day(12));
  });
});
