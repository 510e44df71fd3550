import type { CareEvent } from '../events.ts';
import type { OpenedJourney } from '../journey.ts';
import { admitted, day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import {
  appointed,
  discharged,
  first,
  happened,
  held,
  overrideTo,
  placeDeclined,
  placeOffered,
  referralClosed,
} from '../specs/moves.ts';
import { pregnant } from '../specs/person.ts';
import { standardFour } from '../specs/standard-four.ts';
import { interim, noSlot } from '../specs/waiting.ts';
import { plusDays, plusHours, type Instant } from '../time.ts';
import type { Priority } from '../vocabulary.ts';
import { admitBy, interimBegan, interimBy, rankOf } from './priority.ts';
import { keptPlace, waitsFor } from './waits.ts';

const words = { sealed: 'kid.nonce.words' };
const request = day(-14);
const waits = (priority?: Priority) => opened({ requestedAt: request, ...(priority && { priority }) });
const law = standardFour.waitingList;
const byLaw = ['interim-services', 'state-referral', 'admit-by-law'];
const states = ({ tasks }: OpenedJourney) =>
  byLaw.flatMap((kind) => tasks.filter((task) => task.kind === kind).map(({ state }) => state));
/** What is asked by law, of whom and when, in the order of the statute. */
const asksOf = (events: readonly CareEvent[]) => {
  const opened = events.flatMap((event) => (event.type === 'TaskOpened' ? [event] : []));
  return byLaw.flatMap((wanted) =>
    opened
      .filter(({ data }) => data.kind === wanted)
      .map(({ occurredAt: openedAt, data: { kind, role, subject, dueAt } }) => ({
        kind,
        role,
        subject,
        openedAt,
        dueAt,
      })),
  );
};
const lived = (...steps: readonly (Step | readonly Step[])[]) => given(...steps).when().journey;

describe('the clocks of who waits', () => {
  const subject = 'episode-1';
  const interimAsk = {
    ...{ kind: 'interim-services', role: 'coordinator', subject, openedAt: request },
    dueAt: plusHours(request, 48),
  };
  const stateAsk = { ...interimAsk, kind: 'state-referral' };
  const admitAsk = (openedAt: Instant) => ({
    ...{ kind: 'admit-by-law', role: 'programme-manager', subject, openedAt, dueAt: plusDays(request, 14) },
  });
  const notice = plusDays(request, 14 - law.noticeDays);

  it.each<readonly [priority: Priority | undefined, asked: readonly object[]]>([
    [undefined, []],
    ['injecting', [interimAsk, admitAsk(notice)]],
    ['pregnant', [interimAsk, stateAsk]],
    ['pregnant-injecting', [interimAsk, stateAsk, admitAsk(notice)]],
  ])('ask by the statute, of %s', (priority, asked) => {
    const { events, journey } = given().when(waits(priority), timePasses(day(-0.1)));
    expect(asksOf(events)).toEqual(asked);
    expect(states(journey)).toEqual(asked.map(() => 'open'));
  });

  it('give some hours where the last moment has passed when somebody is asked', () => {
    const { events } = given().when({ ...waits('injecting'), requestedAt: day(-40) });
    const grace = plusHours(request, standardFour.deadlines.graceHours);
    expect(asksOf(events).map(({ kind, openedAt, dueAt }) => [kind, openedAt, dueAt])).toEqual([
      ['interim-services', request, grace],
      ['admit-by-law', request, grace],
    ]);
  });

  it.each<readonly [what: string, steps: readonly Step[], ended: readonly string[]]>([
    ['admission', [admitted('iop')], ['cancelled', 'completed', 'completed']],
    ['the end of the referral', [referralClosed(day(0))], ['cancelled', 'cancelled', 'cancelled']],
    ['interim services that begin', [interim(day(0))], ['completed', 'open', 'open']],
  ])('end with %s', (_what, steps, ended) => {
    const { journey } = given(waits('pregnant-injecting'), timePasses(day(-1))).when(...steps);
    expect(states(journey)).toEqual(ended);
  });

  it('run for people who inject, and for interim services to be begun, by their order', () => {
    const clocks = (priority?: Priority) => [
      admitBy(lived(waits(priority)), law),
      interimBy(lived(waits(priority)), law),
    ];
    expect(clocks()).toEqual([undefined, undefined]);
    expect(clocks('pregnant')).toEqual([undefined, plusHours(request, 48)]);
    expect(clocks('injecting')).toEqual([plusDays(request, 14), plusHours(request, 48)]);
    expect(clocks('pregnant-injecting')).toEqual([plusDays(request, 14), plusHours(request, 48)]);
    expect(rankOf('injecting', { ...law, order: ['pregnant'] })).toBe(1);
  });

  it.each<readonly [what: string, begun: readonly Instant[], days: number]>([
    ['at the last moment of the 48 hours', [plusHours(request, 48)], 120],
    ['a minute later', [plusHours(request, 48 + 1 / 60)], 14],
    ['in time, told after a later one', [day(-5), day(-13)], 120],
    ['in time, told before a later one', [day(-13), day(-5)], 120],
  ])('give 120 days where interim services began within 48 hours: %s', (_what, begun, days) => {
    const services = begun.map((at, index) => ({ ...interim(at, `i${index}`), occurredAt: day(-4) }));
    const journey = lived(waits('injecting'), services);
    expect(admitBy(journey, law)).toBe(plusDays(request, days));
    expect(interimBegan(journey)).toBe(begun.toSorted()[0]);
  });

  it('tell of the place in the order when it changes, and only then', () => {
    const { events } = given(waits('injecting')).when(pregnant(day(-13)), interim(day(-12.5)), timePasses(day(-11)));
    expect(events.filter(({ type }) => type === 'EpisodeWaitlisted').map(({ data }) => data)).toStrictEqual([
      { level: 'iop', priority: 'pregnant-injecting', requestedAt: request },
    ]);
  });
});

describe('interim services', () => {
  it('are kept exactly as they were said', () => {
    const data = (reason: object) =>
      given(waits())
        .when({ ...interim(day(-13)), occurredAt: day(-12), ...reason })
        .events.filter(({ type }) => type === 'InterimServiceRecorded')
        .map((event) => [event.occurredAt, event.data]);
    const service = { interimServiceId: 'i1', services: ['hiv-tb-counselling'], at: day(-13) };
    expect(data({})).toStrictEqual([[day(-12), service]]);
    expect(data({ reason: words })).toStrictEqual([[day(-12), { ...service, reason: words }]]);
  });

  it('are refused before an episode, ahead of time, and in other words under one id', () => {
    const refusal = (...steps: readonly [...Step[], Step]) =>
      given(steps.slice(0, -1)).when(...steps.slice(-1)).rejection;
    expect(refusal(interim(day(1)))).toEqual({ type: 'EpisodeNotOpened' });
    const ahead = { ...interim(day(-12)), occurredAt: day(-13) };
    expect(refusal(waits(), ahead)).toEqual({ type: 'InTheFuture', field: 'at', at: day(-12), now: day(-13) });
    const other = { ...interim(day(-13)), services: ['peer-support'] as const };
    const conflict = { type: 'InterimServiceConflict', interimServiceId: 'i1' };
    expect(refusal(waits(), interim(day(-13)), other)).toEqual(conflict);
    given(waits(), interim(day(-13), 'i0'), interim(day(-13)))
      .when(interim(day(-13)))
      .thenNothing();
  });
});

describe('the level for which a person waits', () => {
  const moving = [...inCareAt('iop'), definitive([['cocaine', 'positive']])];
  const noPlace = [...moving, noSlot(first, day(10.5))];

  it('is the entry level of an applicant, or that of a move without a place; else none', () => {
    expect(waitsFor(lived(opened({ entryLevel: 'residential' })))).toBe('residential');
    expect(waitsFor(lived(noPlace))).toBe('residential');
    const others = [moving, inCareAt('iop'), [...noPlace, appointed(first, day(11), day(12))]];
    for (const steps of [...others, [...noPlace, discharged('other', day(12))]])
      expect(waitsFor(lived(steps))).toBeUndefined();
  });

  it('has the place that is kept there: offered last, not declined, not yet past', () => {
    const offered = (level: string, from: number, until: number, slotId: string, keptUntil?: number) =>
      placeOffered(level, day(from), day(until), {
        slotId,
        ...(keptUntil !== undefined && { keptUntil: day(keptUntil) }),
      });
    const two = [...inCareAt('iop'), offered('residential', 1, 9, 's1'), offered('residential', 2, 9, 's2')];
    const slot = (steps: readonly Step[], from?: number) => keptPlace(lived(steps), 'residential', from)?.slotId;
    expect(slot(two)).toBe('s2');
    expect(slot([...two, offered('detox', 3, 9, 's3')])).toBe('s2');
    expect(slot([...two, placeDeclined('s2', day(3))])).toBe('s1');
    expect(slot(two, 2)).toBeUndefined();
    expect(slot([...inCareAt('iop'), offered('residential', 1, 9, 's1', 3), overrideTo('detox', day(2.9))])).toBe('s1');
    expect(slot([...inCareAt('iop'), offered('residential', 1, 9, 's1', 3), interim(day(3))])).toBeUndefined();
  });

  it('is looked for within a day, by name', () => {
    const { events } = given(moving).when(noSlot(first, day(10.5)));
    const hours = standardFour.deadlines.newAppointmentHours.urgent;
    expect(events.flatMap((event) => (event.type === 'TaskOpened' ? [event.data] : []))).toContainEqual({
      ...{ taskId: 'episode-1.task.find-place.t1', kind: 'find-place', role: 'coordinator', subject: first },
      dueAt: plusHours(day(10.5), hours),
    });
    expect(events.filter(({ type }) => type === 'TransitionWaitlisted').map(({ data }) => data)).toStrictEqual([
      { transitionId: first, level: 'residential' },
    ]);
  });

  it('is told of with the place that is found, and again when that place is lost', () => {
    const offer = placeOffered('residential', day(15), day(17), { slotId: 's1' });
    const found = given(noPlace).when(offer);
    const place = found.events.find(({ type }) => type === 'SlotOffered')?.id;
    const about = { transitionId: first, slotId: 's1', handOffDueAt: plusHours(day(15), 72) };
    expect(found.events.filter(({ type }) => type === 'TransitionPlaceFound')).toMatchObject([
      { occurredAt: day(15), causedBy: place, data: about },
    ]);
    const { events } = given(noPlace, offer).when(placeDeclined('s1', day(16)));
    expect(events).toContainEqual(
      expect.objectContaining({
        ...{ type: 'TransitionWaitlisted', occurredAt: day(16), data: { transitionId: first, level: 'residential' } },
      }),
    );
    given(noPlace, offer, placeOffered('residential', day(15.2), day(18), { slotId: 's2' }))
      .when(placeDeclined('s2', day(15.5)))
      .thenLacks('TransitionWaitlisted');
    given(noPlace, held('h1', day(11), day(12)))
      .when(offer)
      .thenIncludes(happened('TransitionPlaceFound', about));
  });
});
