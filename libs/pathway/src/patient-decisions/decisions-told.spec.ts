import { day, definitive, inCareAt } from '../specs/commands.ts';
import { taskOpened, wholeData } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { answered, arrived, cancelledBy, first, happened, held, overrideTo, second } from '../specs/moves.ts';
import { idOf } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const words = { sealed: 'kid.nonce.words' };
const steppingUp = [...inIop, definitive([['cocaine', 'positive']])];
const ofFirst = { transitionId: first };

describe('what is told of a person’s word', () => {
  const of = (...steps: readonly Step[]) => wholeData('PatientDecisionRecorded', given(steppingUp).when(...steps));

  it('is what they said and when, to which move and kind of move, to which level, and in whose words', () => {
    const at = day(11);
    expect(of(answered('agrees', at, { words: undefined }))).toEqual([{ decision: 'agrees', at }]);
    expect(of({ ...answered('agrees', at, { ...ofFirst, level: 'residential' }), reason: words })).toEqual([
      { decision: 'agrees', at, ...ofFirst, kind: 'step-up', level: 'residential', words, reason: words },
    ]);
  });

  it('is of no kind any more where the move ended unmade, and of its own where it was made', () => {
    const at = day(13);
    const to = (transitionId: string) => answered('agrees', at, { transitionId, words: undefined });
    const ended = [cancelledBy(first, 'clinician-retains', day(11)), overrideTo('aftercare', day(12))];
    expect(of(...ended, to(first)).at(-1)).toEqual({ decision: 'agrees', at, transitionId: first });
    expect(of(...ended, to(second)).at(-1)).toEqual({
      decision: 'agrees',
      at,
      transitionId: second,
      kind: 'step-down',
    });
    const made = [arrived(first, day(11)), overrideTo('aftercare', day(12))];
    expect(of(...made, to(first)).at(-1)).toMatchObject({ transitionId: first, kind: 'step-up' });
  });

  it('ends the move that it declines, and no other', () => {
    const ends = (fields: Parameters<typeof answered>[2]) =>
      wholeData('TransitionCancelled', given(steppingUp).when(answered('declines', day(11), fields)));
    expect(ends(ofFirst)).toEqual([{ ...ofFirst, cause: 'patient-declined' }]);
    expect(ends({})).toEqual([]);
  });

  it('is kept in the order in which it was said, whichever was told first', () => {
    const said = (at: string, level?: string) =>
      answered('agrees', at, { occurredAt: day(20), ...(level && { level }) });
    const { journey } = given(inIop).when(said(day(12)), said(day(10)), said(day(11), 'aftercare'));
    expect(journey.patientDecisions.map(({ at, level }) => [at, level])).toEqual([
      [day(10), undefined],
      [day(11), 'aftercare'],
      [day(12), undefined],
    ]);
  });

  it('is not told otherwise of the same moment and move: another answer, or another level', () => {
    const said = answered('agrees', day(11));
    for (const otherwise of [{ decision: 'declines' as const }, { level: 'aftercare' }])
      expect(given(inIop, said).when({ ...said, commandId: 'another', ...otherwise }).rejection).toEqual({
        type: 'PatientDecisionConflict',
        at: day(11),
      });
  });

  it('is about a move that has been, and a level that there is', () => {
    const rejects = (before: readonly Step[], fields: Parameters<typeof answered>[2]) =>
      given(before).when(answered('agrees', day(11), fields)).rejection;
    const unknown = { type: 'UnknownTransition', transitionId: second };
    expect(rejects(steppingUp, { transitionId: second })).toEqual({ ...unknown, open: first });
    expect(rejects(inIop, { transitionId: second })).toEqual({ ...unknown, open: null });
    expect(rejects(steppingUp, { transitionId: 'episode-1.t0' })).toMatchObject({ type: 'UnknownTransition' });
    expect(rejects(steppingUp, { level: 'moon' })).toEqual({
      type: 'UnknownLevel',
      level: 'moon',
      levels: ['detox', 'residential', 'iop', 'aftercare'],
    });
    expect(rejects(steppingUp, { at: plusHours(day(12), 1) })).toMatchObject({ type: 'InTheFuture', field: 'at' });
  });
});

