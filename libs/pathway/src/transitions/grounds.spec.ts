import { day, definitive, inCareAt, reviewed } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import {
  appointed,
  arrived,
  cancelledBy,
  decided,
  discharged,
  first,
  goalReached,
  goalsSet,
  happened,
  held,
  overrideTo,
  second,
} from '../specs/moves.ts';

const inIop = inCareAt('iop');
const cocaine = (onDay: number, reportedOn = onDay) =>
  definitive([['cocaine', 'positive']], { collectedAt: day(onDay), reportedAt: day(reportedOn) });
const review = (at: string, finding: 'expected-prescribed' | 'unexpected-use' = 'expected-prescribed') =>
  reviewed('S-2026-05-14T12', 'cocaine', finding, at);

describe('a use that is withdrawn', () => {
  it('cancels the open step up that stood on it alone', () => {
    given(inIop, cocaine(10))
      .when(review(day(11)))
      .thenIncludes(
        happened('UseWithdrawn'),
        happened('TransitionCancelled', { transitionId: first, cause: 'grounds-withdrawn' }),
      );
  });

  it('leaves the step up on the grounds that remain', () => {
    given(inIop, cocaine(10), definitive([['methamphetamine', 'positive']], { collectedAt: day(14) }))
      .when(review(day(15)))
      .thenIncludes(
        happened('TransitionRegrounded', { transitionId: first, grounds: ['episode-1.use.S-2026-05-18T12'] }),
      )
      .thenLacks('TransitionCancelled');
  });

  it('gives its place in the move to the use that replaces it, open or made', () => {
    const earlier = cocaine(9, 14);
    const replaced = happened('TransitionRegrounded', {
      transitionId: first,
      grounds: ['episode-1.use.S-2026-05-13T12'],
    });
    given(inIop, cocaine(10)).when(earlier).thenIncludes(replaced).thenLacks('TransitionCancelled');
    given(inIop, cocaine(10), arrived(first, day(12)))
      .when(earlier)
      .thenIncludes(replaced)
      .thenLacks('TransitionProposed');
  });

  it('leaves no ground where only a later collection of it stands, and that is considered by itself', () => {
    const cancelled = definitive([], { status: 'cancelled', reportedAt: day(14) });
    given(inIop, cocaine(10), arrived(first, day(12)), cocaine(13))
      .when(cancelled)
      .thenIncludes(
        happened('TransitionProposed', { reverses: first }),
        happened('TransitionConsidered', { useId: 'episode-1.use.S-2026-05-17T12', outcome: 'task' }),
        taskOpened('withdrawal-check'),
      );
  });

  it('brings no move back that was turned down, when an earlier specimen of the same use comes late', () => {
    given(inIop, cocaine(10), cancelledBy(first, 'patient-declined', day(11)))
      .when(cocaine(9, 14))
      .thenIncludes(happened('UseWithdrawn'), happened('UseEstablished'))
      .thenLacks('TransitionConsidered', 'TransitionStarted', 'TransitionProposed');
  });

  it('does not end what a person decided', () => {
    given(inIop, overrideTo('residential', day(9)), cocaine(10))
      .when(review(day(11)))
      .thenIncludes(happened('TransitionRegrounded', { grounds: [] }))
      .thenLacks('TransitionCancelled');
  });

  it('leaves an appointment that was made untouched while a ground remains', () => {
    const { journey } = given(inIop, cocaine(10), appointed(first, day(11), day(12))).when(cocaine(16));
    expect(journey.status === 'active' && journey.transition).toMatchObject({ appointmentAt: day(12) });
  });
});

