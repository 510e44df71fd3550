import { due } from '../advance.ts';
import { evolve } from '../evolve.ts';
import type { CareEvent, CareEventOf } from '../events.ts';
import { admitted, day, definitive, inCareAt, missed, opened, said } from '../specs/commands.ts';
import { reachedOut } from '../specs/contact.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { appointed, arrived, discharged, done, first, happened, notSeen, overrideTo, session } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { fullContinuum } from '../specs/standard-four.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours, type Instant } from '../time.ts';
import type { TaskKind } from '../vocabulary.ts';

// Admission is on Monday, 4 May 2026, 8 in the morning of New York: the local day begins 8 hours before.
const inIop = inCareAt('iop');
const dayBegins = (days: number): Instant => plusHours(day(days), -8);
const came = (onDay: number) => session(day(onDay));
const didNotCome = (onDay: number) => session(day(onDay), 180, 'missed');
const task = (kind: TaskKind, subject: string): string => `episode-1.task.${kind}.${subject}`;
const asked = (events: readonly CareEvent[], kind: TaskKind): CareEventOf<'TaskOpened'>[] =>
  events.filter((event): event is CareEventOf<'TaskOpened'> => event.type === 'TaskOpened' && event.data.kind === kind);
function lived(...steps: readonly (Step | readonly Step[])[]): Lived {
  const one = new Lived();
  for (const step of steps.flat()) one.step(step);
  return one;
}
const lost = (events: readonly CareEvent[]) =>
  events
    .filter((event): event is CareEventOf<'ContactLost'> => event.type === 'ContactLost')
    .map(({ occurredAt, data }) => ({ occurredAt, ...data }));

describe('an attempt to reach the person', () => {
  it('is recorded with its channel, and whether it reached them', () => {
    given(inIop)
      .when(reachedOut(day(1), { channel: 'text', reached: true }))
      .thenIncludes(happened('OutreachRecorded', { at: day(1), channel: 'text', reached: true }));
  });

  it('is known when told again, and refused when told otherwise', () => {
    given(inIop, reachedOut(day(1)))
      .when(reachedOut(day(1)))
      .thenNothing();
    given(inIop, reachedOut(day(1)))
      .when(reachedOut(day(1), { reached: true }))
      .thenRejects('OutreachConflict');
  });

  it('may be told before admission and after the end, not before it was made', () => {
    given(opened())
      .when(reachedOut(day(-3)))
      .thenIncludes(happened('OutreachRecorded'));
    given(inIop, discharged('dropped-out', day(3)))
      .when(reachedOut(day(4)))
      .thenIncludes(happened('OutreachRecorded'));
    given(inIop)
      .when(reachedOut(day(3), { toldAt: day(2) }))
      .thenRejects('InTheFuture');
  });

  it('that reaches the person answers the call about a missed drug test, and is no specimen', () => {
    const { journey } = given(inIop, missed(day(2)))
      .when(reachedOut(day(2.2), { reached: true }))
      .thenIncludes(happened('TaskCompleted', { taskId: task('outreach', day(2)) }));
    expect(journey.tasks.find(({ kind }) => kind === 'new-collection')?.state).toBe('open');
  });
});

describe('an attempt to reach somebody who did not attend a hand-off', () => {
  it('answers that outreach, whether they were reached or not', () => {
    const missedHandOff = [overrideTo('residential', day(1)), appointed(first, day(1), day(2)), notSeen(first, day(3))];
    given(inIop, missedHandOff)
      .when(reachedOut(day(3.2)))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.hand-off-outreach.t1.again-1' }));
  });
});

