import { outstanding } from '../advance.ts';
import { evolve } from '../evolve.ts';
import { day, inCareAt } from '../specs/commands.ts';
import { goalReopened, goalWithdrawn } from '../specs/contact.ts';
import { given, Lived, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, first, goalReached, goalsSet, happened, overrideTo } from '../specs/moves.ts';

const inIop = inCareAt('iop');
const open = [...inIop, goalsSet(day(1), 'g1', 'g2')];

describe('what became of a goal', () => {
  const goalsAfter = (...steps: readonly Step[]) => given(open).when(...steps).journey.goals;

  it('is kept in its order, with the event that told of it', () => {
    const steps = [goalReached('g1', day(3)), goalReopened('g1', day(4)), goalWithdrawn('g1', day(5))];
    const { journey, events } = given(open).when(...steps);
    const [reached, reopened, withdrawn] = ['GoalCompleted', 'GoalReopened', 'GoalWithdrawn'].map(
      (type) => events.find((event) => event.type === type)?.id,
    );
    const setBy = journey.goals[1]?.eventId;
    expect(journey.goals).toStrictEqual([
      {
        goalId: 'g1',
        domain: 'coping-and-triggers',
        level: 'iop',
        state: 'withdrawn',
        setAt: day(1),
        setBy,
        changes: [
          { to: 'achieved', at: day(3), eventId: reached },
          { to: 'open', at: day(4), eventId: reopened },
          { to: 'withdrawn', at: day(5), eventId: withdrawn },
        ],
        withdrawnAt: day(5),
        eventId: withdrawn,
      },
      {
        goalId: 'g2',
        domain: 'coping-and-triggers',
        level: 'iop',
        state: 'open',
        setAt: day(1),
        setBy,
        changes: [],
        eventId: setBy,
      },
    ]);
  });

  it('shows no day of withdrawal once it is reached or open again', () => {
    for (const then of [[], [goalReached('g1', day(6))]])
      expect(goalsAfter(goalWithdrawn('g1', day(3)), goalReopened('g1', day(4)), ...then)[0]).not.toHaveProperty(
        'withdrawnAt',
      );
  });

  it('is told at other moments: the same day’s word on another change is none told again', () => {
    expect(goalsAfter(goalReached('g1', day(3)), goalReopened('g1', day(3)))[0]).toMatchObject({ state: 'open' });
    expect(goalsAfter(goalWithdrawn('g1', day(3)), goalReopened('g1', day(3)))[0]).toMatchObject({ state: 'open' });
    given(open, goalWithdrawn('g1', day(3)), goalReopened('g1', day(4)), goalWithdrawn('g2', day(5)))
      .when(goalWithdrawn('g1', day(3)))
      .thenNothing();
    given(open, goalWithdrawn('g1', day(3)), goalReopened('g1', day(4)))
      .when(goalWithdrawn('g1', day(5)))
      .thenIncludes(happened('GoalWithdrawn'));
    given(open, goalReached('g1', day(3)), goalReopened('g1', day(4)))
      .when(goalReached('g1', day(5)))
      .thenIncludes(happened('GoalCompleted'));
    given(open, goalWithdrawn('g1', day(3)))
      .when(goalWithdrawn('g1', day(5)))
      .thenNothing();
  });

  it.each([
    ['reached when it was withdrawn', goalWithdrawn('g1', day(3)), goalReached('g1', day(4)), 'withdrawn'],
    ['withdrawn when it was reached', goalReached('g1', day(3)), goalWithdrawn('g1', day(4)), 'achieved'],
  ])('is not %s', (_, before, command, state) => {
    expect(given(open, before).when(command).rejection).toEqual({ type: 'GoalNotOpen', goalId: 'g1', state });
  });

  it.each([goalReached('g9', day(3)), goalReopened('g9', day(3)), goalWithdrawn('g9', day(3))])(
    'is not known of a goal that was not set',
    (command) => {
      expect(given(open).when(command).rejection).toEqual({ type: 'UnknownGoal', goalId: 'g9' });
    },
  );

  it('may be told of the moment at which the episode ended', () => {
    const ended = [...open, goalReached('g1', day(4)), discharged('dropped-out', day(5))];
    given(ended)
      .when(goalReopened('g1', day(5)))
      .thenIncludes(happened('GoalReopened'));
    given(ended)
      .when(goalWithdrawn('g2', day(5)))
      .thenIncludes(happened('GoalWithdrawn'));
  });
});

describe('a goal that is taken up again', () => {
  const owedAfter = (steps: readonly Step[], command: Step) => {
    const one = new Lived();
    for (const step of steps) one.step(step);
    const before = one.journey;
    one.step(command);
    const told = one.events.find(({ type }) => type === 'GoalReopened');
    return told ? outstanding(evolve(before, told), one.context()).filter(({ cause }) => cause === 'now') : [];
  };
  const onTheWay = [...open, goalReached('g1', day(15)), goalReached('g2', day(20))];

  it('ends the step down at once', () => {
    expect(owedAfter(onTheWay, goalReopened('g1', day(21)))).toContainEqual({
      at: day(21),
      cause: 'now',
      subject: first,
    });
  });

  it('of an earlier level ends nothing', () => {
    const steps = [
      ...inCareAt('residential'),
      goalsSet(day(1), 'g0'),
      goalReached('g0', day(2)),
      overrideTo('iop', day(3)),
      arrived(first, day(4)),
      goalsSet(day(5), 'g1'),
      goalReached('g1', day(25)),
    ];
    const { journey } = given(steps).when(goalReopened('g0', day(26)), timePasses(day(26)));
    expect(journey).toMatchObject({ transition: { kind: 'step-down', to: 'aftercare' } });
  });
});
