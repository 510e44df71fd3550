import type { OpenedJourney } from '../journey.ts';
import { continues, day, definitive, inCareAt, missesDoses, opened, stopsTaking, takes } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { appointed, arrived, discharged, first, notSeen, overrideTo } from '../specs/moves.ts';
import { naloxoneGiven, pregnancyEnded, pregnant } from '../specs/person.ts';
import { raised, resolved } from '../specs/safety.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { noSlot } from '../specs/waiting.ts';
import { plusHours, type Instant } from '../time.ts';
import { pressingFacts } from './pressing.ts';

const moment = 0.001;
const inIop = inCareAt('iop');
const lived = (...steps: readonly (Step | readonly Step[])[]): OpenedJourney => given(...steps).when().journey;
const rules = { programme: standardFour, calendar: newYork };
/** What presses, of these parts, when the journey last changed at that moment. */
const seen = (journey: OpenedJourney, recordedAt: Instant, ...parts: readonly string[]) =>
  pressingFacts({ ...journey, recordedAt }, rules).filter(({ part }) => parts.includes(part));
const found = (drugClass: 'fentanyl' | 'cocaine', on: number) =>
  definitive([[drugClass, 'positive']], { specimenId: `${drugClass}-${on}`, collectedAt: day(on) });

describe('use presses', () => {
  const use = ['recent-use', 'opioid-use-without-naloxone'] as const;
  const without = (on: number) => [{ part: use[1], at: day(on), drugClasses: ['fentanyl'] }];
  const recent = (on: number, drugClass: string) => [{ part: use[0], at: day(on), drugClasses: [drugClass] }];

  it('from its collection on for 28 days', () => {
    const journey = lived(inIop, found('cocaine', 40));
    expect(seen(journey, plusHours(day(40), -moment), ...use)).toEqual([]);
    expect(seen(journey, day(40), ...use)).toEqual(recent(40, 'cocaine'));
    expect(seen(journey, day(68), ...use)).toEqual(recent(40, 'cocaine'));
    expect(seen(journey, plusHours(day(68), moment), ...use)).toEqual([]);
  });

  it('by the last one; of an opioid more, until naloxone is given at its time or since', () => {
    const both = [inIop, found('fentanyl', 40), found('cocaine', 45)];
    expect(seen(lived(...both), day(50), ...use)).toEqual(without(40));
    expect(seen(lived(inIop, naloxoneGiven(day(39)), ...both.slice(1)), day(50), ...use)).toEqual(without(40));
    expect(seen(lived(...both, naloxoneGiven(day(46))), day(50), ...use)).toEqual(recent(45, 'cocaine'));
    const atOnce = lived(inIop, found('fentanyl', 40), naloxoneGiven(day(40)));
    expect(seen(atOnce, day(41), ...use)).toEqual(recent(40, 'fentanyl'));
    const again = lived(inIop, found('fentanyl', 40), naloxoneGiven(day(45)), found('fentanyl', 58));
    expect(seen(again, day(60), ...use)).toEqual(without(58));
  });

  it('not where it was taken back', () => {
    const specimen = { specimenId: 'fentanyl-40', collectedAt: day(40) };
    const corrected = definitive([['fentanyl', 'negative']], { ...specimen, status: 'corrected', reportedAt: day(42) });
    expect(seen(lived(inIop, found('fentanyl', 40), corrected), day(43), ...use)).toEqual([]);
  });
});

describe('tolerance is lost', () => {
  const part = 'lost-tolerance';
  const moved = lived(inCareAt('residential'), overrideTo('iop', day(8)), arrived(first, day(10)));

  it('for 28 days after a level where the person lived', () => {
    const lost = [{ part, at: day(10), level: 'residential' }];
    expect(seen(moved, day(10), part)).toEqual(lost);
    expect(seen(moved, day(38), part)).toEqual(lost);
    expect(seen(moved, plusHours(day(38), moment), part)).toEqual([]);
    const left = lived(inCareAt('detox'), discharged('dropped-out', day(5)));
    expect(seen(left, day(6), part)).toEqual([{ part, at: day(5), level: 'detox' }]);
  });

  it('not before, nor while living there, nor after a level where nobody lives', () => {
    expect(seen(lived(inCareAt('residential')), day(5), part)).toEqual([]);
    expect(seen(lived(opened()), day(5), part)).toEqual([]);
    expect(seen(lived(inIop, overrideTo('aftercare', day(8)), arrived(first, day(10))), day(11), part)).toEqual([]);
    const back = [overrideTo('residential', day(20)), arrived('episode-1.t2', day(21))];
    const there = lived(inCareAt('residential'), overrideTo('iop', day(8)), arrived(first, day(10)), back);
    expect(seen(there, day(22), part)).toEqual([]);
  });
});

