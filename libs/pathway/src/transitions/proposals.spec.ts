import { advance } from '../advance.ts';
import { foldAhead } from '../fold-ahead.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import { by, day, definitive, inCareAt } from '../specs/commands.ts';
import { givenWith, timePasses } from '../specs/given.ts';
import { arrived, decided, discharged, first, goalReached, goalsSet, happened, held } from '../specs/moves.ts';
import { leaves } from '../specs/safety.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';

const inIop = inCareAt('iop');
const proposing = (atDeadline: Programme['stepUp']['atDeadline']) => ({
  programme: { ...standardFour, stepUp: { ...standardFour.stepUp, mode: 'propose' as const, atDeadline } },
});
const found = (drugClass: DrugClass) => definitive([[drugClass, 'positive']], { collectedAt: day(35) });

describe('a proposed step up', () => {
  it('starts when a person approves it, on the same grounds', () => {
    givenWith(proposing('escalate'), inIop, found('cocaine'))
      .when(decided(first, 'approve', plusHours(day(35), 2)))
      .thenIncludes(
        happened('TransitionApproved', { transitionId: first }),
        happened('TransitionStarted', { transitionId: first, grounds: ['episode-1.use.S-2026-06-08T12'] }),
        happened('TaskCompleted', { taskId: 'episode-1.task.decide-proposal.t1' }),
      );
  });

  it('ends when a person declines it, and is not brought up again', () => {
    givenWith(proposing('escalate'), inIop, found('cocaine'))
      .when(decided(first, 'decline', plusHours(day(35), 2)), timePasses(day(60)))
      .thenIncludes(happened('TransitionDeclined'))
      .thenLacks('TransitionStarted', 'TransitionProposed', 'TransitionEscalated');
  });

  it('goes to somebody above at its deadline, once, and stays open', () => {
    const { events, journey } = givenWith(proposing('escalate'), inIop, found('cocaine')).when(timePasses(day(60)));
    const escalated = events.filter((event) => event.type === 'TransitionEscalated');
    expect(escalated.map(({ occurredAt, data }) => [occurredAt, data.cause])).toEqual([[day(36), 'proposal-deadline']]);
    expect(journey.status === 'active' && journey.transition?.state).toBe('proposed');
  });

  it('starts at its deadline where the programme applies it', () => {
    givenWith(proposing('apply'), inIop, found('cocaine'))
      .when(timePasses(day(36)))
      .thenIncludes(happened('TransitionStarted', { transitionId: first }));
  });

  it('starts at the moment of its deadline, also when the timer fires a little later; people have their time from then', () => {
    const rules = proposing('apply');
    const { journey } = givenWith(rules, inIop, found('cocaine')).when(timePasses(plusHours(day(36), -0.1)));
    const now = plusHours(day(36), 0.05);
    const [begun] = advance(journey, { ...rules, calendar: newYork, now, eventId: () => 'late' });
    expect(begun).toMatchObject({ occurredAt: day(36), data: { handOffDueAt: plusHours(now, 72) } });
  });

  it('is not applied while a hold is on, but goes to somebody above', () => {
    givenWith(proposing('apply'), inIop, found('cocaine'), held('h1', day(35), day(40)))
      .when(timePasses(day(60)))
      .thenIncludes(happened('TransitionEscalated', { cause: 'proposal-deadline' }))
      .thenLacks('TransitionStarted');
  });

  it('is not applied while the person is in hospital, but goes to somebody above', () => {
    givenWith(proposing('apply'), inIop, found('cocaine'), leaves(plusHours(day(35), 2), 'hospital'))
      .when(timePasses(day(60)))
      .thenIncludes(happened('TransitionEscalated', { cause: 'proposal-deadline' }))
      .thenLacks('TransitionStarted');
  });

  it('lapses where the programme lets it, but never for opioids', () => {
    givenWith(proposing('lapse'), inIop, found('cocaine'))
      .when(timePasses(day(36)))
      .thenIncludes(happened('TransitionLapsed', { transitionId: first }));
    givenWith(proposing('lapse'), inIop)
      .when(found('opioids'), timePasses(day(37)))
      .thenIncludes(happened('TransitionProposed', { atDeadline: 'escalate' }), happened('TransitionEscalated'))
      .thenLacks('TransitionLapsed');
  });

  it('does not lapse when an opioid use joined it', () => {
    const joined = definitive([['opioids', 'positive']], { collectedAt: plusHours(day(35), 2) });
    givenWith(proposing('lapse'), inIop, found('cocaine'), joined)
      .when(timePasses(day(37)))
      .thenIncludes(happened('TransitionEscalated', { cause: 'proposal-deadline' }))
      .thenLacks('TransitionLapsed');
  });

  it('gives people four more hours when the deadline passed while the system was down, then applies', () => {
    const rules = proposing('apply');
    const before = givenWith(rules, inIop).when(found('cocaine')).journey;
    const context = { ...rules, calendar: newYork, eventId: (index: number) => `late-${index}` };
    const back = plusHours(day(36), 5);
    const recorder = { actor: by('system'), commandId: 'run' };
    const runAt = (journey: OpenedJourney, now: string): OpenedJourney => {
      const events = advance(journey, { ...context, now });
      return events.length === 0 ? journey : runAt(foldAhead(journey, events, recorder, { ...context, now }), now);
    };

    // What was overdue before the deadline comes first, at its own moment.
    const overdue = foldAhead(before, advance(before, { ...context, now: back }), recorder, { ...context, now: back });
    const [escalated] = advance(overdue, { ...context, now: back });
    expect(escalated).toMatchObject({ occurredAt: day(36), data: { nextAt: plusHours(back, 4) } });
    const caughtUp = runAt(before, back);
    expect(caughtUp).toMatchObject({ transition: { state: 'proposed', deadlineAt: plusHours(back, 4) } });
    expect(runAt(caughtUp, plusHours(back, 4))).toMatchObject({ transition: { state: 'started' } });
    // Down again meanwhile: again nobody had the time.
    expect(runAt(caughtUp, plusHours(back, 9))).toMatchObject({
      transition: { state: 'proposed', deadlineAt: plusHours(back, 13) },
    });
  });

  it('goes to somebody above once, also when it is paused afterwards', () => {
    const confirming = { ...standardFour, stepDown: { ...standardFour.stepDown, mode: 'confirm' as const } };
    const down = [inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(20)), timePasses(day(22))].flat();
    const { events } = givenWith({ programme: confirming }, down, held('h1', day(22), day(27)))
      .when(timePasses(day(40)))
      .thenIncludes(happened('TransitionResumed'));
    expect(events.filter(({ type }) => type === 'TransitionEscalated')).toEqual([]);
  });

  it('cannot be decided once it has started', () => {
    givenWith(proposing('escalate'), inIop, found('cocaine'), decided(first, 'approve', day(35)))
      .when(decided(first, 'decline', day(35)))
      .thenRejects('TransitionNotProposed');
  });

  it('is no news when the same decision is told again, and is not decided otherwise', () => {
    const [hour, later] = [plusHours(day(35), 1), plusHours(day(35), 2)];
    const decidedSo = (decision: 'approve' | 'decline') =>
      givenWith(proposing('escalate'), inIop, found('cocaine'), decided(first, decision, hour));
    decidedSo('approve')
      .when(decided(first, 'approve', later))
      .thenNothing();
    decidedSo('decline')
      .when(decided(first, 'decline', later))
      .thenNothing();
    decidedSo('decline')
      .when(decided(first, 'approve', later))
      .thenRejects('UnknownTransition');
    givenWith(proposing('escalate'), inIop, found('cocaine'), decided(first, 'approve', hour), arrived(first, later))
      .when(decided(first, 'approve', plusHours(later, 1)))
      .thenNothing();
  });

  it('knows the same decision also after the end of the episode', () => {
    givenWith(proposing('escalate'), inIop, found('cocaine'), decided(first, 'decline', day(36)))
      .when(discharged('dropped-out', day(37)), decided(first, 'decline', day(38)))
      .thenLacks('TransitionDeclined');
  });
});
