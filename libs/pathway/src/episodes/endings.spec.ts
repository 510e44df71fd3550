import { claims } from '../claims.ts';
import { admitted, day, definitive, inCareAt, missed, opened, presumptive, takes } from '../specs/commands.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { deathRecorded, discharged, first, happened, held, referralClosed, session } from '../specs/moves.ts';
import { notOpened } from '../journey.ts';
import { raised } from '../specs/safety.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const theClaim = [{ kind: 'open-episode', key: 'patient-1', owner: 'episode-1' }];

describe('a referral', () => {
  it('is closed when it never became an admission: nobody is discharged', () => {
    const { journey } = given(opened())
      .when(referralClosed(day(-3)))
      .thenIncludes(happened('ReferralClosed', { at: day(-3), reasonCode: 'could-not-be-reached' }))
      .thenLacks('EpisodeDischarged');
    expect(journey).toMatchObject({ status: 'discharged', dischargedAt: day(-3), reasonCode: 'never-admitted' });
  });

  it('lets go of the person when it is closed, so that they may be referred again', () => {
    const open = given().when(opened());
    const closed = given(opened()).when(referralClosed(day(-3)));
    expect(claims(notOpened('episode-1'), open.events).claim).toEqual(theClaim);
    expect(claims(open.journey, closed.events).release).toEqual(theClaim);
  });

  it('is closed once; the same again is no news', () => {
    given(opened(), referralClosed(day(-3)))
      .when(referralClosed(day(-3)))
      .thenNothing();
    given(opened(), referralClosed(day(-3)))
      .when(referralClosed(day(-2)))
      .thenRejects('EpisodeDischarged');
    given(opened(), referralClosed(day(-3)))
      .when(admitted('iop'))
      .thenRejects('EpisodeDischarged');
  });

  it('is not closed before it was made, ahead of time, or after an admission', () => {
    given()
      .when(referralClosed(day(-3)))
      .thenRejects('EpisodeNotOpened');
    given(opened())
      .when(referralClosed(day(-15), { occurredAt: day(-3) }))
      .thenRejects('EndsBeforeItBegins');
    given(opened())
      .when(referralClosed(day(-2), { occurredAt: day(-3) }))
      .thenRejects('InTheFuture');
    given(inIop)
      .when(referralClosed(day(1)))
      .thenRejects('AlreadyAdmitted');
  });

  it('that is closed waits for nothing', () => {
    given(opened(), referralClosed(day(-3)))
      .when(timePasses(day(500)))
      .thenNothing();
  });
});

