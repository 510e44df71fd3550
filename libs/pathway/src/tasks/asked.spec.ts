import { day, inCareAt, definitive } from '../specs/commands.ts';
import { given, timePasses } from '../specs/given.ts';
import { arrived, discharged, first, goalReached, goalsSet, held, overrideTo, wholeWeek } from '../specs/moves.ts';
import { raised } from '../specs/safety.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { plusHours, plusMinutes } from '../time.ts';
import type { TaskKind } from '../vocabulary.ts';
import { asksOwed } from './ask.ts';
import { askedOrDoneSince, notAsked, openTasks } from './open.ts';
import { settled } from './settled.ts';
import type { Task } from './state.ts';

const inIop = inCareAt('iop');
const { journey } = given(inIop).when(timePasses(day(10)));
const context = { now: day(10), programme: standardFour, calendar: newYork, eventId: String };
const about = (kind: TaskKind, subject: string, fields: Partial<Task> = {}): Task => ({
  taskId: `episode-1.task.${kind}.${subject}`,
  kind,
  role: 'therapist',
  subject,
  openedAt: day(5),
  dueAt: day(6),
  state: 'open',
  ...fields,
});
const withTask = (fields: Partial<Task>) => ({ ...journey, tasks: [about('reassessment', 'x', fields)] });
const completed = { state: 'completed', endedAt: day(7) } as const;
const cancelled = { state: 'cancelled', endedAt: day(7) } as const;

describe('what is asked', () => {
  const ask = { kind: 'reassessment', role: 'therapist', subject: 'x', withinHours: 24, since: day(5) } as const;

  it.each([
    ['is open', {}, day(5), false],
    ['is open, and the facts asked anew', {}, day(6), false],
    ['was cancelled', cancelled, day(5), true],
    ['was done', completed, day(5), false],
    ['was done, and the facts ask anew since it was opened', completed, plusMinutes(day(5), 1), true],
  ])('is asked again or not where it %s', (_, fields, since, again) => {
    expect(asksOwed(withTask(fields), [{ ...ask, since }])).toHaveLength(again ? 1 : 0);
  });

  it('is asked where it never was, from when the facts ask for it, and says what caused it', () => {
    const [owed] = asksOwed({ ...journey, tasks: [] }, [{ ...ask, causedBy: 'e1' }]);
    expect(owed).toMatchObject({ at: day(5), cause: 'now', subject: 'x', together: true });
    expect(owed?.make(context)).toStrictEqual([
      {
        type: 'TaskOpened',
        occurredAt: day(10),
        causedBy: 'e1',
        data: {
          taskId: 'episode-1.task.reassessment.x',
          kind: 'reassessment',
          role: 'therapist',
          subject: 'x',
          dueAt: plusHours(day(10), 24),
        },
      },
    ]);
    const [uncaused] = asksOwed({ ...journey, tasks: [] }, [{ ...ask, cause: 'birthday' }]);
    expect(uncaused?.cause).toBe('birthday');
    expect(uncaused?.make(context)[0]).not.toHaveProperty('causedBy');
  });

  it.each([
    ['open', {}, { asked: true, open: true, since: true }],
    ['cancelled', cancelled, { asked: false, open: false, since: false }],
    ['done at that moment', completed, { asked: true, open: false, since: true }],
    ['done before', { ...completed, endedAt: plusMinutes(day(7), -1) }, { asked: true, open: false, since: false }],
  ])('is known to be asked, open, or answered since: %s', (_, fields, { asked, open, since }) => {
    const known = withTask(fields);
    expect(notAsked(known, 'reassessment', 'x')).toBe(!asked);
    expect(openTasks(known, 'reassessment')).toHaveLength(open ? 1 : 0);
    expect(askedOrDoneSince(known, 'reassessment', day(7))).toBe(since);
    expect(askedOrDoneSince(known, 'crisis', day(7))).toBe(false);
    expect(openTasks(known, 'crisis')).toEqual([]);
    expect(notAsked(known, 'reassessment', 'y')).toBe(true);
  });
});

describe('a task about a move', () => {
  const rules = { programme: standardFour, calendar: newYork };
  const proposed = [...inIop, raised('suicidality', day(9)), definitive([['cocaine', 'positive']])];
  const goingDown = [...inIop, goalsSet(day(1), 'g1'), ...wholeWeek(14), goalReached('g1', day(21))];
  const states = [
    ['proposed', given(proposed).when().journey],
    ['started', given(inIop, overrideTo('residential', day(5))).when().journey],
    ['suspended', given(goingDown, held('h1', day(22), day(25))).when().journey],
  ] as const;

  it.each(states)('that is %s stands: what the person says and their medication are asked for', (state, on) => {
    expect(on).toMatchObject({ transition: { transitionId: first, state } });
    for (const kind of ['medication-continuity', 'ask-patient-decision'] as const) {
      expect(settled(on, about(kind, first), rules)).toBeUndefined();
      expect(settled(on, about(kind, 'episode-1.t9'), rules)).toBe('cancelled');
    }
  });

  it('that is overdue is about that move, while it is', () => {
    const on = given(inIop, overrideTo('residential', day(5))).when(timePasses(day(12))).journey;
    expect(settled(on, about('hand-off-overdue', first), rules)).toBeUndefined();
    expect(settled(on, about('hand-off-overdue', 'episode-1.t9'), rules)).toBe('cancelled');
    const over = given(inIop, overrideTo('residential', day(5)), timePasses(day(12))).when(
      discharged('dropped-out', day(12)),
    ).journey;
    expect(settled(over, about('hand-off-overdue', first), rules)).toBe('cancelled');
  });
});

describe('the end of the episode', () => {
  const rules = { programme: standardFour, calendar: newYork };
  const ended = given(inIop, discharged('other', day(9))).when().journey;

  it.each(['prepare-coming-of-age', 'turned-18', 'contact-outreach', 'medication-list', 'talk-about-result'] as const)(
    'ends what care here asks for: %s',
    (kind) => {
      expect(settled(ended, about(kind, 's9'), rules)).toBe('cancelled');
    },
  );

  it.each(['prepare-coming-of-age', 'turned-18'] as const)('and not before: %s', (kind) => {
    expect(settled(journey, about(kind, '2026-06-01'), rules)).toBeUndefined();
  });

  it.each(['safety-plan', 'tolerance-check', 'moud-same-day', 'withdrawal-check', 'late-result-review'] as const)(
    'leaves what somebody’s safety asks for: %s',
    (kind) => {
      expect(settled(ended, about(kind, 'c1'), rules)).toBeUndefined();
    },
  );

  it('or the withdrawal of what they stood on, ends these', () => {
    expect(settled(journey, about('suicide-risk', 'not-known'), rules)).toBe('cancelled');
    const moved = given(inIop, definitive([['cocaine', 'positive']])).when(arrived(first, day(11))).journey;
    // Its ground stands (again): there is nothing to reverse.
    expect(settled(moved, about('review-completed-move', first), rules)).toBe('cancelled');
    expect(settled(moved, about('review-completed-move', 'episode-1.t9'), rules)).toBeUndefined();
  });
});
