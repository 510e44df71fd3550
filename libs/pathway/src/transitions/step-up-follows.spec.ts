import { assessed } from '../specs/assessments.ts';
import type { Programme } from '../programme/programme.ts';
import { day, definitive, inCareAt, takes, tellsOfUse } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, givenWith, timePasses, type Step } from '../specs/given.ts';
import { appointed, arrived, discharged, first, happened, held, overrideTo, second } from '../specs/moves.ts';
import { raised } from '../specs/safety.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { idOf } from '../specs/withdrawn-facts.ts';
import type { DrugClass } from '../vocabulary.ts';
import { plusHours, type Instant } from '../time.ts';

const inIop = inCareAt('iop');
const found = (drugClass: DrugClass, collectedAt: Instant, reportedAt = collectedAt) =>
  definitive([[drugClass, 'positive']], { collectedAt, reportedAt });
const cocaine = found('cocaine', day(10));
const use = 'episode-1.use.S-2026-05-14T12';
const quiet = withoutTestPlan(standardFour);
const stepUp = (change: Partial<Programme['stepUp']>) => ({
  programme: { ...quiet, stepUp: { ...quiet.stepUp, ...change } },
});
const ofUse = (kind: string, role: string, dueAt: Instant) => ({
  taskId: `episode-1.task.${kind}.use.S-2026-05-14T12`,
  kind,
  role,
  subject: use,
  dueAt,
});
/** The tasks that came with what was considered. */
function tasks(programme: Programme, before: readonly Step[], ...steps: readonly Step[]): readonly object[] {
  const { events } = givenWith({ programme }, before).when(...steps);
  const considered = events.findLast((event) => event.type === 'TransitionConsidered')?.id;
  return events.flatMap((event) => (event.type === 'TaskOpened' && event.causedBy === considered ? [event.data] : []));
}

describe('a use that was considered', () => {
  it('is told whole, as what caused it', () => {
    const { events } = given(inIop).when(cocaine);
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    const established = idOf('UseEstablished', events);
    expect(considered).toMatchObject({ occurredAt: day(10), causedBy: established });
    const { rules: _tried, ...data } = considered?.data ?? {};
    expect(data).toEqual({
      decisionId: 'episode-1.d2',
      about: 'step-up',
      outcome: 'started',
      sentence:
        'Unexpected positive (cocaine), treated as new use: more support begins, from Intensive outpatient (IOP) to Residential.',
      programme: { id: 'standard-four', version: 2 },
      trigger: { eventId: established },
      useId: use,
      transitionId: first,
    });
    const none = given(inCareAt('detox')).when(cocaine).events;
    expect(none.find((event) => event.type === 'TransitionConsidered')?.data).not.toHaveProperty('transitionId');
  });

  const asked = {
    taskId: 'episode-1.task.ask-patient-decision.t1',
    kind: 'ask-patient-decision',
    role: 'therapist',
    subject: first,
    dueAt: day(11),
  };
  const continuity = {
    taskId: 'episode-1.task.medication-continuity.t1',
    kind: 'medication-continuity',
    role: 'nurse',
    subject: first,
    dueAt: day(11),
  };
  const reassessment = ofUse('reassessment', 'therapist', day(11));
  const check = ofUse('withdrawal-check', 'nurse', plusHours(day(10), 12));
  it.each<readonly [string, readonly object[], readonly Step[], Partial<Programme['stepUp']>]>([
    ['begins a move', [reassessment, asked], inIop, {}],
    ['begins one while a medication is taken', [reassessment, continuity, asked], [...inIop, takes('gabapentin')], {}],
    ['is proposed', [reassessment, asked], inIop, { mode: 'propose' }],
    ['is reviewed', [reassessment], inIop, { mode: 'review-only' }],
    ['is in detox', [reassessment, check], inCareAt('detox'), {}],
    ['asks for a look at withdrawal', [reassessment, check], inCareAt('residential'), {}],
    ['is too few', [], inIop, { threshold: { uses: 2, withinDays: 28 } }],
    ['is paused', [], [...inIop, held('h1', day(9), day(16))], {}],
    ['joins a move', [], [...inIop, overrideTo('residential', day(9))], {}],
  ])('asks people when it %s', (_what, expected, before, change) =>
    expect(tasks(stepUp(change).programme, before, cocaine)).toEqual(expected),
  );

  it('asks one clinician to look at what came late, once, also when more is found in it', () => {
    const left = [...inIop, discharged('dropped-out', day(12))];
    const review = ofUse('late-result-review', 'therapist', day(15));
    expect(tasks(quiet, left, found('cocaine', day(10), day(14)))).toEqual([review]);
    const more = definitive([['methamphetamine', 'positive']], { collectedAt: day(10), reportedAt: day(15) });
    const { events } = given(left, found('cocaine', day(10), day(14))).when(more);
    expect(wholeData('TransitionConsidered', { events })).toMatchObject([{ outcome: 'task', useId: use }]);
    expect(wholeData('TaskOpened', { events })).not.toContainEqual(review);
  });

  it('asks for one reassessment while it is open, whatever comes', () => {
    const again = found('methamphetamine', day(20));
    const kinds = (before: readonly Step[]) => tasks(quiet, before, again).map((task) => 'kind' in task && task.kind);
    expect(kinds([...inCareAt('residential'), cocaine])).toEqual([]);
    expect(kinds(inCareAt('residential'))).toEqual(['reassessment', 'withdrawal-check']);
  });
});

