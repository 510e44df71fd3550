import { claims } from '../claims.ts';
import type { Command } from '../commands.ts';
import type { OpenedJourney } from '../journey.ts';
import { cameBack } from '../specs/after.ts';
import { assessed } from '../specs/assessments.ts';
import { day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { given, Lived, timePasses, type Step } from '../specs/given.ts';
import { deathRecorded, discharged, first, happened, held, referralClosed, session } from '../specs/moves.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

const left: readonly Command[] = [...inCareAt('aftercare'), session(day(90)), discharged('dropped-out', day(100))];
const cocaine = (on: number) => definitive([['cocaine', 'positive']], { collectedAt: day(on), specimenId: `S-${on}` });
const open = ({ tasks }: OpenedJourney) => tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind);

function lived(...steps: readonly (Step | readonly Step[])[]): Lived {
  const one = new Lived();
  for (const step of steps.flat()) one.step(step);
  return one;
}

describe('a return within 30 days of the last service', () => {
  it('error 18: is the same episode at the indicated level: no new person, and nobody is made to begin in detox', () => {
    const { journey } = given(left, assessed({ 5: '3.5' }, day(104)))
      .when(cameBack('residential', day(105), { reason: undefined }))
      .thenIncludes(happened('EpisodeReopened', { level: 'residential', from: 'aftercare', attendedAt: day(105) }));
    expect(journey).toMatchObject({
      status: 'active',
      stay: { level: 'residential', since: day(105), reentry: true },
      completedTransitions: [{ kind: 're-entry', from: 'aftercare', to: 'residential', completedAt: day(105) }],
    });
  });

  it('error 18: is at any level that a person chooses with a reason, the one they had among them', () => {
    for (const level of ['iop', 'aftercare', 'residential'])
      given(left)
        .when(cameBack(level, day(105)))
        .thenIncludes(happened('EpisodeReopened', { level }));
    given(left)
      .when(cameBack('iop', day(105), { reason: undefined }))
      .thenRejects('ReasonRequired');
    given(left, assessed({ 5: '3.5' }, day(104)))
      .when(cameBack('iop', day(105), { reason: undefined }))
      .thenRejects('ReasonRequired');
  });

  it('error 18: asks for a new assessment of all dimensions, not for one as of somebody new', () => {
    const { journey } = given(
      inCareAt('iop'),
      assessed({ 4: '2.1' }, day(1)),
      session(day(9)),
      discharged('other', day(10)),
    )
      .when(cameBack('iop', day(12)))
      .thenIncludes(taskOpened('reassessment', { subject: first }))
      .thenLacks(taskOpened('initial-assessment'));
    expect(open(journey)).toContain('reassessment');
  });

  it('goes by an assessment of the return, or by one so fresh that it still holds', () => {
    const back = cameBack('residential', day(112), { reason: undefined });
    given(left, assessed({ 5: '3.5' }, day(99)))
      .when(back)
      .thenIncludes(happened('EpisodeReopened'));
    given(inCareAt('aftercare'), assessed({ 5: '3.5' }, day(95)), session(day(96)), discharged('other', day(100)))
      .when(back)
      .thenRejects('ReasonRequired');
  });

  it('takes the person’s claim again, so that no other episode is open beside it', () => {
    const ended = lived(left);
    const { events } = given(left).when(cameBack('iop', day(105)));
    const claim = { kind: 'open-episode', key: 'patient-1', owner: 'episode-1' };
    expect(claims(ended.journey, events).claim).toEqual([claim]);
  });

  it('has no follow-up and no contact to be made any more', () => {
    const { journey } = given(left, timePasses(day(117))).when(cameBack('iop', day(118)));
    expect(open(journey)).not.toContain('follow-up');
    const against = [...left.slice(0, -1), discharged('dropped-out', day(100), { againstAdvice: true })];
    const back = given(against).when(cameBack('iop', plusHours(day(100), 5)));
    expect(open(back.journey)).not.toContain('patient-directed-contact');
  });

  it('is followed up anew after the next discharge', () => {
    const again = [...left, timePasses(day(117)), cameBack('iop', day(118)), discharged('completed', day(150))];
    given(again)
      .when(timePasses(day(170)))
      .thenIncludes(taskOpened('follow-up', { subject: 'episode-1.discharge-2.day-30' }));
  });

  it('does not find again a pause that was on when the person left', () => {
    const paused = [...inCareAt('iop'), held('h1', day(9), day(20)), discharged('dropped-out', day(10))];
    const { journey } = given(paused)
      .when(cameBack('iop', day(12)), timePasses(day(30)))
      .thenLacks('HoldReleased');
    expect(journey.holds).toMatchObject([{ holdId: 'h1', endedAt: day(10) }]);
  });

  it('is known when told again, also after another discharge', () => {
    const back = cameBack('iop', day(105));
    given(left, back)
      .when({ ...back, commandId: 'again' })
      .thenNothing();
    given(left, back, discharged('completed', day(150)))
      .when({ ...back, commandId: 'again' })
      .thenNothing();
    given(left, back)
      .when(cameBack('residential', day(106)))
      .thenRejects('NotDischarged');
  });

  it('is possible after every discharge but death, also one by the programme or in jail', () => {
    for (const reason of ['completed', 'dropped-out', 'transferred', 'incarcerated', 'other'] as const)
      given(inCareAt('iop'), session(day(9)), discharged(reason, day(10)))
        .when(cameBack('iop', day(12)))
        .thenIncludes(happened('EpisodeReopened'));
    given(left, deathRecorded(day(103)))
      .when(cameBack('iop', day(105)))
      .thenRejects('PersonDied');
  });

  it('is possible after a death that was recorded for the wrong person', () => {
    const died: readonly Step[] = [...inCareAt('iop'), session(day(9)), deathRecorded(day(10))];
    const id = idOf('DeathRecorded', lived(died).events);
    given(died, withdrawn(id, day(11)))
      .when(cameBack('iop', day(12)))
      .thenIncludes(happened('EpisodeReopened'));
  });
});

