import { day, definitive, inCareAt } from '../specs/commands.ts';
import { given, timePasses } from '../specs/given.ts';
import { arrived, done, first, happened } from '../specs/moves.ts';
import { assigned, claimed, raised, snoozed } from '../specs/safety.ts';
import { plusHours, plusMinutes } from '../time.ts';

const inIop = inCareAt('iop');
const task = (kind: string, subject: string): string => `episode-1.task.${kind}.${subject}`;
const [check, appointment] = [task('overdose-check', 's1'), task('schedule-hand-off', 't1')];
const steppedUp = [...inIop, definitive([['cocaine', 'positive']], { specimenId: 's1' }), timePasses(day(10))];
const later = plusHours(day(10), 2);
const inCrisis = [...inIop, raised('suicidality', day(2))];
const crisis = task('crisis', 'c1');

describe('a task', () => {
  it('is taken on by somebody of the role that is asked, or above it', () => {
    const { journey } = given(steppedUp)
      .when(claimed(appointment, day(10)))
      .thenIncludes(happened('TaskClaimed', { taskId: appointment }));
    expect(journey.tasks.find(({ taskId }) => taskId === appointment)).toMatchObject({
      owner: { staffId: 'coordinator-1', role: 'coordinator', by: 'claim', since: day(10) },
    });
    given(steppedUp)
      .when(claimed(appointment, day(10), 'medical-director'))
      .thenIncludes(happened('TaskClaimed'));
    given(steppedUp)
      .when(claimed(check, day(10), 'peer-worker'))
      .thenRejects('RoleNotAllowed');
  });

  it('is taken on once, and given to another only by being assigned', () => {
    const taken = [...steppedUp, claimed(appointment, day(10))];
    given(taken).when(claimed(appointment, later)).thenNothing();
    given(taken)
      .when(claimed(appointment, later, 'coordinator', 'coordinator-2'))
      .thenRejects('TaskTaken');
    const { journey } = given(taken)
      .when(assigned(appointment, later, 'coordinator-2', 'coordinator'))
      .thenIncludes(happened('TaskAssigned', { to: { staffId: 'coordinator-2', role: 'coordinator' } }));
    expect(journey.tasks.find(({ taskId }) => taskId === appointment)?.owner).toMatchObject({ by: 'assignment' });
    given(steppedUp, assigned(appointment, day(10), 'ada', 'coordinator'))
      .when(assigned(appointment, later, 'ada', 'coordinator'))
      .thenNothing();
  });

  it('is not taken back by what was said of it before, told again after another has it, or after it ended', () => {
    const first = [claimed(appointment, day(10)), assigned(appointment, day(10), 'ada', 'coordinator')] as const;
    const ben = assigned(appointment, later, 'ben', 'coordinator');
    for (const before of first) {
      const { journey } = given(steppedUp, before, ben).when(before).thenNothing();
      expect(journey.tasks.find(({ taskId }) => taskId === appointment)?.owner).toMatchObject({ staffId: 'ben' });
      given(steppedUp, before, arrived('episode-1.t1', day(11)), timePasses(day(11)))
        .when({ ...before, commandId: 'told-again' })
        .thenNothing();
    }
  });

  it('is assigned to somebody who may do it', () => {
    given(steppedUp)
      .when(assigned(check, day(10), 'ada', 'coordinator'))
      .thenRejects('RoleNotAllowed');
  });

  it('that is done or no longer asked for is nobody’s any more', () => {
    const over = [...steppedUp, done(check, day(10)), arrived(first, day(11)), timePasses(day(11))];
    for (const command of [claimed(check, day(11), 'nurse'), assigned(check, day(11), 'ada', 'nurse')])
      given(over).when(command).thenRejects('TaskNoLongerAsked');
    given(over)
      .when(snoozed(appointment, day(11), day(12)))
      .thenRejects('TaskNoLongerAsked');
    given(inIop)
      .when(claimed(check, day(11)))
      .thenRejects('UnknownTask');
    given()
      .when(claimed(check, day(11)))
      .thenRejects('EpisodeNotOpened');
  });
});

