import { advance } from '../advance.ts';
import { claims } from '../claims.ts';
import { decide } from '../decide.ts';
import type { NewEvent } from '../events.ts';
import { foldAhead } from '../fold-ahead.ts';
import { admitted, day, definitive, inCareAt, missed, opened, presumptive, said } from '../specs/commands.ts';
import { disposed } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, first, happened, overrideTo, session } from '../specs/moves.ts';
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

describe('a discharge', () => {
  it('ends the stay and the open move, and what need not be done any more', () => {
    const { journey } = given(inIop, cocaine)
      .when(discharged('dropped-out', day(11)))
      .thenIncludes(
        happened('TransitionCancelled', { transitionId: first, cause: 'discharged' }),
        happened('EpisodeDischarged', { reasonCode: 'dropped-out' }),
      );
    expect(journey).toMatchObject({ status: 'discharged', lastLevel: 'iop', stays: [{ until: day(11) }] });
    expect(journey.tasks.filter((task) => task.state === 'open')).toMatchObject([{ kind: 'overdose-check' }]);
  });

  it('keeps the overdose check open: it is about somebody’s life', () => {
    const { journey } = given(inIop, definitive([['fentanyl', 'positive']])).when(discharged('other', day(10)));
    expect(journey.tasks.filter((task) => task.state === 'open')).toMatchObject([{ kind: 'overdose-check' }]);
  });

  it('by death ends every task', () => {
    const { journey } = given(inIop, definitive([['fentanyl', 'positive']])).when(discharged('death', day(10)));
    expect(journey.tasks.filter((task) => task.state === 'open')).toEqual([]);
  });

  it('is not "completed" from detox: a stay is not an episode', () => {
    given(inCareAt('detox'))
      .when(discharged('completed', day(5)))
      .thenRejects('DetoxIsNotAnEpisode');
  });

  it('by the programme needs a reason, and is refused where only a test is on record', () => {
    const refused = discharged('terminated-by-facility', day(12));
    given(inIop)
      .when(discharged('terminated-by-facility', day(5), { reason: undefined }))
      .thenRejects('ReasonRequired');
    given(inIop, presumptive([['cocaine', 'positive']]))
      .when(refused)
      .thenRejects('DrugTestIsNoGroundForDischarge');
    given(inIop, definitive([['cocaine', 'positive']], { collectedAt: day(2) }))
      .when(refused)
      .thenRejects('DrugTestIsNoGroundForDischarge');
    given(inIop, definitive([['cocaine', 'negative']], { collectedAt: day(2) }))
      .when(refused)
      .thenIncludes(happened('EpisodeDischarged'));
    given(inIop, presumptive([['cocaine', 'positive']]), session(day(11), 180, 'missed'))
      .when(refused)
      .thenIncludes(happened('EpisodeDischarged'));
    given(inIop, missed(day(3)))
      .when(discharged('terminated-by-facility', day(4)))
      .thenIncludes(happened('EpisodeDischarged'));
  });

  it('is known when told again, and stays as it was told first', () => {
    const ended = discharged('dropped-out', day(5));
    given(inIop, ended)
      .when(discharged('dropped-out', day(5)))
      .thenNothing();
    given(inIop, ended)
      .when(discharged('other', day(6)))
      .thenRejects('EpisodeDischarged');
  });

  it('is not for a referral, which is closed', () => {
    for (const reasonCode of ['completed', 'other', 'death'] as const)
      given(opened())
        .when(discharged(reasonCode, day(-13)))
        .thenRejects('NotAdmitted');
  });

  it('does not lie before the stay, nor in the future', () => {
    given(inIop, overrideTo('residential', day(1)))
      .when({ ...discharged('other', day(-1)), occurredAt: day(2) })
      .thenRejects('EndsBeforeItBegins');
    given(inIop)
      .when({ ...discharged('other', day(3)), occurredAt: day(2) })
      .thenRejects('InTheFuture');
  });

  it('leaves no timer behind', () => {
    given(inIop, cocaine, discharged('dropped-out', day(11)))
      .when(timePasses(day(60)))
      .thenNothing();
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

  it('goes up once, at the moment it was due', () => {
    const { events } = given(inIop, cocaine).when(timePasses(day(40)));
    const escalated = events.filter((event) => event.type === 'TaskEscalated');
    const reassessment = escalated.filter((event) => event.data.taskId.includes('reassessment'));
    expect(reassessment.map((event) => event.occurredAt)).toEqual([day(11)]);
  });
});
