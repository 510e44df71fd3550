import { advance, due, outstanding } from './advance.ts';
import { claims } from './claims.ts';
import { decide } from './decide.ts';
import type { CareEvent } from './events.ts';
import { evolve, StreamBroken } from './evolve.ts';
import { JourneyInMemory, NeverAtRest } from './journey-in-memory.ts';
import { notOpened } from './journey.ts';
import { assessed } from './specs/assessments.ts';
import { admitted, day, definitive, inCareAt, opened } from './specs/commands.ts';
import { given, Lived, timePasses, type Step } from './specs/given.ts';
import { discharged, session } from './specs/moves.ts';
import { asked, pregnant } from './specs/person.ts';
import { consented } from './specs/safety.ts';
import { standardFour } from './specs/standard-four.ts';
import { withdrawn } from './specs/withdrawn-facts.ts';
import { plusMinutes, type Instant } from './time.ts';

const lived = (...steps: readonly (Step | readonly Step[])[]): Lived => {
  const one = new Lived();
  for (const step of steps.flat()) one.step(step);
  return one;
};
const inIop = inCareAt('iop');

describe('what follows by rule', () => {
  it('is nothing before an episode was opened, and nothing before its moment', () => {
    const context = new Lived().context();
    expect(outstanding(notOpened('episode-1'), context)).toEqual([]);
    expect(advance(notOpened('episode-1'), context)).toEqual([]);
    const one = lived(inIop);
    const next = due(one.journey, one.context());
    if (!next) throw new Error('the assessment is waited for');
    expect(advance(one.journey, { ...one.context(), now: plusMinutes(next.at, -1) })).toEqual([]);
    expect(advance(one.journey, { ...one.context(), now: next.at })).not.toEqual([]);
  });

  it.each([
    ['opened first', [pregnant(day(0.1)), asked('phq-9', { 'better-off-dead': 1 }, day(0.5))]],
    ['opened last', [asked('phq-9', { 'better-off-dead': 1 }, day(0.1)), pregnant(day(0.105))]],
  ] as const)('after a stop is made in the order of its moments: due last what was %s', (_which, steps) => {
    const one = lived(inIop, steps);
    const context = { ...one.context(), now: day(9) };
    const overdue = outstanding(one.journey, context).filter(({ cause, at }) => cause === 'task' && at <= day(9));
    const inTime = overdue.toSorted((a, b) => a.at.localeCompare(b.at)).map(({ subject }) => subject);
    const made = advance(one.journey, context).flatMap(({ data }) => ('taskId' in data ? [data.taskId] : []));
    expect(made).toEqual(inTime);
    expect(made).toHaveLength(3);
  });

  it('is found anew for another programme, and for another calendar', () => {
    const one = lived(opened(), assessed({ 4: '2.1' }, day(-1)), admitted('iop'));
    const context = one.context();
    const { iop } = standardFour.levels;
    if (!iop) throw new Error('there is IOP');
    const levels = { ...context.programme.levels, iop: { ...iop, reassessEveryDays: 9 } };
    const programme = { ...context.programme, levels };
    const calendar = { ...context.calendar, offsets: [{ from: day(-99), minutes: 60 }] };
    const before = due(one.journey, context);
    expect(due(one.journey, { ...context, programme })).not.toEqual(before);
    expect(due(one.journey, { ...context, calendar })).not.toEqual(due(one.journey, context));
    expect(due(one.journey, context)).toEqual(before);
  });
});

