import type { Command } from '../commands.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { given } from '../specs/given.ts';
import { done } from '../specs/moves.ts';
import { assigned, claimed, raised, snoozed } from '../specs/safety.ts';
import { plusMinutes } from '../time.ts';
import { taskKinds } from '../vocabulary.ts';
import { endsByAssessment, endsByWord } from './complete.ts';
import { crisis, inCrisis, later, steppedUp, task, taskAfter } from '../specs/tasks.ts';

const [check, appointment, decision] = [
  task('overdose-check', 's1'),
  task('schedule-hand-off', 't1'),
  task('ask-patient-decision', 't1'),
];

describe('two tasks', () => {
  const reassessment = task('reassessment', 'use.s1');
  it.each<[string, Command, Command]>([
    ['taken on', claimed(decision, day(10), 'therapist'), claimed(reassessment, day(10), 'therapist')],
    ['given', assigned(decision, day(10), 'ada', 'therapist'), assigned(reassessment, day(10), 'ada', 'therapist')],
    ['put off', snoozed(decision, day(10), day(11)), snoozed(reassessment, day(10), day(11))],
    ['said to be done', done(check, day(10)), done(task('safety-plan', 'c1'), day(10))],
  ])('%s by the same person at the same moment are two', (_, one, other) => {
    const { events } = given(steppedUp, raised('suicidality', day(10)), one).when(other);
    expect(events.filter(({ actor }) => actor.kind === 'person')).toHaveLength(1);
  });
});

describe('who has a task', () => {
  it('is a person, whatever role a machine claims', () => {
    const machine = { id: 'feed', kind: 'system', role: 'coordinator' } as const;
    const { rejection } = given(steppedUp).when({ ...claimed(appointment, day(10)), actor: machine });
    const needs = ['coordinator', 'programme-manager', 'medical-director'];
    expect(rejection).toEqual({ type: 'RoleNotAllowed', role: 'coordinator', needs });
  });

  it('takes on what they were given, by their own word', () => {
    const task_ = taskAfter(
      appointment,
      steppedUp,
      assigned(appointment, day(10), 'coordinator-1', 'coordinator'),
      claimed(appointment, later),
    );
    expect(task_?.owner).toEqual({ staffId: 'coordinator-1', role: 'coordinator', by: 'claim', since: later });
  });

  it('keeps it from others, by whom it was given, too; only a crisis is anyone’s who is there', () => {
    expect(
      given(steppedUp, assigned(appointment, day(10), 'ada', 'coordinator')).when(claimed(appointment, later))
        .rejection,
    ).toEqual({ type: 'TaskTaken', taskId: appointment, owner: 'ada' });
    expect(
      given(inCrisis, claimed(crisis, day(2), 'nurse')).when(claimed(crisis, plusMinutes(day(2), 5), 'therapist'))
        .rejection,
    ).toEqual({ type: 'TaskTaken', taskId: crisis, owner: 'nurse-1' });
  });

  it('is one of those who may do it', () => {
    expect(given(steppedUp).when(assigned(check, day(10), 'ada', 'coordinator')).rejection).toEqual({
      type: 'RoleNotAllowed',
      role: 'coordinator',
      needs: ['nurse', 'medical-director'],
    });
    const everybody = [
      'coordinator',
      'therapist',
      'prescriber',
      'nurse',
      'peer-worker',
      'medical-director',
      'programme-manager',
    ];
    expect(given(inCrisis).when(claimed(crisis, day(2), 'privacy-officer')).rejection).toMatchObject({
      needs: everybody,
    });
  });
});

describe('what ends a task', () => {
  it('is an assessment for these kinds', () => {
    expect(taskKinds.filter(endsByAssessment)).toEqual(['reassessment', 'initial-assessment', 'dimension-evaluation']);
  });

  it('is a person’s word for those that no record answers, among them every check of somebody’s safety', () => {
    const byWord = taskKinds.filter(endsByWord);
    for (const kind of ['overdose-check', 'withdrawal-check', 'safety-call', 'tolerance-check', 'safety-plan'] as const)
      expect(byWord).toContain(kind);
    for (const kind of ['crisis', 'reassessment', 'confirm-result', 'schedule-hand-off', 'confirm-return'] as const)
      expect(byWord).not.toContain(kind);
  });

  it('is named where a word does not', () => {
    expect(given(steppedUp).when(done(appointment, day(10))).rejection).toEqual({
      type: 'TaskAnsweredOtherwise',
      taskId: appointment,
      commands: ['ScheduleHandOff'],
    });
    expect(given(inCareAt('iop')).when(done(check, day(10))).rejection).toEqual({ type: 'UnknownTask', taskId: check });
  });
});