describe('a return later than 30 days after the last service', () => {
  it('is a new episode, linked to this one: the rejection says so', () => {
    const { rejection } = given(left)
      .when(cameBack('iop', day(121)))
      .thenRejects('ReturnTooLate');
    expect(rejection).toEqual({
      type: 'ReturnTooLate',
      lastServiceAt: day(90),
      latest: '2026-09-01',
      previousEpisodeId: 'episode-1',
    });
  });

  it('is counted from the last service, not from the discharge, in days of the site', () => {
    // 30 days after 2 August: the last moment is before midnight of New York.
    given(left).when(cameBack('iop', '2026-09-02T03:59:00.000Z')).thenIncludes(happened('EpisodeReopened'));
    given(left).when(cameBack('iop', '2026-09-02T04:00:00.000Z')).thenRejects('ReturnTooLate');
  });

  it.each([
    ['of somebody who lived there, from the day they left', 'residential', [], 30],
    ['from a session that was attended late', 'iop', [session(day(95), 120, 'late')], 25],
    ['not from a session that was missed', 'iop', [session(day(95), 120, 'missed')], undefined],
    ['from a specimen that was collected', 'iop', [cocaine(80)], 10],
    ['from the admission where nothing else is known', 'iop', [], undefined],
  ] as const)('counts %s', (_, level, services, daysLeft) => {
    const ended = [...inCareAt(level), ...services, discharged('other', day(100))];
    if (daysLeft === undefined) {
      given(ended)
        .when(cameBack('iop', day(101)))
        .thenRejects('ReturnTooLate');
      return;
    }
    given(ended)
      .when(cameBack('iop', day(100 + daysLeft)))
      .thenIncludes(happened('EpisodeReopened'));
    given(ended)
      .when(cameBack('iop', day(101 + daysLeft)))
      .thenRejects('ReturnTooLate');
  });
});