describe('a run', () => {
  const expiring = (count: number) =>
    Array.from({ length: count }, (_, index) => consented(day(2), { consentId: `k${index}` }));

  it('comes to rest however many consents end at one moment', () => {
    const one = lived(inIop, expiring(120), timePasses(day(99))).opened();
    expect(one.tasks.filter(({ kind }) => kind === 'renew-consent')).toHaveLength(120);
    expect(one.consents.every(({ ended }) => ended?.at === day(90))).toBe(true);
  });

  it('ends of the consents those whose day has come, oldest first, each at its own moment', () => {
    const until = (consentId: string, on: number) =>
      consented(day(2), { consentId, expires: { on: 'date', at: day(on) } });
    const steps = [...inIop, until('late', 50), until('later', 60), until('early', 40)];
    expect(
      lived(...steps, timePasses(day(45)))
        .opened()
        .consents.map(({ ended }) => ended?.at),
    ).toEqual([undefined, undefined, day(40)]);
    const one = lived(...steps, timePasses(day(35)));
    const afterAStop = advance(one.journey, { ...one.context(), now: day(55) });
    expect(afterAStop.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
      ['ConsentExpired', day(40)],
      ['ConsentExpired', day(50)],
    ]);
  });

  /** In care since the beginning, and this many crises known at each of these moments: one round each. */
  const withCrises = (count: number, ...moments: readonly Instant[]) => {
    const { journey } = lived(inIop, timePasses(day(3)));
    if (journey.status === 'not-opened') throw new Error('it was opened');
    const crises = moments.flatMap((at) =>
      Array.from({ length: count }, (_, index) => {
        const known = { crisisId: `c${index}-${at}`, raisedAt: at, recordedAt: at, eventId: 'e1' };
        return { ...known, kind: 'other', actions: [] } as const;
      }),
    );
    const told: CareEvent[] = [];
    const { programme, calendar } = lived(inIop).context();
    const care = JourneyInMemory.continuing({ ...journey, crises }, { programme, calendar }, (events) => {
      told.push(...events);
    });
    return { rest: (until: Instant) => care.rest(until), told, version: journey.version };
  };

  it('comes to rest within 50 rounds of one moment, or is an error that says of what', () => {
    expect(() => withCrises(51, day(3)).rest(day(3))).not.toThrow();
    expect(() => withCrises(52, day(3)).rest(day(3))).toThrow(NeverAtRest);
    expect(new NeverAtRest({ cause: 'hold', subject: 'h1', at: day(3) })).toMatchObject({
      code: 'NEVER_AT_REST',
      message: `hold of h1, due at ${day(3)}, does not come to rest`,
    });
  });

  it('counts its rounds anew at each moment, and signs what it makes with the version it began at', () => {
    const one = withCrises(40, day(3), day(4));
    one.rest(day(5));
    expect(new Set(one.told.flatMap(({ type, data }) => (type === 'TaskOpened' ? [data.subject] : []))).size).toBe(80);
    expect(one.told[0]).toMatchObject({ commandId: `run-${one.version}`, actor: { kind: 'rule' } });
  });
});

describe('a log', () => {
  it('that does not begin with the opening is broken', () => {
    const [second] = lived(inIop).events.slice(1);
    if (!second) throw new Error('it has two events');
    const fold = () => evolve(notOpened('episode-1'), second);
    expect(fold).toThrow(StreamBroken);
    expect(new StreamBroken(second)).toMatchObject({
      code: 'STREAM_BROKEN',
      message: `${second.type} is event 2 of episode episode-1, which was not opened before it`,
    });
  });

  it('never changes a journey that it goes on from', () => {
    const one = lived(inIop);
    const { journey } = one;
    const written = () => JSON.stringify({ ...journey, told: undefined });
    const kept = written();
    one.step(discharged('dropped-out', day(1)));
    expect(written()).toBe(kept);
  });
});

describe('what is told ahead of its time', () => {
  it('is rejected, whatever it is', () => {
    const one = lived(inIop);
    const now = one.context().now;
    expect(decide(one.journey, session(plusMinutes(now, 6)), one.context())).toEqual({
      accepted: false,
      rejection: { type: 'InTheFuture', field: 'occurredAt', at: plusMinutes(now, 6), now },
    });
    expect(decide(one.journey, { ...pregnant(now), occurredAt: plusMinutes(now, 6) }, one.context())).toMatchObject({
      rejection: { field: 'occurredAt' },
    });
  });
});

describe('a specimen is let go', () => {
  it('when its only report is withdrawn, and no other with it', () => {
    const cocaine = (on: number) => definitive([['cocaine', 'negative']], { collectedAt: day(on) });
    const one = lived(inIop, cocaine(3), cocaine(5));
    const eventId = one.events.find(({ type }) => type === 'DrugTestResultRecorded')?.id ?? '';
    const taken = decide(one.journey, withdrawn(eventId, day(5)), one.context());
    expect(claims(one.journey, taken.accepted ? taken.events : [])).toEqual({
      claim: [],
      release: [{ kind: 'specimen', key: 'S-2026-05-07T12', owner: 'patient-1' }],
    });
  });

  it('not while another report of it stands', () => {
    const first = definitive([['cocaine', 'negative']], { collectedAt: day(3) });
    const more = definitive([['fentanyl', 'negative']], { collectedAt: day(3), reportedAt: day(4) });
    const one = lived(inIop, first, more);
    const eventId = one.events.find(({ type }) => type === 'DrugTestResultRecorded')?.id ?? '';
    const taken = decide(one.journey, withdrawn(eventId, day(5)), { ...one.context(), now: day(5) });
    expect(claims(one.journey, taken.accepted ? taken.events : [])).toEqual({ claim: [], release: [] });
    const { events } = given(inIop).when(first);
    expect(claims(notOpened('episode-1'), events)).toEqual({ claim: [], release: [] });
  });
});