describe('where more support leads', () => {
  const to = (level: string, ...before: readonly Step[]) => {
    const [started] = wholeData('TransitionStarted', given(inCareAt(level), before).when(cocaine));
    return started && 'to' in started ? started.to : undefined;
  };

  it.each<readonly [string, string, readonly Step[], string | undefined]>([
    ['one that indicates the level above', 'iop', [assessed({ 5: '3.5' }, day(8))], 'residential'],
    ['one that indicates the present level', 'iop', [assessed({ 5: '2.1' }, day(8))], 'residential'],
    ['one that indicates less', 'iop', [assessed({ 5: '1.0' }, day(8))], 'residential'],
    ['one that indicates more than the level above', 'iop', [assessed({ 1: '3.7' }, day(8))], 'detox'],
    ['one of the same week', 'aftercare', [assessed({ 5: '3.5' }, plusHours(day(3), 0.001))], 'residential'],
    ['one of a week ago', 'aftercare', [assessed({ 5: '3.5' }, day(3))], 'iop'],
    ['none', 'aftercare', [], 'iop'],
  ])('goes by the last assessment: %s', (_what, level, before, expected) =>
    expect(to(level, ...before)).toBe(expected),
  );
});

describe('a use that joins a step up', () => {
  const joined = (before: readonly Step[], ...steps: readonly Step[]) =>
    wholeData('TransitionRegrounded', given(before).when(...steps));
  const cannabis = found('cannabis', day(35));
  const own = 'episode-1.use.S-2026-06-08T12';
  const grounds = [own, 'episode-1.use.S-2026-06-12T12'];
  const fentanyl = found('fentanyl', day(39));

  it('has the person seen within a day when it must not wait, and no later than was due', () => {
    const at = (reached: Instant) => joined([...inIop, cannabis], { ...found('fentanyl', reached) });
    expect(at(plusHours(day(35), 80))).toMatchObject([{ targetAt: day(38) }]);
    expect(at(plusHours(day(35), 47))).toMatchObject([{ targetAt: plusHours(day(35), 71) }]);
  });

  it('leaves the time within which the person is to be seen, where that was said or the move was made', () => {
    expect(joined([...inIop, found('fentanyl', day(35))], found('cocaine', day(39)))).toEqual([
      { transitionId: first, grounds },
    ]);
    expect(joined([...inIop, cannabis, arrived(first, day(40))], found('fentanyl', day(39), day(41)))).toEqual([
      { transitionId: first, grounds },
    ]);
    expect(joined([...inIop, cannabis], found('cocaine', day(39)))).toEqual([{ transitionId: first, grounds }]);
  });

  it('leaves an appointment that was made, and who began the move', () => {
    const { journey } = given(inIop, cannabis, appointed(first, day(36), day(40))).when(fentanyl);
    expect(journey.status === 'active' && journey.transition).toMatchObject({
      appointmentAt: day(40),
      by: 'rule',
      grounds,
    });
  });
});

describe('a proposal of more support', () => {
  const proposed = (change: Partial<Programme['stepUp']>, before: readonly Step[], step: Step) =>
    wholeData('TransitionProposed', givenWith(stepUp({ mode: 'propose', ...change }), before).when(step))[0];

  it('is decided within a day, in a crisis within four hours', () => {
    expect(proposed({}, inIop, cocaine)).toMatchObject({ deadlineAt: day(11) });
    expect(proposed({}, [...inIop, raised('other', day(9))], cocaine)).toMatchObject({
      deadlineAt: plusHours(day(10), 4),
    });
  });

  it.each<readonly [Programme['stepUp']['atDeadline'], DrugClass, string]>([
    ['lapse', 'cocaine', 'lapse'],
    ['lapse', 'opioids', 'escalate'],
    ['lapse', 'fentanyl', 'escalate'],
    ['apply', 'opioids', 'apply'],
    ['escalate', 'cocaine', 'escalate'],
  ])('says what happens at its deadline: %s, for %s %s', (atDeadline, drugClass, expected) =>
    expect(proposed({ atDeadline }, inIop, found(drugClass, day(35)))).toMatchObject({ atDeadline: expected }),
  );

  it('lets most happen by itself that one of the classes found lets happen', () => {
    const both = definitive(
      [
        ['cannabis', 'positive'],
        ['cocaine', 'positive'],
      ],
      { collectedAt: day(35) },
    );
    const comes = (byClass: Programme['stepUp']['byClass']) =>
      givenWith(stepUp({ mode: 'review-only', byClass }), inIop)
        .when(both)
        .events.flatMap((event) => (event.type === 'TransitionConsidered' ? [event.data.outcome] : []));
    expect(comes({ cannabis: 'propose', cocaine: 'automatic' })).toEqual(['started']);
    expect(comes({ cannabis: 'propose' })).toEqual(['proposed']);
    expect(comes({})).toEqual(['task']);
  });
});

describe('a use that was told of', () => {
  it('is called so in the sentence', () => {
    given(inIop)
      .when(tellsOfUse('cocaine', day(10), day(11)))
      .thenIncludes(
        happened('TransitionConsidered', {
          sentence:
            'Use told of (cocaine), treated as new use: more support begins, from Intensive outpatient (IOP) to Residential.',
        }),
      );
  });

  it('is considered after a hold, once, where it was found during it', () => {
    const { events } = given(inIop, held('h1', day(9), day(12))).when(cocaine, timePasses(day(30)));
    const outcomes = wholeData('TransitionConsidered', { events });
    expect(outcomes).toMatchObject([{ outcome: 'nothing' }, { outcome: 'proposed', transitionId: first }]);
    expect(outcomes).not.toContainEqual(expect.objectContaining({ transitionId: second }));
  });

  it('is considered again when the person tells of another class of it', () => {
    const { events } = given(inIop, tellsOfUse('cocaine', day(10))).when(tellsOfUse('methamphetamine', day(11)));
    expect(wholeData('TransitionConsidered', { events })).toMatchObject([{ outcome: 'joined', transitionId: first }]);
  });
});