describe('a step up that was made, when nothing is left of what it stood on', () => {
  const inResidential = [...inIop, cocaine(10), arrived(first, day(12))];
  const back = happened('TransitionProposed', {
    transitionId: second,
    reverses: first,
    kind: 'step-down',
    from: 'residential',
    to: 'iop',
    grounds: [],
    deadlineAt: day(14),
    atDeadline: 'escalate',
  });

  it('is proposed to be reversed, to a person, and reverses nothing by itself', () => {
    const { journey, events } = given(inResidential)
      .when(review(day(13)), timePasses(day(40)))
      .thenIncludes(
        back,
        taskOpened('decide-proposal', { subject: second, role: 'therapist' }),
        happened('TransitionEscalated', { transitionId: second, cause: 'proposal-deadline' }),
      )
      .thenLacks('TransitionStarted', 'TransitionCancelled');
    expect(journey).toMatchObject({ stay: { level: 'residential' } });
    const considered = events.find((event) => event.type === 'TransitionConsidered');
    const withdrawn = events.find((event) => event.type === 'UseWithdrawn');
    expect(considered?.data).toMatchObject({
      reverses: first,
      outcome: 'proposed',
      trigger: { eventId: withdrawn?.id },
      sentence:
        'What the move from Intensive outpatient (IOP) to Residential stood on no longer stands: to go back to Intensive outpatient (IOP) is proposed to a person.',
    });
    expect(considered?.data.rules.map(({ rule, held: through }) => [rule, through])).toEqual([
      ['in-care', true],
      ['made-by-rule', true],
      ['still-where-it-led', true],
      ['level-before-is-offered', true],
      ['no-open-crisis', true],
      ['not-in-hospital-or-jail', true],
      ['no-move-open', true],
      ['no-hold', true],
    ]);
  });

  it('leads back when a person approves it', () => {
    given(inResidential, review(day(13)))
      .when(decided(second, 'approve', day(14)))
      .thenIncludes(happened('TransitionStarted', { transitionId: second, reverses: first, to: 'iop' }));
  });

  it('stays made when a person declines to go back, and that is not asked again', () => {
    given(inResidential, review(day(13)))
      .when(decided(second, 'decline', day(14)), timePasses(day(60)))
      .thenIncludes(happened('TransitionDeclined'))
      .thenLacks('TransitionProposed', 'TransitionStarted')
      .thenLacks(taskOpened('review-completed-move'));
  });

  it('does not keep a later step down from being considered when a person declined to go back', () => {
    given(inResidential, review(day(13)), decided(second, 'decline', day(14)), goalsSet(day(15), 'r1'))
      .when(goalReached('r1', day(30)))
      .thenIncludes(happened('TransitionStarted', { kind: 'step-down', from: 'residential', to: 'iop' }));
  });

  it('is not proposed to be reversed any more when the use stands again, and is once more when it falls again', () => {
    given(inResidential, review(day(13)))
      .when(review(day(14), 'unexpected-use'))
      .thenIncludes(happened('TransitionCancelled', { transitionId: second, cause: 'grounds-withdrawn' }))
      .thenLacks('TransitionStarted');
    given(inResidential, review(day(13)), review(day(14), 'unexpected-use'))
      .when(review(day(15)))
      .thenIncludes(happened('TransitionProposed', { transitionId: 'episode-1.t3', reverses: first }));
  });

  it('is looked at by a person where rules may not propose to go back, and it is said why', () => {
    const looked = taskOpened('review-completed-move', { subject: first, role: 'therapist' });
    const why = (sentence: string) =>
      happened('TransitionConsidered', {
        reverses: first,
        outcome: 'task',
        sentence: expect.stringContaining(sentence),
      });
    given(inResidential, discharged('dropped-out', day(13)))
      .when(review(day(14)))
      .thenIncludes(looked, why('not in care any more'));
    given(inResidential, overrideTo('iop', day(13)), arrived(second, day(14)))
      .when(review(day(15)))
      .thenIncludes(looked, why('at another level since'));
    given(inResidential, overrideTo('detox', day(13)))
      .when(review(day(14)))
      .thenIncludes(looked, why('another move is open'));
    given(inResidential, held('h1', day(13), day(20)))
      .when(review(day(14)), timePasses(day(30)))
      .thenIncludes(looked, why('automatic moves are paused'))
      .thenLacks('TransitionProposed');
    given(inIop, overrideTo('residential', day(9)), cocaine(10), arrived(first, day(12)))
      .when(review(day(13)))
      .thenIncludes(looked, why('a person decided on the move'))
      .thenLacks('TransitionProposed');
  });

  it('gives way to a new use: more support cancels the proposal to go back', () => {
    given(inCareAt('aftercare'), cocaine(10), arrived(first, day(12)), review(day(13)))
      .when(definitive([['methamphetamine', 'positive']], { collectedAt: day(14) }))
      .thenIncludes(
        happened('TransitionCancelled', { transitionId: second, cause: 'step-up' }),
        happened('TransitionStarted', { from: 'iop', to: 'residential' }),
      );
  });
});