describe('a person in IOP who missed a session', () => {
  const missedOne = [...inIop, didNotCome(2)];

  it('error 7: is called the same day; the session stays missed, neither attended nor dropped', () => {
    given(inIop)
      .when(didNotCome(2))
      .thenIncludes(
        taskOpened('contact-outreach', { role: 'coordinator', subject: '2026-05-06', dueAt: plusHours(day(2), 12) }),
      );
    const { journey } = given(missedOne).when(reachedOut(day(2.2), { reached: true }), timePasses(day(8)));
    expect(journey.sessions).toMatchObject([{ attendance: 'missed' }]);
    expect(journey.attendanceWeeks).toMatchObject([{ attendedMinutes: 0, scheduledMinutes: 180 }]);
  });

  it('is not looked for when another session of the day was attended, or the absence was excused', () => {
    given(inIop, session(plusHours(day(2), 3)))
      .when({ ...didNotCome(2), ...said(plusHours(day(2), 4)) })
      .thenLacks('TaskOpened');
    given(inIop)
      .when(session(day(2), 180, 'excused'), session(day(3), 180, 'cancelled-by-site'), timePasses(day(40)))
      .thenLacks('ContactLost')
      .thenLacks(taskOpened('contact-outreach'));
  });

  it('was called when an attempt is recorded; the call counts although it reached nobody', () => {
    given(missedOne)
      .when(reachedOut(plusHours(day(2), 2)))
      .thenIncludes(happened('TaskCompleted', { taskId: task('contact-outreach', '2026-05-06') }));
  });

  it('cannot be said to have been called: the attempt is recorded', () => {
    given(missedOne)
      .when(done(task('contact-outreach', '2026-05-06'), day(2.1)))
      .thenRejects('TaskAnsweredOtherwise');
  });

  it('is out of contact after 1, 3, 7 and 30 days, each said once, at the beginning of the local day', () => {
    const { events } = given(missedOne).when(timePasses(day(60)));
    expect(lost(events)).toEqual([
      { since: '2026-05-06', days: 1, occurredAt: dayBegins(3) },
      { since: '2026-05-06', days: 3, occurredAt: dayBegins(5) },
      { since: '2026-05-06', days: 7, occurredAt: dayBegins(9) },
      { since: '2026-05-06', days: 30, occurredAt: dayBegins(32) },
    ]);
  });

  it('is looked for again on each of these days, at last by letter or a peer; after a month a therapist decides', () => {
    const { events } = given(missedOne).when(timePasses(day(60)));
    expect(asked(events, 'contact-outreach').map(({ data }) => [data.subject, data.role, data.dueAt])).toEqual([
      // More than one channel within 72 hours.
      ['2026-05-06.day-1', 'coordinator', dayBegins(5)],
      ['2026-05-06.day-3', 'coordinator', plusHours(dayBegins(5), 12)],
      ['2026-05-06.day-7', 'peer-worker', plusHours(dayBegins(9), 12)],
    ]);
    expect(asked(events, 'contact-lost-review')).toMatchObject([
      { occurredAt: dayBegins(32), data: { role: 'therapist', subject: '2026-05-06' } },
    ]);
  });

  it('is never discharged for it by a rule', () => {
    given(missedOne)
      .when(timePasses(day(400)))
      .thenLacks('EpisodeDischarged', 'TransitionStarted');
  });

  it('was looked for on day 1 when two channels were tried by then, one of them that day', () => {
    const dayOne = task('contact-outreach', '2026-05-06.day-1');
    const phoned = [...missedOne, reachedOut(plusHours(day(2), 2)), timePasses(day(3))];
    given(phoned)
      .when(reachedOut(day(3.1)))
      .thenLacks(happened('TaskCompleted', { taskId: dayOne }));
    given(phoned)
      .when(reachedOut(day(3.1), { channel: 'text' }))
      .thenIncludes(happened('TaskCompleted', { taskId: dayOne }));
  });

  it.each([
    ['comes again', came(4)],
    ['is reached', reachedOut(day(4), { reached: true })],
    ['gives a specimen', definitive([['cocaine', 'negative']], { collectedAt: day(4) })],
    ['goes to hospital, as somebody knows', leaves(day(4), 'hospital')],
  ])('is in contact when the person %s: what was asked for ends, and nothing follows', (_, step) => {
    const { events, journey } = given(missedOne, timePasses(day(3))).when(step, timePasses(day(60)));
    expect(lost(events)).toEqual([]);
    const outreach = journey.tasks.filter(({ kind }) => kind === 'contact-outreach');
    expect(outreach.map(({ state }) => state)).toEqual(['completed', 'completed']);
  });

  it('is counted from the next session that is missed after a contact', () => {
    const { events } = given(missedOne, came(4)).when(didNotCome(7), timePasses(day(9)));
    expect(lost(events)).toMatchObject([{ since: '2026-05-11', days: 1 }]);
  });

  it('was never out of contact when a contact of before becomes known', () => {
    const { journey } = given(missedOne, timePasses(day(6))).when({ ...came(5), ...said(day(6.5)) });
    expect(journey.tasks.filter(({ kind, state }) => kind === 'contact-outreach' && state === 'open')).toEqual([]);
  });

  it('is not looked for any more after the end of the episode, nor after death', () => {
    given(missedOne, discharged('dropped-out', day(3)))
      .when(timePasses(day(60)))
      .thenLacks('ContactLost')
      .thenLacks(taskOpened('contact-outreach'), taskOpened('contact-lost-review'));
    const { journey } = given(missedOne, discharged('dropped-out', day(3))).when(timePasses(day(4)));
    expect(journey.tasks.filter(({ kind, state }) => kind === 'contact-outreach' && state === 'open')).toEqual([]);
  });

  it('has arrived at another level: that is a contact', () => {
    const { events } = given(missedOne, overrideTo('residential', day(2.2))).when(
      arrived(first, day(2.9)),
      timePasses(day(40)),
    );
    expect(lost(events).filter(({ occurredAt }) => occurredAt > day(2.9))).toEqual([]);
  });
});

