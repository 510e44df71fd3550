import { advance } from '../advance.ts';
import { claims } from '../claims.ts';
import { decide } from '../decide.ts';
import type { NewEvent } from '../events.ts';
import { foldAhead } from '../fold-ahead.ts';
import { admitted, day, definitive, inCareAt, missed, opened, said } from '../specs/commands.ts';
import { disposed } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, happened } from '../specs/moves.ts';
import type { CommandOf } from '../commands.ts';
import { evolve, StreamBroken } from '../evolve.ts';
import { notOpened, type OpenedJourney } from '../journey.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const rules = { programme: standardFour, calendar: newYork };
const cocaine = definitive([['cocaine', 'positive']]);

describe('an episode', () => {
  it('is opened once; the same again is no news, another is refused', () => {
    given()
      .when(opened())
      .thenIncludes(happened('EpisodeOpened', { entryLevel: 'iop' }));
    given(opened()).when(opened()).thenNothing();
    given(opened())
      .when(opened({ entryLevel: 'detox' }))
      .thenRejects('EpisodeAlreadyOpened');
    for (const other of [{ ageGroup: 'adolescent' }, { priority: 'pregnant' }] as const)
      given(opened()).when(opened(other)).thenRejects('EpisodeAlreadyOpened');
  });

  it('begins at a level of its programme', () => {
    given(opened()).when(admitted('php')).thenRejects('UnknownLevel');
  });

  it('is not moved, nor told anything, before it was opened', () => {
    expect(() => given().when(admitted('iop')).thenRejects('EpisodeNotOpened')).not.toThrow();
  });

  it('cannot be read from the middle of its stream', () => {
    const [admission] = given(opened()).when(admitted('iop')).events;
    if (!admission) throw new Error('not admitted');
    expect(() => evolve(notOpened('episode-1'), admission)).toThrow(StreamBroken);
  });

  it('claims the person while it is open, and each specimen for the person', () => {
    const open = given().when(opened());
    expect(claims(notOpened('episode-1'), open.events).claim).toEqual([
      { kind: 'open-episode', key: 'patient-1', owner: 'episode-1' },
    ]);
    expect(claims(open.journey, given(inIop).when(cocaine).events).claim).toEqual([
      { kind: 'specimen', key: 'S-2026-05-14T12', owner: 'patient-1' },
    ]);
    const ended = given(inIop).when(discharged('dropped-out', day(3)));
    expect(claims(open.journey, ended.events).release).toEqual([
      { kind: 'open-episode', key: 'patient-1', owner: 'episode-1' },
    ]);
  });
});

describe('an admission', () => {
  it('begins the first stay when the first service was attended', () => {
    const { journey } = given(opened()).when(admitted('residential'));
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'residential', since: day(0) } });
  });

  it('happens once', () => {
    given(inIop).when(admitted('iop')).thenNothing();
    given(inIop).when(admitted('residential')).thenRejects('AlreadyAdmitted');
    given(inIop, discharged('dropped-out', day(1)))
      .when(admitted('iop', day(2)))
      .thenRejects('EpisodeDischarged');
    given(inIop, discharged('dropped-out', day(1)))
      .when(admitted('iop'))
      .thenNothing();
  });

  it('judges again what was recorded before it, and moves no one for it', () => {
    const before = definitive([['cocaine', 'positive']], { collectedAt: day(-1) });
    given(opened(), before).when(admitted('iop')).thenLacks('TransitionStarted', 'TransitionConsidered');
    given(opened()).when(before).thenIncludes(disposed('baseline'));
  });
});

describe('a screening plan', () => {
  const plan = (fields: Partial<CommandOf<'SetScreeningPlan'>> = {}): CommandOf<'SetScreeningPlan'> => ({
    type: 'SetScreeningPlan',
    ...said(day(1)),
    from: day(1),
    until: day(100),
    drugClasses: ['opioids', 'methadone'],
    negativeBy: 'specimen',
    ...fields,
  });

  it('is set, known when told again, and replaced by another', () => {
    given(inIop)
      .when(plan())
      .thenIncludes(happened('ScreeningPlanSet', { negativeBy: 'specimen' }));
    given(inIop, plan()).when(plan()).thenNothing();
    given(inIop, plan())
      .when(plan({ negativeBy: 'attended-visit' }))
      .thenIncludes(happened('ScreeningPlanSet'));
    given(inIop)
      .when(plan({ until: day(0) }))
      .thenRejects('EndsBeforeItBegins');
  });
});

describe('an overdue task', () => {
  it('goes up in one round with all others, oldest first, after the rules were stopped for long', () => {
    const journey = Array.from({ length: 60 }, (_, index) => missed(plusHours(day(1), index))).reduce<OpenedJourney>(
      (before, command, index) => {
        const context = { ...rules, now: day(4), eventId: (place: number) => `fact-${index}-${place}` };
        const decision = decide(before, command, context);
        return decision.accepted ? foldAhead(before, decision.events, command, context) : before;
      },
      given(inIop).when(timePasses(day(1))).journey,
    );
    const rounds: (readonly NewEvent[])[] = [];
    const rest = (before: OpenedJourney, now: string): OpenedJourney => {
      const context = { ...rules, now, eventId: (place: number) => `run-${rounds.length}-${place}` };
      const events = advance(before, context);
      if (events.length === 0) return before;
      rounds.push(events);
      return rest(foldAhead(before, events, said(now), context), now);
    };
    const asked = rest(journey, day(4));
    rest(asked, day(30));
    expect(rounds.length).toBeLessThan(5);
    const escalated = rounds.flat().filter((event) => event.type === 'TaskEscalated');
    const moments = escalated.map((event) => event.occurredAt);
    expect(moments.length).toBeGreaterThan(60);
    expect(moments).toEqual(moments.toSorted());
  });

  it('goes up at the moment it was due, and again a day later while somebody is above', () => {
    const { events } = given(inIop, cocaine).when(timePasses(day(40)));
    const escalated = events.filter((event) => event.type === 'TaskEscalated');
    const reassessment = escalated.filter((event) => event.data.taskId.includes('reassessment'));
    expect(reassessment.map((event) => event.occurredAt)).toEqual([day(11), day(12)]);
  });
});