describe('a death', () => {
  const cocaine = definitive([['cocaine', 'positive']]);

  it('ends the episode, the open move and every task, also those about somebody’s life', () => {
    const { journey } = given(inIop, takes('methadone', { kind: 'moud' }), cocaine)
      .when(deathRecorded(day(11), { cause: 'overdose' }))
      .thenIncludes(
        happened('DeathRecorded', { at: day(11), cause: 'overdose' }),
        happened('TransitionCancelled', { transitionId: first, cause: 'discharged' }),
        happened('EpisodeDischarged', { at: day(11), reasonCode: 'death', againstAdvice: false }),
      );
    expect(journey).toMatchObject({ status: 'discharged', reasonCode: 'death', death: { at: day(11) } });
    expect(journey.tasks.length).toBeGreaterThan(3);
    expect(journey.tasks.filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('leaves no timer: nothing happens by rule afterwards, whatever was under way', () => {
    const underWay = [
      ...inIop,
      held('h1', day(9), day(20)),
      presumptive([['cocaine', 'positive']]),
      missed(day(10)),
      definitive([['fentanyl', 'positive']], { specimenId: 's2', collectedAt: day(10) }),
    ];
    const { events } = given(underWay, deathRecorded(day(11))).when(timePasses(day(500)));
    expect(events).toEqual([]);
  });

  it('while waiting to be admitted closes the referral', () => {
    const { journey } = given(opened())
      .when(deathRecorded(day(-3)))
      .thenIncludes(happened('DeathRecorded'), happened('ReferralClosed', { reasonCode: 'died' }))
      .thenLacks('EpisodeDischarged');
    expect(journey).toMatchObject({ status: 'discharged', reasonCode: 'never-admitted', death: { at: day(-3) } });
  });

  it('after a discharge leaves the reason of the discharge as it was, and ends what was still asked', () => {
    const { journey } = given(inIop, cocaine, discharged('dropped-out', day(11)))
      .when(deathRecorded(day(30)))
      .thenIncludes(happened('DeathRecorded'))
      .thenLacks('EpisodeDischarged');
    expect(journey).toMatchObject({ reasonCode: 'dropped-out', dischargedAt: day(11), death: { at: day(30) } });
    expect(journey.tasks.filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('is told once, also where the discharge told of it', () => {
    given(inIop, deathRecorded(day(11)))
      .when(deathRecorded(day(11)))
      .thenNothing();
    given(inIop, discharged('death', day(11)))
      .when(deathRecorded(day(11)))
      .thenNothing();
    given(inIop, deathRecorded(day(11)))
      .when(discharged('death', day(11)))
      .thenNothing();
    given(inIop, deathRecorded(day(11)))
      .when(deathRecorded(day(12)))
      .thenRejects('DeathAlreadyRecorded');
  });

  it('does not lie ahead, nor before what it ends', () => {
    given()
      .when(deathRecorded(day(1)))
      .thenRejects('EpisodeNotOpened');
    given(inIop)
      .when(deathRecorded(day(3), { occurredAt: day(2) }))
      .thenRejects('InTheFuture');
    given(inIop)
      .when(deathRecorded(day(-1), { occurredAt: day(2) }))
      .thenRejects('EndsBeforeItBegins');
    given(opened())
      .when(deathRecorded(day(-15), { occurredAt: day(-3) }))
      .thenRejects('EndsBeforeItBegins');
  });

  it('that was somebody else’s is withdrawn: what was asked after the discharge is asked again', () => {
    const told = deathRecorded(day(12));
    const left = discharged('dropped-out', day(11), { againstAdvice: true });
    const died = given(inIop, left).when(told);
    const { journey } = given(inIop, left, told).when(
      withdrawn(idOf('DeathRecorded', died.events), plusHours(day(12), 1)),
    );
    expect(journey.death).toBeUndefined();
    expect(journey).toMatchObject({ reasonCode: 'dropped-out' });
    expect(journey.tasks.filter(({ state }) => state === 'open')).not.toEqual([]);
  });

  it('that a discharge told of is withdrawn: the person lives, and a crisis raised after it opens its task', () => {
    const died = given(inIop).when(deathRecorded(day(11)));
    const wrong = withdrawn(idOf('DeathRecorded', died.events), day(12), { reasonCode: 'wrong-person' });
    given(inIop, deathRecorded(day(11)), wrong)
      .when(raised('overdose', day(13)))
      .thenIncludes(happened('CrisisRaised'), taskOpened('crisis', { subject: 'c1' }), taskOpened('overdose-check'));
  });

  it('withdrawn leaves a person who takes a medication for opioid use disorder not without it', () => {
    const inCare = [...inIop, takes('methadone', { kind: 'moud' })];
    const died = given(inCare).when(deathRecorded(day(11)));
    given(inCare, deathRecorded(day(11)))
      .when(withdrawn(idOf('DeathRecorded', died.events), day(12)))
      .thenIncludes(taskOpened('medication-bridge'));
  });

  it('that only the reason of a discharge tells of is a death all the same: recorded, cause not known, nothing asked', () => {
    const { journey, events } = given(inIop, takes('methadone', { kind: 'moud' }), cocaine)
      .when(discharged('death', day(11)), timePasses(day(500)))
      .thenIncludes(happened('DeathRecorded', { at: day(11), cause: 'not-known' }), happened('EpisodeDischarged'))
      .thenLacks('TaskOpened', 'FollowUpMissed');
    expect(journey).toMatchObject({ reasonCode: 'death', death: { at: day(11), cause: 'not-known' } });
    expect(journey.tasks.filter(({ state }) => state === 'open')).toEqual([]);
    expect(events.filter(({ occurredAt }) => occurredAt > day(11))).toEqual([]);
  });

  it('has its cause told later, where it was not known', () => {
    const { journey } = given(inIop, discharged('death', day(11)))
      .when(deathRecorded(day(11), { occurredAt: day(40), cause: 'overdose' }))
      .thenIncludes(happened('DeathRecorded', { at: day(11), cause: 'overdose' }))
      .thenLacks('EpisodeDischarged');
    expect(journey.death).toMatchObject({ at: day(11), cause: 'overdose' });
  });

  it('that has a cause is not put down to another one without being withdrawn, and that it was not known is no news', () => {
    const overdose = deathRecorded(day(11), { cause: 'overdose' });
    given(inIop, overdose)
      .when(deathRecorded(day(11), { cause: 'not-known' }))
      .thenNothing();
    given(inIop, overdose)
      .when(deathRecorded(day(11), { cause: 'suicide' }))
      .thenRejects('DeathAlreadyRecorded');
  });

  it('ends the wait for a confirmation: no deadline of the screen comes, and what the laboratory says later asks nobody', () => {
    const waiting = [...inIop, presumptive([['cocaine', 'positive']], { specimenId: 's1' }), timePasses(day(11))];
    const { journey, events } = given(waiting)
      .when(deathRecorded(day(11)), timePasses(day(60)))
      .thenIncludes(happened('TaskCancelled', { taskId: 'episode-1.task.confirm-result.s1' }))
      .thenLacks('TaskEscalated', 'DrugTestDisposed');
    expect(journey.specimens[0]?.judgements.cocaine).toMatchObject({ disposition: 'awaiting-confirmation' });
    expect(events.filter(({ occurredAt }) => occurredAt > day(11))).toEqual([]);
    given(waiting, deathRecorded(day(11)))
      .when(definitive([['cocaine', 'positive']], { specimenId: 's1', reportedAt: day(14) }), timePasses(day(60)))
      .thenIncludes(disposed('unexpected-use', { drugClass: 'cocaine' }))
      .thenLacks('TaskOpened', 'TransitionConsidered', 'TransitionStarted');
  });

  it('keeps what comes to be known later, and asks nobody anything for it', () => {
    const late = { ...cocaine, occurredAt: day(14), collectedAt: day(10), reportedAt: day(14) };
    given(inIop, deathRecorded(day(11)))
      .when(late, { ...session(day(9)), occurredAt: day(15) })
      .thenIncludes(happened('DrugTestResultRecorded'), happened('DrugTestDisposed'), happened('SessionRecorded'))
      .thenLacks('TaskOpened', 'TransitionConsidered', 'ConfirmationRequested');
  });
});