describe('a return', () => {
  it('is refused where there is nothing to come back to', () => {
    given()
      .when(cameBack('iop', day(1)))
      .thenRejects('EpisodeNotOpened');
    given(opened())
      .when(cameBack('iop', day(1)))
      .thenRejects('NotDischarged');
    given(opened(), referralClosed(day(-3)))
      .when(cameBack('iop', day(1)))
      .thenRejects('NotAdmitted');
    given(left)
      .when(cameBack('php', day(105)))
      .thenRejects('UnknownLevel');
  });

  it('lies neither before the discharge nor ahead', () => {
    given(left)
      .when(cameBack('iop', day(99), { occurredAt: day(105) }))
      .thenRejects('ReturnsBeforeDischarge');
    given(left)
      .when(cameBack('iop', day(106), { occurredAt: day(105) }))
      .thenRejects('InTheFuture');
  });
});

describe('what was used while away', () => {
  const back = cameBack('iop', day(110));

  it('was brought along: it is consistent with earlier use, and moves no one', () => {
    given(left, back)
      .when(cocaine(111))
      .thenIncludes(disposed('baseline'))
      .thenLacks('UseEstablished', 'TransitionStarted');
    given(left, cocaine(105)).when(back).thenIncludes(disposed('baseline'), happened('UseWithdrawn'));
  });

  it('and shows after its time is new use, as after a first admission', () => {
    given(left, back)
      .when(cocaine(116))
      .thenIncludes(disposed('unexpected-use'), happened('TransitionStarted', { from: 'iop', to: 'residential' }));
  });

  it('does not excuse what was used before the discharge: that stays as it was judged', () => {
    given(left, cocaine(98)).when(back).thenLacks(disposed('baseline'), happened('UseWithdrawn'));
    given(left, back)
      .when({ ...cocaine(98), occurredAt: day(111) })
      .thenIncludes(disposed('unexpected-use'), taskOpened('late-result-review'))
      .thenLacks('TransitionStarted');
  });

  it('means the same in whatever order it becomes known', () => {
    const meanings = (steps: readonly Step[]) =>
      lived(left, steps)
        .opened()
        .specimens.map(({ specimenId, judgements }) => `${specimenId} ${judgements.cocaine?.disposition}`)
        .toSorted();
    const facts: readonly Step[] = [98, 105, 111, 120].map((on) => ({ ...cocaine(on), occurredAt: day(121) }));
    const expected = ['S-105 baseline', 'S-111 baseline', 'S-120 unexpected-use', 'S-98 unexpected-use'];
    expect(meanings([...facts, { ...back, occurredAt: day(121) }])).toEqual(expected);
    expect(meanings([{ ...back, occurredAt: day(121) }, ...facts.toReversed()])).toEqual(expected);
    expect(meanings([...facts.slice(2), { ...back, occurredAt: day(121) }, ...facts.slice(0, 2)])).toEqual(expected);
  });
});

describe('a return to use in aftercare', () => {
  const inAftercare = inCareAt('aftercare');

  it('error 18: leads to the level that an assessment of the week indicates, else to IOP; never to detox, and no new episode', () => {
    given(inAftercare)
      .when(cocaine(40))
      .thenIncludes(happened('TransitionStarted', { from: 'aftercare', to: 'iop' }))
      .thenLacks('EpisodeDischarged', 'EpisodeOpened');
    given(inAftercare, assessed({ 5: '3.5' }, day(38)))
      .when(cocaine(40))
      .thenIncludes(happened('TransitionStarted', { from: 'aftercare', to: 'residential' }));
    given(inAftercare, assessed({ 5: '3.5' }, day(20)))
      .when(cocaine(40))
      .thenIncludes(happened('TransitionStarted', { from: 'aftercare', to: 'iop' }));
  });
});
