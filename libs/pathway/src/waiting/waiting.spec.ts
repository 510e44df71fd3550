import type { Priority } from '../vocabulary.ts';
import { uses } from '../specs/assessments.ts';
import { admitted, day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { given, timePasses } from '../specs/given.ts';
import {
  appointed,
  arrived,
  first,
  goalReached,
  goalsSet,
  happened,
  held,
  placeDeclined,
  placeOffered,
} from '../specs/moves.ts';
import { standardFour } from '../specs/standard-four.ts';
import { pregnant } from '../specs/person.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import type { OpenedJourney } from '../journey.ts';
import { interim, noSlot } from '../specs/waiting.ts';
import { plusDays, plusHours } from '../time.ts';
import { rankOf, waitingPriority } from './priority.ts';

const requestedAt = day(-20);
const waits = (priority?: Priority) => opened({ requestedAt, ...(priority && { priority }) });
const taskOf = (
  journey: { readonly tasks: readonly { readonly kind: string; readonly dueAt: string }[] },
  kind: string,
) => journey.tasks.find((task) => task.kind === kind);

const openKinds = ({ tasks }: OpenedJourney) => tasks.filter(({ state }) => state === 'open').map(({ kind }) => kind);

describe('an applicant', () => {
  it('waits from the request, in the order of the statute', () => {
    given()
      .when(waits('injecting'))
      .thenIncludes(happened('EpisodeWaitlisted', { level: 'iop', priority: 'injecting', requestedAt }));
    const order = (['pregnant-injecting', 'pregnant', 'injecting', undefined] as const).map((priority) =>
      rankOf(waitingPriority(given().when(waits(priority)).journey), standardFour.waitingList),
    );
    expect(order).toEqual([0, 1, 2, 3]);
  });

  it('who is found to inject drugs comes before others', () => {
    const told = uses(day(-13), { drugClass: 'heroin', pattern: 'daily', injecting: true });
    expect(waitingPriority(given(waits()).when(told).journey)).toBe('injecting');
  });

  it('who is found to be pregnant comes before others', () => {
    given(waits())
      .when(pregnant(day(-13)))
      .thenIncludes(happened('EpisodeWaitlisted', { priority: 'pregnant' }));
    given(waits('injecting'))
      .when(pregnant(day(-13)))
      .thenIncludes(happened('EpisodeWaitlisted', { priority: 'pregnant-injecting' }));
  });

  it('error 16: who injects drugs is admitted within 14 days of the request, or 120 if interim services began in time', () => {
    const without = given(waits('injecting')).when(timePasses(day(30))).journey;
    expect(taskOf(without, 'admit-by-law')?.dueAt).toBe(plusDays(requestedAt, 14));
    const soon = opened({ requestedAt: day(-14), priority: 'injecting' });
    const withInterim = given(soon, interim(day(-13))).when(timePasses(day(110))).journey;
    expect(taskOf(withInterim, 'admit-by-law')?.dueAt).toBe(plusDays(day(-14), 120));
    const late = given(soon, interim(day(-11))).when(timePasses(day(30))).journey;
    expect(taskOf(late, 'admit-by-law')?.dueAt).toBe(day(0));
  });

  it('error 16: is offered interim services within 48 hours, and a pregnant person is referred to the State', () => {
    const { journey } = given(opened({ requestedAt: day(-14), priority: 'pregnant' })).when(timePasses(day(-13.9)));
    expect(taskOf(journey, 'interim-services')?.dueAt).toBe(plusHours(day(-14), 48));
    expect(taskOf(journey, 'state-referral')?.dueAt).toBe(plusHours(day(-14), 48));
    const begun = given(opened({ requestedAt: day(-14), priority: 'pregnant' })).when(interim(day(-13)));
    expect(begun.journey.tasks).toContainEqual(
      expect.objectContaining({ kind: 'interim-services', state: 'completed' }),
    );
  });

  it('of whom no statute speaks has no such task, and none is left open after admission', () => {
    expect(given(waits()).when(timePasses(day(30))).journey.tasks).toEqual([]);
    const { journey } = given(waits('pregnant-injecting')).when(admitted('iop'));
    const waiting = ['interim-services', 'state-referral', 'admit-by-law'];
    expect(journey.tasks.filter(({ kind, state }) => waiting.includes(kind) && state === 'open')).toEqual([]);
  });
});

describe('a move to a level that has no place', () => {
  const noPlace = [...inCareAt('iop'), definitive([['cocaine', 'positive']]), noSlot(first, day(10.5))];

  it('error 16: waits in present care: no hand-off is overdue, somebody looks for a place', () => {
    const { events, journey } = given(noPlace).when(timePasses(day(20)));
    expect(journey).toMatchObject({
      status: 'active',
      stay: { level: 'iop' },
      transition: { waitingSince: day(10.5) },
    });
    expect(events.filter(({ type }) => type === 'TransitionEscalated')).toEqual([]);
    expect(journey.tasks).toContainEqual(expect.objectContaining({ kind: 'find-place', state: 'open' }));
    expect(journey.tasks).not.toContainEqual(expect.objectContaining({ kind: 'hand-off-outreach' }));
  });

  it('asks for a place, not for an appointment that nobody can give', () => {
    const { journey } = given(noPlace).when(timePasses(day(11)));
    expect(openKinds(journey)).toContain('find-place');
    expect(openKinds(journey)).not.toContain('schedule-hand-off');
  });

  it('goes on when a place is offered: its hand-off has its whole time again', () => {
    const { journey } = given(noPlace).when(placeOffered('residential', day(15), day(17)));
    expect(journey).toMatchObject({
      transition: { state: 'started', handOffDueAt: plusHours(day(15), 72), appointmentAt: day(17) },
    });
    expect(journey.status === 'active' && journey.transition).not.toHaveProperty('waitingSince');
    expect(journey.tasks).toContainEqual(expect.objectContaining({ kind: 'find-place', state: 'completed' }));
  });

  it('waits again when the place is not taken', () => {
    const { journey } = given(noPlace, placeOffered('residential', day(15), day(17), { slotId: 's1' })).when(
      placeDeclined('s1', day(15.5)),
    );
    expect(journey).toMatchObject({ transition: { waitingSince: day(15.5) } });
    expect(journey.tasks).toContainEqual(expect.objectContaining({ kind: 'find-place', state: 'open' }));
  });

  it('goes on with an appointment there, in the time that it had left: somebody asks whether the person came', () => {
    const { journey } = given(noPlace).when(appointed(first, day(15), day(17)));
    expect(journey).toMatchObject({ transition: { appointmentAt: day(17), handOffDueAt: day(17.5) } });
    expect(journey.status === 'active' && journey.transition).not.toHaveProperty('waitingSince');
    expect(journey.tasks).toContainEqual(expect.objectContaining({ kind: 'find-place', state: 'completed' }));
    given(noPlace, appointed(first, day(15), day(17)))
      .when(timePasses(day(19)))
      .thenIncludes(happened('TaskOpened', { kind: 'record-attendance' }), happened('TransitionEscalated'));
  });

  it('is overdue only by its new time once a place was found, also where it was overdue before', () => {
    const overdue = [...inCareAt('iop'), definitive([['cocaine', 'positive']]), timePasses(day(14))];
    const found = [...overdue, noSlot(first, day(14)), placeOffered('residential', day(15), day(17))];
    const { journey } = given(found).when(timePasses(day(16)));
    expect(openKinds(journey)).not.toContain('hand-off-overdue');
    const { events } = given(found).when(timePasses(day(30)));
    const escalated = events.filter(({ type }) => type === 'TransitionEscalated');
    expect(escalated.map(({ occurredAt }) => occurredAt)).toEqual([day(18)]);
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'TaskOpened', data: expect.objectContaining({ kind: 'hand-off-overdue' }) }),
    );
  });

  it('is to be made soon for an opioid, counted from when a place was found', () => {
    const opioids = [...inCareAt('iop'), definitive([['opioids', 'positive']]), noSlot(first, day(10.5))];
    given(opioids)
      .when(placeOffered('residential', day(15), day(17)))
      .thenIncludes(happened('TransitionPlaceFound', { targetAt: day(16) }));
  });

  it('goes on with another place that is kept, when the one it went on with is not taken', () => {
    const { journey } = given(
      noPlace,
      placeOffered('residential', day(15), day(18), { slotId: 's1' }),
      placeOffered('residential', day(15.5), day(25), { slotId: 's2' }),
    )
      .when(placeDeclined('s1', day(16)))
      .thenIncludes(happened('TransitionPlaceFound', { slotId: 's2' }));
    expect(openKinds(journey)).not.toContain('find-place');
  });

  it('still looks for a place while it is paused', () => {
    const down = [...inCareAt('iop'), goalsSet(day(1), 'g1'), goalReached('g1', day(20)), noSlot(first, day(21))];
    const { journey } = given(down).when(held('h1', day(22), day(25)));
    expect(journey).toMatchObject({ transition: { state: 'suspended' } });
    expect(openKinds(journey)).toContain('find-place');
  });

  it('is made all the same where the person is seen there', () => {
    const { journey } = given(noPlace).when(arrived(first, day(12)));
    expect(journey).toMatchObject({ status: 'active', stay: { level: 'residential' } });
  });

  it('is not made with a place that was offered before there was none', () => {
    const { journey } = given(
      inCareAt('iop'),
      definitive([['cocaine', 'positive']]),
      placeOffered('residential', day(10.2), day(20)),
    ).when(noSlot(first, day(10.5)));
    expect(journey).toMatchObject({ transition: { waitingSince: day(10.5) } });
  });

  it('is told of once, also after a place was found', () => {
    given(noPlace, placeOffered('residential', day(15), day(17)))
      .when(noSlot(first, day(10.5)))
      .thenNothing();
  });

  it('is told of once while it waits', () => {
    given(noPlace)
      .when(noSlot(first, day(11)))
      .thenNothing();
  });
});