describe('a person who asks for another level', () => {
  const wish = (fields: Parameters<typeof answered>[2] = {}) =>
    answered('asks-for-another-level', day(11), { level: 'residential', ...fields });
  const considered = (before: readonly Step[], said = wish()) =>
    wholeData('TaskOpened', given(before).when(said, timePasses(day(13)))).filter(
      (task) => 'kind' in task && task.kind === 'consider-level-asked-for',
    );

  it('has the therapist consider it within a day, asked by what they said', () => {
    const { events } = given(inIop).when(wish());
    const eventId = idOf('PatientDecisionRecorded', events);
    const asked = events.find((event) => event.type === 'TaskOpened' && event.data.kind === 'consider-level-asked-for');
    expect(asked?.causedBy).toBe(eventId);
    expect(asked?.data).toEqual({
      taskId: `episode-1.task.consider-level-asked-for.${eventId.slice('episode-1.'.length)}`,
      kind: 'consider-level-asked-for',
      role: 'therapist',
      subject: eventId,
      dueAt: day(12),
    });
  });

  it('has it considered also where they name no level', () => {
    expect(considered(inIop, wish({ level: undefined }))).toHaveLength(1);
  });

  const stayed = [...inIop, overrideTo('detox', day(8)), arrived(first, day(10))];
  it.each<readonly [string, ReturnType<typeof wish>, readonly Step[]]>([
    ['they are there', wish({ level: 'iop' }), inIop],
    ['they are on the way there', wish(), steppingUp],
    ['that was before this stay', wish({ at: plusHours(day(10), -0.001) }), stayed],
    ['they agree', answered('agrees', day(11), { level: 'residential' }), inIop],
  ])('has nothing considered where %s', (_what, said, before) => expect(considered(before, said)).toEqual([]));

  it('is answered by a move there, and not any more where they said something else or left', () => {
    const asking = [...inIop, wish(), timePasses(day(11))];
    const task = given(inIop)
      .when(wish())
      .journey.tasks.find(({ kind }) => kind === 'consider-level-asked-for');
    const ofTask = { taskId: task?.taskId ?? '' };
    given(asking)
      .when(overrideTo('residential', day(12)))
      .thenIncludes(happened('TaskCompleted', ofTask));
    given(asking)
      .when(overrideTo('detox', day(12)))
      .thenLacks(happened('TaskCompleted', ofTask), happened('TaskCancelled', ofTask));
    given(asking)
      .when(answered('agrees', day(12)))
      .thenIncludes(happened('TaskCancelled', ofTask));
  });
});

describe('whoever is to move', () => {
  const asked = taskOpened('ask-patient-decision', { subject: first });

  it('is not asked where it was their own wish, or where it waits', () => {
    given(inIop)
      .when(overrideTo('aftercare', day(5)))
      .thenIncludes(asked);
    given(inIop)
      .when(overrideTo('aftercare', day(5), { reasonCode: 'patient-request' }))
      .thenLacks(asked);
    given(inIop, answered('asks-for-another-level', day(4), { level: 'aftercare' }))
      .when(overrideTo('aftercare', day(5)))
      .thenLacks(asked);
  });

  it.each<readonly [string, Parameters<typeof answered>[0], string | undefined, boolean]>([
    ['they agreed to less support', 'agrees', undefined, false],
    ['they agreed to this level', 'agrees', 'aftercare', false],
    ['they agreed to another level', 'agrees', 'residential', true],
    ['they declined less support', 'declines', undefined, true],
    ['they asked for another level', 'asks-for-another-level', 'residential', true],
    ['they asked for an unnamed one', 'asks-for-another-level', undefined, true],
  ])('is asked about less support unless they agreed to it before: %s', (_what, decision, level, asks) => {
    const then = given(inIop, answered(decision, day(4), { level })).when(overrideTo('aftercare', day(5)));
    if (asks) then.thenIncludes(asked);
    else then.thenLacks(asked);
  });

  it('is asked about more support whatever they said of less', () => {
    given(inIop, answered('agrees', day(4)))
      .when(overrideTo('residential', day(5)))
      .thenIncludes(asked);
  });

  it('is held by what they said in this stay only, from its first moment on', () => {
    const stayed = (at: string) => [
      ...inIop,
      overrideTo('residential', day(3)),
      arrived(first, day(5)),
      answered('agrees', at, { occurredAt: day(6) }),
    ];
    const askedAgain = taskOpened('ask-patient-decision', { subject: second });
    given(stayed(day(5)))
      .when(overrideTo('iop', day(7)))
      .thenLacks(askedAgain);
    given(stayed(plusHours(day(5), -0.001)))
      .when(overrideTo('iop', day(7)))
      .thenIncludes(askedAgain);
  });

  it('is asked by whoever treats them, within a day, about the move', () => {
    const [, task] = wholeData(
      'TaskOpened',
      given(inIop, held('h1', day(1), day(3))).when(overrideTo('aftercare', day(5))),
    );
    expect([task]).toEqual([
      {
        taskId: 'episode-1.task.ask-patient-decision.t1',
        kind: 'ask-patient-decision',
        role: 'therapist',
        subject: first,
        dueAt: day(6),
      },
    ]);
  });
});
