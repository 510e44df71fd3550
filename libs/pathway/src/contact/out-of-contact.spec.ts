import type { CareEvent } from '../events.ts';
import { day, definitive, inCareAt, said } from '../specs/commands.ts';
import { reachedOut } from '../specs/contact.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { appointed, arrived, discharged, done, first, happened, notSeen, overrideTo, session } from '../specs/moves.ts';
import { isBack, leaves } from '../specs/safety.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours, plusMinutes, type Instant } from '../time.ts';
import type { TaskKind } from '../vocabulary.ts';

// Admission is on Monday, 4 May 2026, 8 in the morning of New York: the local day begins 8 hours before.
const inIop = inCareAt('iop');
const dayBegins = (days: number): Instant => plusHours(day(days), -8);
const came = (onDay: number) => session(day(onDay));
const didNotCome = (onDay: number) => session(day(onDay), 180, 'missed');
const missedOne = [...inIop, didNotCome(2)];
const task = (kind: TaskKind, subject: string): string => `episode-1.task.${kind}.${subject}`;
const stateOf = (kind: TaskKind, subject: string, ...steps: readonly (Step | readonly Step[])[]) =>
  given(...steps)
    .when()
    .journey.tasks.find(({ taskId }) => taskId === task(kind, subject))?.state;
const lost = (events: readonly CareEvent[]) =>
  events.flatMap((event) => (event.type === 'ContactLost' ? [`${event.data.since}.${event.data.days}`] : []));
const review = (subject: string) => taskOpened('missed-contact-review', { subject });

describe('a second time out of contact', () => {
  it('is looked for from its own first day', () => {
    const { events } = given(missedOne, timePasses(day(3)), came(4))
      .when(didNotCome(7), timePasses(day(8)))
      .thenIncludes(taskOpened('contact-outreach', { subject: '2026-05-11', role: 'coordinator' }));
    expect(lost(events)).toEqual(['2026-05-11.1']);
  });

  it('is one also when the contact was on the day that was missed first, told later', () => {
    const reached = reachedOut(day(2.2), { reached: true, toldAt: day(4) });
    const { events } = given(missedOne, timePasses(day(3)), reached)
      .when(didNotCome(7), timePasses(day(8)))
      .thenIncludes(taskOpened('contact-outreach', { subject: '2026-05-11' }));
    expect(lost(events)).toEqual(['2026-05-11.1']);
  });
});

describe('what is a contact', () => {
  it.each<[string, readonly Step[], readonly string[]]>([
    [
      'an answer before, and a session after',
      [reachedOut(day(2), { reached: true }), didNotCome(3), came(4)],
      ['2026-05-07.1'],
    ],
    [
      'the return on the day itself',
      [leaves(day(1), 'hospital'), isBack(day(5)), session(plusHours(day(5), 4), 180, 'missed')],
      [],
    ],
  ])('is the last of all that is known: %s', (_, steps, stages) => {
    const { events } = given(inIop).when(...steps, timePasses(day(40)));
    expect(lost(events)).toEqual(stages);
  });

  it.each<[string, Step]>([
    [
      'a specimen whose report was cancelled',
      definitive([['cocaine', 'negative']], { collectedAt: day(4), status: 'cancelled' }),
    ],
    ['a call that reached nobody', reachedOut(day(4))],
    ['a session that was excused', session(day(4), 180, 'excused')],
  ])('is not %s', (_, step) => {
    const { events } = given(missedOne).when(step, timePasses(day(10)));
    expect(lost(events)).toEqual(['2026-05-06.1', '2026-05-06.3', '2026-05-06.7']);
  });
});

describe('outreach of the same day', () => {
  const outreach = 'contact-outreach' as const;

  it('was answered by whom it reached that day', () => {
    expect(stateOf(outreach, '2026-05-06', missedOne, reachedOut(day(2.2), { reached: true }))).toBe('completed');
  });

  it('is moot when the session was entered in error, and when the episode ended', () => {
    const recorded = idOf('SessionRecorded', given().when(...missedOne).events);
    expect(stateOf(outreach, '2026-05-06', missedOne, withdrawn(recorded, day(2.2)))).toBe('cancelled');
    expect(stateOf(outreach, '2026-05-06', missedOne, discharged('dropped-out', day(2.2)))).toBe('cancelled');
  });

  it('is asked of the last stage that has come, when the rules were stopped to that very moment', () => {
    const { events } = given(inIop).when({ ...didNotCome(2), ...said(dayBegins(5)) });
    expect(lost(events)).toEqual(['2026-05-06.1', '2026-05-06.3']);
    const asked = events.flatMap(({ type, data }) =>
      type === 'TaskOpened' && data.kind === outreach ? [data.subject] : [],
    );
    expect(asked).toEqual(['2026-05-06.day-3']);
  });
});