describe('the days that the statute sets', () => {
  const asked = opened({ requestedAt: day(-14), priority: 'injecting' });
  const soon = interim(day(-13));

  it('change with what becomes known late: interim services that had begun in time give more of them', () => {
    const told = { ...soon, occurredAt: day(-5) };
    const { journey } = given(asked, timePasses(day(-6))).when(told, timePasses(day(50)));
    expect(taskOf(journey, 'admit-by-law')).toMatchObject({ state: 'cancelled' });
    const later = given(asked, timePasses(day(-6)), told).when(timePasses(day(100))).journey;
    expect(taskOf(later, 'admit-by-law')).toMatchObject({ state: 'open', dueAt: plusDays(day(-14), 120) });
  });

  it('ask nothing any more where what they rest on was recorded in error', () => {
    const applicant = opened({ requestedAt: day(-14) });
    const recorded = idOf('PregnancyRecorded', given(applicant).when(pregnant(day(-13))).events);
    const { journey } = given(applicant, pregnant(day(-13))).when(withdrawn(recorded, day(-12)));
    expect(openKinds(journey)).toEqual([]);
  });
});

describe('interim services', () => {
  it('are recorded once under one id', () => {
    given(waits('injecting'), interim(day(-19)))
      .when(interim(day(-19)))
      .thenNothing();
    given(waits('injecting'), interim(day(-19)))
      .when(interim(day(-18)))
      .thenRejects('InterimServiceConflict');
  });
});
