import { continues, day, definitive, inCareAt, opened, takes } from '../specs/commands.ts';
import { assessed } from '../specs/assessments.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import {
  appointed,
  arrived,
  cancelledBy,
  discharged,
  first,
  goalReached,
  goalsSet,
  happened,
  held,
  notMade,
  notSeen,
  overrideTo,
  second,
} from '../specs/moves.ts';
import { noSlot } from '../specs/waiting.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const steppingUp = [...inIop, definitive([['cocaine', 'positive']])];
const again = `${first}.again-1`;

describe('a person on the way to another level', () => {
  it('changes the level at the first attended service, and not before', () => {
    const { journey } = given(steppingUp, appointed(first, day(10), day(11)))
      .when(arrived(first, day(11)))
      .thenIncludes(happened('TransitionCompleted', { from: 'iop', to: 'residential', attendedAt: day(11) }));
    expect(journey.stays).toEqual([
      { level: 'iop', since: day(0), until: day(11) },
      { level: 'residential', since: day(11) },
    ]);
    expect(given(steppingUp).when(appointed(first, day(10), day(11))).journey.stays).toHaveLength(1);
  });

  it('keeps the sealed words that came with the appointment and with the arrival', () => {
    const reason = { sealed: 'kid.nonce.words' };
    given(steppingUp)
      .when({ ...appointed(first, day(10), day(11)), reason }, { ...arrived(first, day(11)), reason })
      .thenIncludes(happened('HandOffScheduled', { reason }), happened('TransitionCompleted', { reason }));
  });

  it('needs no appointment to arrive', () => {
    given(steppingUp)
      .when(arrived(first, day(11)))
      .thenIncludes(happened('TransitionCompleted'));
  });

  it('may have arrived before the move was recorded, but not before its ground was collected', () => {
    const late = definitive([['cocaine', 'positive']], { collectedAt: day(10), reportedAt: day(12) });
    given(inIop, late)
      .when(arrived(first, day(11), day(13)))
      .thenIncludes(happened('TransitionCompleted', { attendedAt: day(11) }));
    given(inIop, late)
      .when(arrived(first, day(9), day(13)))
      .thenRejects('AttendedBeforeItsGround');
  });

  it('cannot have arrived in the future', () => {
    given(steppingUp)
      .when(arrived(first, day(12), day(11)))
      .thenRejects('InTheFuture');
  });

  it('closes the tasks of the move on arrival; reassessment and overdose check are not answered by it', () => {
    const { journey } = given(steppingUp).when(arrived(first, day(10)));
    const open = journey.tasks.filter((task) => task.state === 'open').map((task) => task.kind);
    expect(open).toEqual(['initial-assessment', 'reassessment', 'overdose-check']);
  });

  it('answers the task to make an appointment by making one; another time for it is no new task', () => {
    given(steppingUp)
      .when(appointed(first, day(10), day(11)), appointed(first, day(10), day(12)))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.schedule-hand-off.t1' }))
      .thenLacks(taskOpened('schedule-hand-off'));
  });

  it('gets outreach the same day and a new appointment within a day when not seen', () => {
    const { journey } = given(steppingUp, appointed(first, day(10), day(11)))
      .when(notSeen(first, day(11)))
      .thenIncludes(
        happened('HandOffMissed', { times: 1, reasonCode: 'did-not-attend' }),
        taskOpened('hand-off-outreach', { subject: again, dueAt: plusHours(day(11), 12) }),
        taskOpened('schedule-hand-off', { subject: again, dueAt: day(12) }),
      )
      .thenLacks('TransitionEscalated');
    expect(journey.status === 'active' && journey.transition?.state).toBe('started');
  });

  it('keeps an appointment that was made since, when it is told late that the one before was not attended', () => {
    const made = [appointed(first, day(10), day(11)), appointed(first, plusHours(day(11), 4), day(12))];
    const { journey } = given(steppingUp, made)
      .when(notSeen(first, day(11)))
      .thenIncludes(happened('HandOffMissed', { times: 1 }))
      .thenLacks(taskOpened('schedule-hand-off'));
    expect(journey.status === 'active' && journey.transition).toMatchObject({ appointmentAt: day(12) });
  });

  it('is asked after two hours later when nobody said whether they came, and what is then said answers it', () => {
    const asked = [...steppingUp, appointed(first, day(10), day(11)), timePasses(plusHours(day(11), 2))];
    const subject = `${first}.at-${day(11)}`;
    given(steppingUp, appointed(first, day(10), day(11)))
      .when(timePasses(plusHours(day(11), 1.9)))
      .thenLacks(taskOpened('record-attendance'));
    given(steppingUp, appointed(first, day(10), day(11)))
      .when(timePasses(plusHours(day(11), 2)))
      .thenIncludes(taskOpened('record-attendance', { subject, role: 'coordinator', dueAt: plusHours(day(11), 14) }));
    const taskId = `episode-1.task.record-attendance.t1.at-${day(11)}`;
    const answered = happened('TaskCompleted', { taskId });
    given(asked)
      .when(arrived(first, day(11), plusHours(day(11), 3)))
      .thenIncludes(answered);
    given(asked)
      .when(notSeen(first, plusHours(day(11), 3)))
      .thenIncludes(answered);
    given(asked)
      .when(appointed(first, plusHours(day(11), 3), day(12)))
      .thenIncludes(answered);
    given(asked)
      .when(cancelledBy(first, 'no-longer-indicated', plusHours(day(11), 3)))
      .thenIncludes(happened('TaskCancelled', { taskId }));
  });

  it('has an appointment to be made within the target of a day for fentanyl, of three days after residential', () => {
    given(inIop)
      .when(definitive([['fentanyl', 'positive']], { collectedAt: day(35) }))
      .thenIncludes(taskOpened('schedule-hand-off', { dueAt: day(36) }));
    given(inCareAt('residential'))
      .when(overrideTo('aftercare', day(9)))
      .thenIncludes(
        taskOpened('schedule-hand-off', { dueAt: day(10) }),
        happened('TransitionStarted', { targetAt: day(12) }),
      );
  });

  it('leaves no level without the next dose of a medication for opioid use disorder, whoever decided', () => {
    const taking = [...inIop, takes('methadone', { kind: 'moud' })];
    given(taking)
      .when(overrideTo('aftercare', day(3)))
      .thenIncludes(taskOpened('medication-continuity', { subject: first, role: 'nurse', dueAt: day(4) }));
    given(taking, continues('methadone', day(3), day(9)))
      .when(overrideTo('aftercare', day(3)))
      .thenLacks(taskOpened('medication-continuity'));
  });

  it('has three days for a new appointment on the way down from IOP', () => {
    given(inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20)))
      .when(notSeen(first, day(25)))
      .thenIncludes(taskOpened('schedule-hand-off', { dueAt: day(28) }));
  });

  it('has a day from detox to residential, and a week, three days as target, from detox to any other level', () => {
    given(inCareAt('detox'))
      .when(overrideTo('residential', day(4)))
      .thenIncludes(happened('TransitionStarted', { handOffDueAt: day(5) }));
    given(inCareAt('detox'))
      .when(overrideTo('iop', day(4)))
      .thenIncludes(happened('TransitionStarted', { handOffDueAt: day(11), targetAt: day(7) }));
  });

  it('error 15: leaves detox for the next level within a day, tracked until seen there; detox completes no episode', () => {
    const leaving = [...inCareAt('detox'), goalsSet(day(1), 'd1'), goalReached('d1', day(4))];
    given(inCareAt('detox'))
      .when(discharged('completed', day(4)))
      .thenRejects('DetoxIsNotAnEpisode');
    const { journey } = given(leaving)
      .when(timePasses(day(5)))
      .thenIncludes(
        happened('TransitionEscalated', { transitionId: first, cause: 'hand-off-overdue' }),
        taskOpened('hand-off-overdue', { subject: first }),
      );
    expect(journey).toMatchObject({
      status: 'active',
      stay: { level: 'detox' },
      transition: { to: 'residential', handOffDueAt: day(5) },
    });
    given(leaving, notSeen(first, plusHours(day(4), 2)))
      .when(notSeen(first, plusHours(day(4), 4)))
      .thenIncludes(happened('TransitionEscalated', { cause: 'did-not-attend-twice' }));
  });

  it('error 17: stays with the level that sends until seen at the next one: one episode, two stays', () => {
    const underWay = given(steppingUp).when(appointed(first, day(10), day(12)), timePasses(plusHours(day(12), -1)));
    expect(underWay.journey).toMatchObject({ status: 'active', stay: { level: 'iop' } });
    const { journey } = given(steppingUp).when(arrived(first, day(12)));
    expect(journey.stays.map(({ level, until }) => [level, until])).toEqual([
      ['iop', day(12)],
      ['residential', undefined],
    ]);
  });

  it('goes to somebody above when not seen a second time, once', () => {
    const { events } = given(steppingUp, notSeen(first, plusHours(day(10), 1))).when(
      notSeen(first, plusHours(day(10), 2)),
      notSeen(first, plusHours(day(10), 3)),
    );
    const escalated = events.filter((event) => event.type === 'TransitionEscalated');
    expect(escalated.map((event) => event.data.cause)).toEqual(['did-not-attend-twice']);
  });

  it('is overdue once, at its deadline', () => {
    const { events } = given(steppingUp)
      .when(timePasses(day(40)))
      .thenIncludes(taskOpened('hand-off-overdue', { subject: first }));
    const overdue = events.filter((event) => event.type === 'TransitionEscalated');
    expect(overdue.map(({ occurredAt, data }) => [occurredAt, data.cause])).toEqual([[day(13), 'hand-off-overdue']]);
  });

  it('is on the list again after it waited for a hold', () => {
    const overdue = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20)), timePasses(day(35))];
    given(overdue, held('h1', day(35), day(40)))
      .when(timePasses(day(40)))
      .thenIncludes(happened('TransitionResumed'), taskOpened('hand-off-overdue', { subject: first }));
  });

  it('is not overdue any more once seen', () => {
    given(steppingUp, arrived(first, day(12)))
      .when(timePasses(day(40)))
      .thenLacks('TransitionEscalated');
  });

  it('knows the same appointment, no-show and arrival when told again', () => {
    given(steppingUp, appointed(first, day(10), day(11)))
      .when(appointed(first, day(10), day(11)))
      .thenNothing();
    given(steppingUp, notSeen(first, plusHours(day(10), 1)))
      .when(notSeen(first, plusHours(day(10), 1)))
      .thenNothing();
    given(steppingUp, arrived(first, day(10)))
      .when(arrived(first, day(10)))
      .thenNothing();
  });

  it('is on one move only: another is not known', () => {
    given(steppingUp)
      .when(arrived(second, day(10)))
      .thenRejects('UnknownTransition');
  });
});