describe('outreach of the day after', () => {
  const [phone, text] = [
    (at: Instant) => reachedOut(at),
    (at: Instant) => reachedOut(at, { channel: 'text', outreachId: `text-${at}` }),
  ];
  it.each<[string, readonly Step[], string]>([
    ['by two channels, the second as the day begins', [phone(day(2.1)), text(dayBegins(3))], 'completed'],
    ['by two channels, the first as the first day begins', [phone(dayBegins(2)), text(day(3))], 'completed'],
    ['by two channels the day before', [phone(day(2.1)), text(day(2.2))], 'open'],
    [
      'by two channels, one of them before anything was missed',
      [phone(plusMinutes(dayBegins(2), -1)), text(day(3))],
      'open',
    ],
    ['by one channel twice', [phone(day(2.1)), phone(day(3))], 'open'],
  ])('was tried %s', (_, steps, state) => {
    expect(stateOf('contact-outreach', '2026-05-06.day-1', inIop, didNotCome(2), steps, timePasses(day(3.1)))).toBe(
      state,
    );
  });
});

describe('the look at somebody who was out of contact for a month', () => {
  const month = [...missedOne, timePasses(day(33))];
  it.each<[string, readonly Step[], string]>([
    ['stands while nobody is', [timePasses(day(60))], 'open'],
    ['is moot when the person comes again', [came(34)], 'cancelled'],
    [
      'is moot when it becomes known that they were reached that day',
      [reachedOut(day(2.2), { reached: true, toldAt: day(34) })],
      'cancelled',
    ],
    ['is done when the episode ends', [discharged('dropped-out', day(34))], 'completed'],
    ['is done by a word', [done(task('contact-lost-review', '2026-05-06'), day(34))], 'completed'],
  ])('%s', (_, steps, state) => {
    expect(stateOf('contact-lost-review', '2026-05-06', month, steps)).toBe(state);
  });
});

describe('sessions that count as missed in a row', () => {
  const reviewed = (subject: string, at: Instant) => done(task('missed-contact-review', subject), at);

  it('are those of the present stay', () => {
    const moved = [didNotCome(2), came(3), didNotCome(4), overrideTo('aftercare', day(4.5)), arrived(first, day(5))];
    given(inIop, moved).when(didNotCome(7)).thenLacks(review('2026-05-11'));
  });

  it('are days on which nothing was attended, nor excused', () => {
    const halfADay = [session(day(2), 60, 'missed'), session(plusHours(day(2), 2), 60)];
    given(inIop, halfADay, didNotCome(4), came(5)).when(didNotCome(7)).thenLacks(review('2026-05-11'));
    given(inIop, didNotCome(2))
      .when(session(day(4), 180, 'excused'))
      .thenLacks(taskOpened('missed-contact-review'));
  });

  it('are those since the last review, that day among what it looked at', () => {
    const asked = [...inIop, didNotCome(2), didNotCome(4)];
    given(asked, didNotCome(7), reviewed('2026-05-08', day(10)))
      .when(didNotCome(11))
      .thenLacks(review('2026-05-15'));
    given(asked, didNotCome(10), reviewed('2026-05-08', plusHours(day(10), 2)))
      .when(didNotCome(11))
      .thenLacks(review('2026-05-15'));
    given(asked, reviewed('2026-05-08', day(9)), didNotCome(10))
      .when(didNotCome(11))
      .thenIncludes(review('2026-05-15'));
  });

  it('are none that a review left out: one that became moot was none', () => {
    given(inIop, didNotCome(2), didNotCome(4), { ...came(3), ...said(day(5)) })
      .when(didNotCome(7))
      .thenIncludes(review('2026-05-11'));
  });
});

describe('the check on somebody who is expected every day', () => {
  const inResidential = inCareAt('residential');
  it('is about the last of several absences', () => {
    const { journey } = given(inResidential).when(didNotCome(2), didNotCome(3), didNotCome(4));
    const open = journey.tasks.filter(({ kind, state }) => kind === 'absence-safety-check' && state === 'open');
    expect(open.map(({ subject }) => subject)).toEqual(['2026-05-08']);
  });

  it('is done when they are reached the same day', () => {
    const reached = reachedOut(day(2.2), { reached: true });
    expect(stateOf('absence-safety-check', '2026-05-06', inResidential, didNotCome(2), reached)).toBe('completed');
  });
});

describe('an attempt at the very moment', () => {
  it('at which somebody was said not to have been seen is one', () => {
    const notThere = [overrideTo('residential', day(1)), appointed(first, day(1), day(2)), notSeen(first, day(3))];
    given(inIop, notThere)
      .when(reachedOut(day(3)))
      .thenIncludes(happened('TaskCompleted', { taskId: 'episode-1.task.hand-off-outreach.t1.again-1' }));
  });

  it('told otherwise contradicts', () => {
    expect(given(inIop, reachedOut(day(1))).when(reachedOut(day(1), { channel: 'text' })).rejection).toEqual({
      type: 'OutreachConflict',
      outreachId: `outreach-${day(1)}`,
    });
  });
});
