import { outstanding } from '../advance.ts';
import { evolve } from '../evolve.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { given, givenWith, Lived, timePasses } from '../specs/given.ts';
import { first, goalReached, goalsSet, happened, held, overrideTo, wholeWeek } from '../specs/moves.ts';
import { raised, resolved } from '../specs/safety.ts';
import { standardFour } from '../specs/standard-four.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours, plusMinutes } from '../time.ts';
import type { CrisisKind } from './vocabulary.ts';

const inIop = inCareAt('iop');
const task = (kind: string, subject = 'c1'): string => `episode-1.task.${kind}.${subject}`;
const another = { crisisId: 'c2' } as const;
const inCrisis = [...inIop, raised('suicidality', day(2))];

describe('what a crisis asks for', () => {
  const [in15Minutes, sameDay, nextDay] = [plusMinutes(day(2), 15), plusHours(day(2), 12), plusHours(day(2), 24)];
  const usual = [
    ['crisis', 'coordinator', in15Minutes],
    ['reassessment', 'therapist', nextDay],
  ];
  it.each<[CrisisKind, readonly string[][]]>([
    ['overdose', [...usual, ['overdose-check', 'nurse', sameDay]]],
    ['suicidality', [...usual, ['safety-plan', 'therapist', nextDay]]],
    ['severe-withdrawal', [...usual, ['withdrawal-check', 'nurse', sameDay]]],
    ['psychosis', usual],
    ['other', usual],
  ])('of %s, and of whom, until when', (kind, asked) => {
    const { events } = given(inIop, timePasses(day(2))).when(raised(kind, day(2)));
    const [crisis, ...tasks] = events;
    expect(tasks.map((event) => [event.type === 'TaskOpened' && Object.values(event.data), event.causedBy])).toEqual(
      asked.map(([of = '', role, dueAt]) => [[task(of), of, role, 'c1', dueAt], crisis?.id]),
    );
  });

  it('is asked once, and not of one that was over before the rules ran', () => {
    given(inCrisis)
      .when(timePasses(day(2)), raised('suicidality', day(2)))
      .thenLacks('TaskOpened');
    const one = new Lived();
    for (const step of inIop) one.step(step);
    const before = one.journey;
    one.step(raised('other', day(2)));
    one.step(resolved(day(2)));
    const told = one.events.filter(({ type }) => type === 'CrisisRaised' || type === 'CrisisResolved');
    const over = told.reduce(evolve, before);
    expect(outstanding(over, one.context()).filter(({ cause }) => cause === 'now')).toEqual([]);
  });
});

describe('two crises', () => {
  it('are two, each with its own end', () => {
    const { journey } = given(inCrisis, raised('psychosis', day(3), another)).when(resolved(day(4), 'c2'));
    expect(journey.crises).toMatchObject([
      { crisisId: 'c1', kind: 'suicidality' },
      { crisisId: 'c2', resolved: { at: day(4), actions: ['safety-plan-made'], recordedAt: day(4) } },
    ]);
    expect(journey.crises[0]).not.toHaveProperty('resolved');
    expect(journey.tasks.filter(({ kind }) => kind === 'crisis').map(({ state }) => state)).toEqual([
      'open',
      'completed',
    ]);
  });

  it('end a step down that a person decided between them: the second is new', () => {
    given(inCrisis, overrideTo('aftercare', day(3)))
      .when(raised('overdose', day(4), another))
      .thenIncludes(happened('TransitionCancelled', { transitionId: first, cause: 'crisis' }));
  });

  it('leave one that was decided after both', () => {
    given(inCrisis, raised('overdose', day(3), another))
      .when(overrideTo('aftercare', day(4)), timePasses(day(5)))
      .thenLacks('TransitionCancelled');
  });

  it('are told apart in what is refused', () => {
    expect(given(inCrisis).when(raised('other', day(3))).rejection).toEqual({ type: 'CrisisConflict', crisisId: 'c1' });
    expect(given(inCrisis).when(resolved(day(3), 'c2')).rejection).toEqual({ type: 'UnknownCrisis', crisisId: 'c2' });
    expect(given(inCrisis).when(resolved(plusMinutes(day(2), -1))).rejection).toEqual({
      type: 'EndsBeforeItBegins',
      field: 'occurredAt',
    });
    given(inCrisis)
      .when(resolved(day(2)))
      .thenIncludes(happened('CrisisResolved'));
  });
});

describe('a crisis that was entered in error', () => {
  const id = idOf('CrisisRaised', given().when(...inCrisis).events);

  it('asks no more to be acknowledged; the safety plan stands until somebody says that it is made', () => {
    const { journey } = given(inCrisis, raised('overdose', day(3), another)).when(withdrawn(id, day(4)));
    const open = journey.tasks.filter(({ state }) => state === 'open').map(({ taskId }) => taskId);
    expect(open).not.toContain(task('crisis'));
    expect(open).toContain(task('crisis', 'c2'));
    expect(open).toContain(task('safety-plan'));
  });
});

describe('a step down that waits', () => {
  const proposes = { ...standardFour, stepDown: { ...standardFour.stepDown, mode: 'confirm' } } as const;
  const ready = [...inIop, goalsSet(day(1), 'g1'), ...wholeWeek(14), goalReached('g1', day(21))];
  const ended = happened('TransitionCancelled', { transitionId: first, cause: 'crisis' });

  it('for a therapist to decide ends with a crisis too', () => {
    const { journey } = givenWith({ programme: proposes }, ready).when();
    expect(journey).toMatchObject({ transition: { state: 'proposed', kind: 'step-down' } });
    givenWith({ programme: proposes }, ready)
      .when(raised('other', day(22)))
      .thenIncludes(ended);
  });

  it('for the end of a hold ends with a crisis too', () => {
    const onHold = [...ready, held('h1', day(22), day(25))];
    const { journey } = given(onHold).when();
    expect(journey).toMatchObject({ transition: { state: 'suspended', kind: 'step-down' } });
    given(onHold)
      .when(raised('other', day(23)))
      .thenIncludes(ended);
  });

  it('and was begun at the moment at which the crisis became known, ends', () => {
    given(inIop, overrideTo('aftercare', day(5)))
      .when(raised('other', day(5)))
      .thenIncludes(ended);
  });
});