describe('a person’s override', () => {
  it('starts a move to any level, with its kind by how much support the levels give', () => {
    given(inIop)
      .when(overrideTo('detox', day(3)))
      .thenIncludes(
        happened('TransitionStarted', { kind: 'step-up', to: 'detox', reasonCode: 'clinical-judgement', grounds: [] }),
      );
    given(inIop)
      .when(overrideTo('aftercare', day(3)))
      .thenIncludes(happened('TransitionStarted', { kind: 'step-down', to: 'aftercare', handOffDueAt: day(17) }));
  });

  it('takes the place of an open move, and keeps the grounds of a step up', () => {
    given(steppingUp)
      .when(overrideTo('detox', day(10)))
      .thenIncludes(
        happened('TransitionCancelled', { transitionId: first, cause: 'override' }),
        happened('TransitionStarted', {
          transitionId: second,
          to: 'detox',
          grounds: ['episode-1.use.S-2026-05-14T12'],
        }),
      );
  });

  it('counts also on hold', () => {
    given(inIop, held('h1', day(2), day(9)))
      .when(overrideTo('residential', day(3)))
      .thenIncludes(happened('TransitionStarted'))
      .thenLacks('TransitionSuspended');
  });

  it('needs a reason, a level that there is, and another than the present one', () => {
    given(inIop)
      .when(overrideTo('residential', day(3), { reason: undefined }))
      .thenRejects('ReasonRequired');
    given(inIop)
      .when(overrideTo('php', day(3)))
      .thenRejects('UnknownLevel');
    given(inIop)
      .when(overrideTo('iop', day(3)))
      .thenRejects('SameLevel');
  });

  it('is no news while it is under way', () => {
    given(inIop, overrideTo('residential', day(3)))
      .when(overrideTo('residential', day(3)))
      .thenNothing();
  });

  it('is not begun a second time when it is told again after it was made or ended', () => {
    const told = overrideTo('residential', day(3));
    for (const since of [arrived(first, day(4)), cancelledBy(first, 'clinician-retains', day(4))])
      given(inIop, told, since).when(told).thenNothing();
    given(inIop, told, arrived(first, day(4)), overrideTo('iop', day(6)), arrived(second, day(7)))
      .when(told)
      .thenNothing();
    given(inIop, told, discharged('dropped-out', day(5)))
      .when(told)
      .thenNothing();
  });

  it('may be decided anew once it was ended', () => {
    given(inIop, overrideTo('residential', day(3)), cancelledBy(first, 'clinician-retains', day(4)))
      .when(overrideTo('residential', day(5)))
      .thenIncludes(happened('TransitionStarted', { transitionId: second, to: 'residential' }));
  });

  it('needs a person in care', () => {
    given(opened())
      .when(overrideTo('residential', day(3)))
      .thenRejects('NotAdmitted');
    given(inIop, discharged('dropped-out', day(2)))
      .when(overrideTo('residential', day(3)))
      .thenRejects('EpisodeDischarged');
  });
});

