import type { Command } from './commands.ts';
import type { EventType } from './events.ts';
import { day, definitive, inCareAt } from './specs/commands.ts';
import { goalReopened, goalWithdrawn, reachedOut } from './specs/contact.ts';
import { given, type Step } from './specs/given.ts';
import { done, goalReached, goalsSet, session } from './specs/moves.ts';
import {
  assigned,
  claimed,
  consented,
  isBack,
  leaves,
  raised,
  resolved,
  revoked,
  snoozed,
  team,
  treatedElsewhere,
} from './specs/safety.ts';

const sealed = { sealed: 'kid.nonce.words' };
const reason = { sealed: 'kid.nonce.reason' };
const ada = { staffId: 'ada', role: 'coordinator' } as const;
const reached = [goalsSet(day(1), 'g1'), goalReached('g1', day(2))];
const steppedUp = [definitive([['cocaine', 'positive']], { specimenId: 's1' })];
const taskId = 'episode-1.task.schedule-hand-off.t1';
const check = 'episode-1.task.overdose-check.s1';
const { type: _c, commandId: _i, actor: _a, occurredAt: _o, ...consent } = consented(day(1));

type Row = [before: readonly Step[], command: Command, type: EventType, data: object];
/** What each command leads to after these steps in IOP, and all that its event says. */
const rows: readonly Row[] = [
  [[], team(day(1), ada), 'CareTeamAssigned', { members: [ada] }],
  [[], consented(day(1)), 'ConsentGiven', { ...consent, version: 1 }],
  [[consented(day(1))], revoked(day(5)), 'ConsentRevoked', { consentId: 'k1', at: day(5), cause: 'revoked' }],
  [
    [],
    reachedOut(day(1)),
    'OutreachRecorded',
    { outreachId: `outreach-${day(1)}`, at: day(1), channel: 'phone', reached: false },
  ],
  [
    [],
    raised('other', day(2), { actions: ['called-911'] }),
    'CrisisRaised',
    { crisisId: 'c1', kind: 'other', actions: ['called-911'] },
  ],
  [[raised('other', day(2))], resolved(day(3)), 'CrisisResolved', { crisisId: 'c1', actions: ['safety-plan-made'] }],
  [
    [],
    treatedElsewhere(day(1), { at: day(3), to: day(2), drugsGiven: 'none' }),
    'ExternalEncounterRecorded',
    { encounterId: 'e1', kind: 'hospital', from: day(1), to: day(2), drugsGiven: 'none' },
  ],
  [
    [],
    goalsSet(day(1), 'g1'),
    'GoalsSet',
    { level: 'iop', goals: [{ goalId: 'g1', domain: 'coping-and-triggers', text: sealed }] },
  ],
  [
    [goalsSet(day(1), 'g1')],
    { ...goalReached('g1', day(2)), evidence: sealed },
    'GoalCompleted',
    { goalId: 'g1', evidence: sealed },
  ],
  [reached, goalReopened('g1', day(3)), 'GoalReopened', { goalId: 'g1' }],
  [[goalsSet(day(1), 'g1')], goalWithdrawn('g1', day(3)), 'GoalWithdrawn', { goalId: 'g1' }],
  [
    [],
    leaves(day(2), 'jail', { expectedReturnAt: day(9) }),
    'LeaveStarted',
    { leaveId: 'l1', kind: 'jail', at: day(2), expectedReturnAt: day(9) },
  ],
  [[leaves(day(2), 'jail')], isBack(day(5)), 'LeaveEnded', { leaveId: 'l1', at: day(5), cause: 'returned' }],
  [
    [],
    session(day(2)),
    'SessionRecorded',
    { sessionId: `session-${day(2)}`, sessionType: 'group', startedAt: day(2), minutes: 180, attendance: 'attended' },
  ],
  [steppedUp, claimed(taskId, day(10)), 'TaskClaimed', { taskId }],
  [steppedUp, assigned(taskId, day(10), 'ada', 'coordinator'), 'TaskAssigned', { taskId, to: ada }],
  [steppedUp, snoozed(taskId, day(10), day(11)), 'TaskSnoozed', { taskId, until: day(11) }],
  [steppedUp, done(check, day(10)), 'TaskCompleted', { taskId: check }],
];
const named = rows.map((row) => [row[1].type, ...row] as const);

const told = (command: Command, before: readonly Step[], type: EventType) =>
  given(inCareAt('iop'), before)
    .when(command)
    .events.filter((event) => event.type === type && event.actor.kind === 'person')
    .map(({ data, occurredAt }) => ({ data, occurredAt }));

describe('what a person says', () => {
  it.each(named)('by %s is kept whole, and nothing beside it', (name, before, command, type, data) => {
    const words = name === 'WithdrawGoal' ? { reason: sealed } : {};
    const occurredAt = 'signedAt' in command ? command.signedAt : command.occurredAt;
    expect(told(command, before, type)).toStrictEqual([{ data: { ...data, ...words }, occurredAt }]);
  });

  it.each(named)('by %s is kept with the reason, in their sealed words', (_, before, command, type, data) => {
    expect(told({ ...command, reason }, before, type)).toMatchObject([{ data: { ...data, reason } }]);
  });

  it.each(named)('by %s is refused where no episode is open', (_, _before, command) => {
    expect(given().when(command).rejection).toEqual({ type: 'EpisodeNotOpened' });
  });
});