describe('a medication for opioid use disorder presses', () => {
  const onMethadone = [inIop, takes('methadone', { kind: 'moud' })];
  const [doses, dose] = ['missed-doses', 'next-dose-not-arranged'] as const;

  it('by the most doses missed in a row that count, for 28 days', () => {
    const of = (count: number, ...more: readonly Step[]) =>
      lived(...onMethadone, missesDoses('methadone', day(20), { from: day(10), to: day(15), doses: count }), more);
    expect(seen(of(5), day(20), doses)).toEqual([{ part: doses, doses: 5 }]);
    expect(seen(of(4), day(20), doses)).toEqual([]);
    expect(seen(of(5), day(43), doses)).toHaveLength(1);
    expect(seen(of(5), plusHours(day(43), moment), doses)).toEqual([]);
    const more = missesDoses('methadone', day(30), { from: day(22), to: day(29), doses: 7 });
    expect(seen(of(5, more), day(30), doses)).toEqual([{ part: doses, doses: 7 }]);
    expect(seen(of(5, stopsTaking('methadone', day(21))), day(22), doses)).toEqual([]);
  });

  it('where the person leaves and the next dose is not arranged, or has come', () => {
    const leaving = overrideTo('aftercare', day(12));
    expect(seen(lived(...onMethadone, leaving), day(12), dose)).toEqual([{ part: dose }]);
    expect(seen(lived(...onMethadone), day(12), dose)).toEqual([]);
    expect(seen(lived(inIop, leaving), day(12), dose)).toEqual([]);
    const arranged = lived(...onMethadone, continues('methadone', day(11), day(14)), leaving);
    expect(seen(arranged, plusHours(day(14), -moment), dose)).toEqual([]);
    expect(seen(arranged, day(14), dose)).toEqual([{ part: dose }]);
  });
});

describe('a person presses', () => {
  it('in a crisis, until it is resolved', () => {
    const journey = lived(inIop, raised('suicidality', day(2)));
    expect(seen(journey, day(3), 'open-crisis')).toEqual([{ part: 'open-crisis', at: day(2) }]);
    expect(seen(lived(inIop, raised('suicidality', day(2)), resolved(day(3))), day(4), 'open-crisis')).toEqual([]);
  });

  it('while pregnant; and who injects, while waiting for care', () => {
    expect(seen(lived(inIop, pregnant(day(2))), day(3), 'pregnant')).toEqual([{ part: 'pregnant' }]);
    expect(seen(lived(inIop, pregnant(day(2)), pregnancyEnded(day(3))), day(4), 'pregnant')).toEqual([]);
    const injects = opened({ priority: 'injecting' });
    expect(seen(lived(injects), day(-10), 'injects')).toEqual([{ part: 'injects' }]);
    expect(seen(lived(opened()), day(-10), 'injects')).toEqual([]);
    expect(seen(lived(injects, inIop.slice(1)), day(1), 'injects')).toEqual([]);
  });

  it('who is out of contact, by the longest time since the last contact', () => {
    const lost = (since: string, days: number) => ({ since, days, eventId: 'e1' });
    const journey = { ...lived(inIop), lostContact: [lost('2026-05-05', 7), lost('2026-05-05', 3)] };
    const part = 'out-of-contact';
    expect(seen(journey, day(9), part)).toEqual([{ part, days: 7 }]);
    expect(seen({ ...journey, lostContact: [lost('2026-05-04', 7)] }, day(9), part)).toEqual([]);
    expect(seen(lived(inIop), day(9), part)).toEqual([]);
    const left = { ...lived(inIop, discharged('dropped-out', day(8))), lostContact: journey.lostContact };
    expect(seen(left, day(9), part)).toEqual([]);
  });
});

describe('a hand-off presses', () => {
  const parts = ['hand-off-overdue', 'hand-off-missed', 'hand-off-without-appointment'] as const;
  const under = [inIop, overrideTo('aftercare', day(8))];
  const none = { part: parts[2], at: day(22) };

  it('without an appointment, when the person was not seen, and when it is overdue', () => {
    expect(seen(lived(...under), day(8), ...parts)).toEqual([none]);
    expect(seen(lived(...under, appointed(first, day(8), day(10))), day(9), ...parts)).toEqual([]);
    const missed = lived(...under, appointed(first, day(8), day(10)), notSeen(first, day(11)));
    expect(seen(missed, day(11), parts[1])).toEqual([{ part: parts[1], times: 1 }]);
    const late = given(...under).when({ type: 'TimePasses', until: day(23) }).journey;
    expect(seen(late, day(23), ...parts)).toEqual([{ part: parts[0], at: day(22) }, none]);
  });

  it('not while it waits for a place, and not where nothing is under way', () => {
    expect(seen(lived(...under, noSlot(first, day(9))), day(10), ...parts)).toEqual([]);
    expect(seen(lived(inIop), day(10), ...parts)).toEqual([]);
    expect(seen(lived(...under, arrived(first, day(10))), day(11), ...parts)).toEqual([]);
  });
});