describe('a move that a person cancels', () => {
  it('leaves the person where they are, and its tasks are not asked for any more', () => {
    const { journey } = given(steppingUp)
      .when(cancelledBy(first, 'no-longer-indicated', day(10)))
      .thenIncludes(happened('TransitionCancelled', { cause: 'no-longer-indicated' }))
      .thenLacks(taskOpened('safety-plan'));
    expect(journey.status === 'active' && journey.transition).toBeUndefined();
    const open = journey.tasks.filter((task) => task.state === 'open').map((task) => task.kind);
    expect(open).toEqual(['initial-assessment', 'reassessment', 'overdose-check']);
  });
});

describe('a move that a person ends as not made', () => {
  it('error 17: leaves the person with the level that sends, which was responsible all along', () => {
    const { journey } = given(steppingUp, notSeen(first, plusHours(day(10), 1)))
      .when(notMade(first, day(12)))
      .thenIncludes(
        happened('TransitionFailed', {
          transitionId: first,
          kind: 'step-up',
          to: 'residential',
          times: 1,
          reasonCode: 'did-not-attend',
        }),
      )
      .thenLacks('EpisodeDischarged');
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'iop', since: day(0) } });
    expect(journey.status === 'active' && journey.transition).toBeUndefined();
  });

  it('asks what the person needs now, and for a plan to be safe where more support was meant', () => {
    given(steppingUp, timePasses(day(10)), assessed({ 4: '3.5' }, day(11)))
      .when(notMade(first, day(12)))
      .thenIncludes(taskOpened('reassessment', { subject: first }), taskOpened('safety-plan', { dueAt: day(13) }));
    given(inIop, overrideTo('aftercare', day(3)))
      .when(notMade(first, day(12)))
      .thenIncludes(taskOpened('reassessment', { subject: first }))
      .thenLacks(taskOpened('safety-plan'));
  });

  it('is not begun again by a rule until there is a further reason', () => {
    const down = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20))];
    given(down, notMade(first, day(22)))
      .when(timePasses(day(80)))
      .thenLacks('TransitionStarted');
    given(steppingUp, notMade(first, day(12)))
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(20) }))
      .thenIncludes(happened('TransitionStarted', { transitionId: second }));
  });

  it('never ends by time, however often the person was not seen: only a person’s word ends it', () => {
    const missed = [1, 2, 3, 4].map((hours) => notSeen(first, plusHours(day(10), hours)));
    const { journey } = given(steppingUp, missed)
      .when(timePasses(day(200)))
      .thenLacks('TransitionFailed');
    expect(journey.status === 'active' && journey.transition?.transitionId).toBe(first);
  });

  it('is no news when told again, by whichever word it ended, and did not end otherwise', () => {
    given(steppingUp, notMade(first, day(12)))
      .when(notMade(first, day(12)))
      .thenNothing();
    given(steppingUp, notMade(first, day(12)))
      .when(notMade(first, day(12), { reasonCode: 'declined' }))
      .thenRejects('UnknownTransition');
    given(steppingUp, cancelledBy(first, 'clinician-retains', day(12)))
      .when(cancelledBy(first, 'clinician-retains', day(12)))
      .thenNothing();
    given(steppingUp, cancelledBy(first, 'clinician-retains', day(12)))
      .when(cancelledBy(first, 'no-longer-indicated', day(12)))
      .thenRejects('UnknownTransition');
  });

  it('knows its appointments and no-shows when they are told again', () => {
    const told = [appointed(first, day(10), day(11)), notSeen(first, day(11))];
    for (const again of told)
      given(steppingUp, told, arrived(first, day(12)))
        .when(again)
        .thenNothing();
    given(steppingUp, noSlot(first, day(11)), arrived(first, day(12)))
      .when(noSlot(first, day(11)))
      .thenNothing();
  });

  it('needs a reason, and a move that has begun', () => {
    given(steppingUp)
      .when(notMade(first, day(12), { reason: undefined }))
      .thenRejects('ReasonRequired');
    given(steppingUp)
      .when(notMade(second, day(12)))
      .thenRejects('UnknownTransition');
  });
});