describe('a task that is overdue (due: task)', () => {
  // The appointment is asked of the coordinator within 24 hours.
  const due = plusHours(day(10), 24);

  it('goes up role by role, until nobody is above', () => {
    const { events, journey } = given(steppedUp).when(timePasses(day(40)));
    const ups = events.filter((event) => event.type === 'TaskEscalated' && event.data.taskId === appointment);
    expect(ups).toMatchObject([
      { occurredAt: due, data: { role: 'programme-manager', nextAt: plusHours(due, 24) } },
      { occurredAt: plusHours(due, 24), data: { role: 'medical-director' } },
    ]);
    expect(journey.tasks.find(({ taskId }) => taskId === appointment)).toMatchObject({ role: 'medical-director' });
  });

  it('is nobody’s until the next one takes it', () => {
    const { journey } = given(steppedUp, claimed(appointment, day(10))).when(timePasses(plusHours(due, 1)));
    expect(journey.tasks.find(({ taskId }) => taskId === appointment)?.owner).toBeUndefined();
  });
});

describe('a task that is put off', () => {
  const due = plusHours(day(10), 24);

  it('goes up later', () => {
    const { events } = given(steppedUp, snoozed(appointment, day(10), plusHours(due, 48))).when(timePasses(day(40)));
    const ups = events.filter((event) => event.type === 'TaskEscalated' && event.data.taskId === appointment);
    expect(ups[0]).toMatchObject({ occurredAt: plusHours(due, 48) });
  });

  it('is not put off to where it was before by what was said then, told again', () => {
    const sooner = snoozed(appointment, day(10), day(12));
    const { journey } = given(steppedUp, sooner, snoozed(appointment, later, day(13)))
      .when(sooner)
      .thenNothing();
    expect(journey.tasks.find(({ taskId }) => taskId === appointment)).toMatchObject({ snoozedUntil: day(13) });
  });

  it('is not put off without end, however often', () => {
    given(steppedUp)
      .when(snoozed(appointment, day(10), plusHours(due, 73)))
      .thenRejects('SnoozeTooLong');
    given(steppedUp, snoozed(appointment, day(10), plusHours(due, 72)))
      .when(snoozed(appointment, day(13), plusHours(due, 80)))
      .thenRejects('SnoozeTooLong');
    given(steppedUp)
      .when(snoozed(appointment, day(10), day(9)))
      .thenRejects('EndsBeforeItBegins');
    given(steppedUp, snoozed(appointment, day(10), due))
      .when(snoozed(appointment, day(10), due))
      .thenNothing();
  });

  it('is never one of somebody’s safety', () => {
    given(steppedUp)
      .when(snoozed(check, day(10), day(11)))
      .thenRejects('TaskNotSnoozable');
    given(inCrisis)
      .when(snoozed(crisis, day(2), day(3)))
      .thenRejects('TaskNotSnoozable');
  });
});

describe('error 25: the task of a crisis', () => {
  it('rings through the phone tree every 15 minutes, until the last is asked', () => {
    const { events } = given(inCrisis).when(timePasses(day(3)));
    const ups = events.filter((event) => event.type === 'TaskEscalated' && event.data.taskId === crisis);
    expect(ups).toMatchObject(
      ['therapist', 'nurse', 'medical-director'].map((role, index) => ({
        occurredAt: plusMinutes(day(2), 15 * (index + 1)),
        data: { role },
      })),
    );
  });

  it('rings no further once anybody who is there has acknowledged it', () => {
    given(inCrisis, timePasses(plusMinutes(day(2), 20)))
      .when(claimed(crisis, plusMinutes(day(2), 21), 'peer-worker'), timePasses(day(3)))
      .thenIncludes(happened('TaskClaimed', { taskId: crisis }))
      .thenLacks(happened('TaskEscalated', { taskId: crisis, role: 'nurse' }));
  });

  it('is not acknowledged by being given to somebody', () => {
    const given15 = [...inCrisis, assigned(crisis, plusMinutes(day(2), 10), 'ada', 'therapist')];
    given(given15)
      .when(timePasses(plusMinutes(day(2), 26)))
      .thenIncludes(happened('TaskEscalated', { taskId: crisis }));
    given(given15)
      .when(claimed(crisis, plusMinutes(day(2), 12), 'nurse'), timePasses(day(3)))
      .thenIncludes(happened('TaskClaimed'))
      .thenLacks(happened('TaskEscalated', { taskId: crisis }));
  });

  it('is taken on by people, not by machines', () => {
    given(inCrisis)
      .when({ ...claimed(crisis, day(2)), actor: { id: 'feed', kind: 'system', role: 'system' } })
      .thenRejects('RoleNotAllowed');
  });
});