describe('what is waited for without contact', () => {
  it('is the next of the days on which somebody is asked, by its cause', () => {
    const one = lived(inIop, didNotCome(2), reachedOut(day(2.1)), reachedOut(day(3), { channel: 'text' }));
    expect(due(one.journey, one.context())).toEqual({
      at: dayBegins(5),
      cause: 'no-contact',
      subject: '2026-05-06.day-3',
    });
  });

  it('is nothing for missed contact itself: it is asked for at once', () => {
    const one = lived(inIop, timePasses(day(2)));
    const before = one.journey;
    one.step(didNotCome(2));
    const told = one.events.find(({ type }) => type === 'SessionRecorded');
    if (told === undefined) throw new Error('not recorded');
    expect(due(evolve(before, told), one.context())).toMatchObject({ cause: 'missed-contact', at: day(2) });
  });

  it('begins anew when the contact was recorded for somebody else and is withdrawn', () => {
    const facts = [...inIop, didNotCome(2), timePasses(day(3)), reachedOut(day(3.1), { reached: true })];
    const contact = idOf('OutreachRecorded', lived(facts).events);
    const { events } = given(facts).when(withdrawn(contact, day(4)), timePasses(day(6)));
    expect(lost(events)).toEqual([{ since: '2026-05-06', days: 3, occurredAt: dayBegins(5) }]);
  });
});

describe('several missed sessions', () => {
  const review = (subject: string) => taskOpened('missed-contact-review', { role: 'therapist', subject });

  it('ask for a clinical review: two in a row', () => {
    given(inIop, didNotCome(2)).when(didNotCome(4)).thenIncludes(review('2026-05-08'));
  });

  it('ask for one also when the person was reached by telephone in between', () => {
    given(inIop, didNotCome(2), reachedOut(day(2.2), { reached: true }))
      .when(didNotCome(4))
      .thenIncludes(review('2026-05-08'));
  });

  it('are no row with an attended session in between, but three within a fortnight ask all the same', () => {
    given(inIop, didNotCome(2), came(3)).when(didNotCome(4)).thenLacks(taskOpened('missed-contact-review'));
    given(inIop, didNotCome(2), came(3), didNotCome(7), came(8))
      .when(didNotCome(15))
      .thenIncludes(review('2026-05-19'));
    given(inIop, didNotCome(2), came(3), didNotCome(7), came(8))
      .when(didNotCome(16))
      .thenLacks(taskOpened('missed-contact-review'));
  });

  it('of one day are one: who misses a morning of three sessions has missed once', () => {
    const morning = [0, 1, 2].map((hour) => session(plusHours(day(2), hour), 60, 'missed'));
    const { events } = given(inIop).when(...morning);
    expect(asked(events, 'missed-contact-review')).toEqual([]);
    expect(asked(events, 'contact-outreach')).toHaveLength(1);
  });

  it('ask once while the review is open, also when the person comes again', () => {
    const { events, journey } = given(inIop, didNotCome(2), didNotCome(4)).when(didNotCome(7), didNotCome(9), came(10));
    expect(asked(events, 'missed-contact-review')).toEqual([]);
    expect(journey.tasks.find(({ kind }) => kind === 'missed-contact-review')?.state).toBe('open');
  });

  it('ask again after a review when two further ones are missed', () => {
    const reviewed = [didNotCome(2), didNotCome(4), done(task('missed-contact-review', '2026-05-08'), day(5))];
    given(inIop, ...reviewed)
      .when(didNotCome(7))
      .thenLacks(taskOpened('missed-contact-review'));
    given(inIop, ...reviewed, didNotCome(7))
      .when(didNotCome(9))
      .thenIncludes(review('2026-05-13'));
  });

  it('ask for nothing any more when it becomes known that the person came in between', () => {
    given(inIop, didNotCome(2), didNotCome(4))
      .when({ ...came(3), ...said(day(5)) })
      .thenIncludes(happened('TaskCancelled', { taskId: task('missed-contact-review', '2026-05-08') }));
  });
});

