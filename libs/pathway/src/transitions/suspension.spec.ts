import { outstanding } from '../advance.ts';
import { assessed, rated } from '../specs/assessments.ts';
import { day, definitive, inCareAt, presumptive } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { decided, first, goalReached, goalsSet, held, overrideTo, released } from '../specs/moves.ts';
import { standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { plusHours, type Instant } from '../time.ts';

const quiet = withoutTestPlan(standardFour);
const confirming = { ...quiet, stepDown: { ...quiet.stepDown, mode: 'confirm' as const } };
/** On the way down, by a rule, from day 20 on. */
const from = (level: string): readonly Step[] => [
  ...inCareAt(level),
  goalsSet(day(1), 'g1'),
  goalReached('g1', day(20)),
];
const screen = (onDay: number) => presumptive([['cocaine', 'positive']], { collectedAt: day(onDay) });
const substituted = definitive([['fentanyl', 'negative']], {
  collectedAt: day(21.5),
  validity: { finding: 'substituted' },
});
const cocaine = (collectedAt: Instant) => definitive([['cocaine', 'positive']], { collectedAt });
const hold = held('h1', day(22), day(25));
const dayBegins = (days: number): Instant => plusHours(day(days), -8);

/** What the move waited for, and when it went on. */
function waits(before: readonly Step[], ...steps: readonly Step[]): unknown[] {
  const { events } = givenWith({ programme: quiet }, before).when(...steps);
  return events.flatMap((event) => {
    if (event.type === 'TransitionSuspended') return [[event.occurredAt, event.data.cause]];
    return event.type === 'TransitionResumed' || event.type === 'TransitionCancelled'
      ? [[event.occurredAt, event.type]]
      : [];
  });
}

describe('less support that a rule began', () => {
  it.each<readonly [string, string, readonly Step[], readonly unknown[]]>([
    ['a result that is not settled', 'iop', [screen(21)], [[day(21), 'unsettled-result']]],
    ['a specimen that needs review', 'iop', [substituted], [[day(21.5), 'integrity-concern']]],
    ['the specimen before the result', 'iop', [screen(21), substituted], [[day(21), 'unsettled-result']]],
    [
      'a hold, until it ends',
      'iop',
      [hold, timePasses(day(30))],
      [
        [day(22), 'hold'],
        [day(25), 'TransitionResumed'],
      ],
    ],
    [
      'a hold, until it is released',
      'iop',
      [hold, released('h1', day(23))],
      [
        [day(22), 'hold'],
        [day(23), 'TransitionResumed'],
      ],
    ],
    [
      'all of them, to the last',
      'iop',
      [
        screen(21),
        hold,
        definitive([['cocaine', 'negative']], { collectedAt: day(21), reportedAt: day(23) }),
        timePasses(day(30)),
      ],
      [
        [day(21), 'unsettled-result'],
        [day(25), 'TransitionResumed'],
      ],
    ],
    [
      'a use for which rules may not step up, until it was looked back over',
      'residential',
      [cocaine(day(22)), timePasses(day(40))],
      [
        [day(22), 'new-use'],
        [dayBegins(36), 'TransitionResumed'],
      ],
    ],
  ])('waits for %s', (_what, level, steps, expected) => expect(waits(from(level), ...steps)).toEqual(expected));

  it('waits as a proposal too', () => {
    const { events } = givenWith({ programme: confirming }, from('iop')).when(
      held('h1', day(20.5), day(22)),
      timePasses(day(22)),
    );
    expect(wholeData('TransitionSuspended', { events })).toEqual([{ transitionId: first, cause: 'hold' }]);
    expect(wholeData('TransitionResumed', { events })).toEqual([{ transitionId: first }]);
  });

  it('is waited for by a person who approved it all the same, for a rule began it', () => {
    const approved = [...from('iop'), decided(first, 'approve', day(20.5))];
    const { events } = givenWith({ programme: confirming }, approved).when(hold);
    expect(wholeData('TransitionSuspended', { events })).toEqual([{ transitionId: first, cause: 'hold' }]);
  });

  it.each<readonly [string, readonly Step[]]>([
    ['a person’s decision', [...inCareAt('iop'), overrideTo('aftercare', day(20))]],
    ['more support', [...inCareAt('iop'), cocaine(day(20))]],
  ])('is what waits; %s does not', (_what, before) => expect(waits(before, hold, timePasses(day(30)))).toEqual([]));

  it('says when it goes on', () => {
    const lived = new Lived({ programme: quiet });
    for (const step of [...from('residential'), cocaine(day(22))]) lived.step(step);
    expect(outstanding(lived.journey, lived.context())).toContainEqual({
      at: dayBegins(36),
      cause: 'guard-matures',
      subject: first,
    });
  });
});

describe('less support that an assessment speaks against since', () => {
  const cancelled = (before: readonly Step[], ...steps: readonly Step[]) =>
    wholeData('TransitionCancelled', givenWith({ programme: quiet }, before).when(...steps));
  const ended = [{ transitionId: first, cause: 'no-longer-indicated' }];

  it('ends where it indicates the present level, or more, also more than the programme has; not where it indicates less', () => {
    expect(cancelled(from('iop'), assessed({ 5: '2.1' }, day(21)))).toEqual(ended);
    expect(cancelled(from('iop'), assessed({ 5: '3.5' }, day(21)))).toEqual(ended);
    expect(cancelled(from('iop'), rated([0, 4, 0, 0, 0, 0], day(21)))).toEqual(ended);
    expect(cancelled(from('iop'), assessed({ 3: '1.0' }, day(21)))).toEqual([]);
    expect(cancelled(from('residential'), assessed({ 5: '2.1' }, day(21)))).toEqual([]);
  });

  it('ends while it waits, and as a proposal', () => {
    expect(cancelled([...from('iop'), held('h1', day(20.5), day(25))], assessed({ 5: '2.1' }, day(21)))).toEqual(ended);
    const { events } = givenWith({ programme: confirming }, from('iop')).when(assessed({ 5: '2.1' }, day(20.5)));
    expect(wholeData('TransitionCancelled', { events })).toEqual(ended);
  });

  it('goes on where a person decided it, or where it leads to more support', () => {
    const own = [...inCareAt('iop'), overrideTo('aftercare', day(20))];
    expect(cancelled(own, assessed({ 5: '2.1' }, day(21)))).toEqual([]);
    expect(cancelled([...inCareAt('iop'), cocaine(day(20))], assessed({ 5: '2.1' }, day(21)))).toEqual([]);
  });
});

describe('less support that was considered', () => {
  const considered = (before: readonly Step[], ...steps: readonly Step[]) =>
    givenWith({ programme: quiet }, before)
      .when(...steps)
      .events.flatMap((event) =>
        event.type === 'TransitionConsidered' ? [[event.occurredAt, event.data.outcome]] : [],
      );
  const early = [...inCareAt('iop'), goalsSet(day(1), 'g1'), goalReached('g1', day(5))];

  it('is considered again when a guard sees something else, by a fact or with time, and only then', () => {
    expect(considered(early, timePasses(plusHours(dayBegins(14), -0.001)))).toEqual([]);
    expect(considered(early, timePasses(dayBegins(14)))).toEqual([[dayBegins(14), 'started']]);
    expect(considered(early, held('h1', day(6), day(7)), timePasses(day(7)))).toEqual([
      [day(6), 'task'],
      [day(7), 'task'],
    ]);
  });

  it('is considered for another reason, and where another level is indicated', () => {
    const open = [...inCareAt('residential'), goalsSet(day(1), 'g1'), assessed({ 3: '2.1' }, day(3))];
    expect(considered(open, goalReached('g1', day(4)))).toEqual([[day(4), 'task']]);
    expect(considered(open, assessed({ 3: '1.0' }, day(4)))).toEqual([[day(4), 'task']]);
  });
});