describe('a person who is away', () => {
  it('misses nothing: an absence on leave is no missed contact', () => {
    given(inIop, leaves(day(1), 'hospital'))
      .when(didNotCome(2), didNotCome(4), isBack(day(5)), timePasses(day(30)))
      .thenLacks('ContactLost')
      .thenLacks(taskOpened('contact-outreach'), taskOpened('missed-contact-review'));
  });

  it('is in contact on the day of the return, from which missed sessions count again', () => {
    const { events } = given(inIop, leaves(day(1), 'hospital'), isBack(day(5))).when(didNotCome(6), timePasses(day(8)));
    expect(lost(events)).toMatchObject([{ since: '2026-05-10', days: 1 }]);
  });
});

describe('a person who lives at the level, or is expected there every day', () => {
  const inResidential = inCareAt('residential');

  it('and is absent is asked after the same day for their safety', () => {
    given(inResidential)
      .when(didNotCome(2))
      .thenIncludes(
        taskOpened('absence-safety-check', { role: 'nurse', subject: '2026-05-06', dueAt: plusHours(day(2), 12) }),
      )
      .thenLacks(taskOpened('contact-outreach'));
  });

  it('was seen to be safe when they come, or when somebody says so', () => {
    const check = task('absence-safety-check', '2026-05-06');
    given(inResidential, didNotCome(2))
      .when(came(3))
      .thenIncludes(happened('TaskCompleted', { taskId: check }));
    given(inResidential, didNotCome(2))
      .when(done(check, day(2.1)))
      .thenIncludes(happened('TaskCompleted', { taskId: check }));
  });

  it('is asked after the same day in partial hospitalisation too', () => {
    const inPhp = [
      { ...opened({ programme: { id: 'full-continuum', version: 1 }, entryLevel: 'php' }) },
      admitted('php'),
    ];
    givenWith({ programme: fullContinuum }, inPhp)
      .when(didNotCome(2))
      .thenIncludes(taskOpened('absence-safety-check', { subject: '2026-05-06' }));
  });

  it('has one check open: the absence of a later day takes the place of the earlier one', () => {
    const { journey } = given(inResidential, didNotCome(2)).when(didNotCome(3));
    const checks = journey.tasks.filter(({ kind }) => kind === 'absence-safety-check');
    expect(checks.map(({ subject, state }) => [subject, state])).toEqual([
      ['2026-05-06', 'cancelled'],
      ['2026-05-07', 'open'],
    ]);
  });
});

describe('the rules, stopped while a person was out of contact', () => {
  it('say each stage at its own moment, and ask for what is due now only', () => {
    const { events } = given(inIop, came(1)).when({ ...didNotCome(2), ...said(day(10)) });
    expect(lost(events).map(({ days }) => days)).toEqual([1, 3, 7]);
    expect(asked(events, 'contact-outreach').map(({ data }) => data.subject)).toEqual(['2026-05-06.day-7']);
  });
});
