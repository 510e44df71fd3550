import { notOpened, type CareEvent } from '@stepway/pathway';
import { fold } from '../change.ts';
import { projections } from '../models.ts';
import { foldRows } from '../projection/plan.ts';
import { admitted, back, day, discharged, referred, tested, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import type { Row } from '../table.ts';
import { periods } from './cases/project.ts';
import { projectCourses } from './courses/project.ts';
import { flowsOf, pathOf } from './queries/flows.ts';
import { curveOf } from './queries/retention.ts';
import { projectStays } from './stays/project.ts';
import { smallGroupsHidden, allGroupsShown } from './statistics/small-groups.ts';
import { eachWay, waysTogether } from './statistics/ways-together.ts';
import { projectTestMeanings } from './test-meanings/project.ts';

const context = ({ journey }: Lived) => contextFor(journey, journey.recordedAt);
const stays = (life: Lived) => projectStays(life.journey, context(life));

const arrives = (life: Lived, days: number): Lived => {
  const { journey } = life;
  if (journey.status !== 'active' || journey.transition === undefined) throw new Error('No move is open');
  const { transitionId } = journey.transition;
  return life.says({
    type: 'CompleteHandOff',
    commandId: `arrives-${days}`,
    actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
    occurredAt: day(days),
    transitionId,
    attendedAt: day(days),
  });
};

describe('the stays that analytics counts', () => {
  it('are one for each time at a level, with how it began and where it led', () => {
    const life = discharged(arrives(tested(admitted('ada'), 10, 'positive'), 12), 40);
    expect(stays(life)).toMatchObject([
      {
        ordinal: 1,
        level: 'iop',
        entered: 'admission',
        place: 1,
        until: day(12),
        next_level: 'residential',
        reason: null,
      },
      {
        ordinal: 2,
        level: 'residential',
        entered: 'step-up',
        place: 2,
        until: day(40),
        reason: 'transferred',
        spell: 1,
      },
    ]);
    expect(stays(life)[0]).toMatchObject({ left_at: day(10), served_at: day(12), round_the_clock: false });
    expect(stays(life)[1]).toMatchObject({
      served_at: null,
      round_the_clock: true,
      spell_since: day(0),
      spell_entry: 'iop',
    });
  });

  it('go on without an end, and count the days wholly away once they have one', () => {
    const inHospital = admitted('ada', 'residential').says({
      type: 'StartLeave',
      commandId: 'leave',
      actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
      occurredAt: day(2),
      leaveId: 'leave-2',
      kind: 'hospital',
      at: day(2),
    });
    const life = back(inHospital, 5, 'leave-2');
    expect(stays(life)).toMatchObject([{ until: null, away_days: 0, left_at: null, reason: null }]);
    expect(stays(discharged(life, 20))).toMatchObject([{ away_days: 2 }]);
  });
});

describe('the course of an episode', () => {
  it('has nothing but the request before an admission', () => {
    const life = referred('ada');
    expect(projectCourses(life.journey, context(life))).toMatchObject([
      { requested_at: day(-14), admitted_at: null, initiated_at: null, engaged_at: null, closed_at: null },
    ]);
  });

  it('is engaged at once where one lives: each day there is a day of care', () => {
    const life = admitted('ada', 'residential');
    expect(projectCourses(life.journey, context(life))).toMatchObject([{ initiated_at: day(0), engaged_at: day(2) }]);
    const iop = admitted('ada');
    expect(projectCourses(iop.journey, context(iop))).toMatchObject([{ initiated_at: day(0), engaged_at: null }]);
  });
});

describe('the meaning of a test', () => {
  it('is that of its most telling class, with the week of the site', () => {
    const life = tested(tested(admitted('ada'), 10, 'positive'), 3, 'negative', 'S-3');
    expect(projectTestMeanings(life.journey, context(life))).toMatchObject([
      {
        test_id: 's.S-10',
        level: 'iop',
        day: '2026-05-14',
        week: '2026-05-11',
        meaning: 'unexpected',
        classes: '{cocaine}',
      },
      { test_id: 's.S-3', day: '2026-05-07', week: '2026-05-04', meaning: 'negative', classes: '{}' },
    ]);
  });
});

describe('periods of medication', () => {
  const taken = (medicationId: string, from: number, to?: number) => ({
    medicationId,
    medication: 'methadone',
    kind: 'moud' as const,
    scheduled: true,
    from: day(from),
    ...(to !== undefined && { to: day(to) }),
    eventId: medicationId,
  });

  it('go on over a gap of a week, and end with one of eight days', () => {
    expect(periods([taken('a', 0, 20), taken('b', 27)])).toEqual([{ id: 'a', from: day(0) }]);
    expect(periods([taken('a', 0, 20), taken('b', 28, 60)])).toEqual([
      { id: 'a', from: day(0), to: day(20) },
      { id: 'b', from: day(28), to: day(60) },
    ]);
  });

  it('end where doses were missed for so long', () => {
    const missed = { from: day(10), to: day(18), doses: 9, recordedAt: day(19), eventId: 'm' };
    expect(periods([{ ...taken('a', 0), missedDoses: [missed] }])).toEqual([
      { id: 'a.0', from: day(0), to: day(10) },
      { id: 'a', from: day(18) },
    ]);
  });
});

describe('rows made event by event, and all at once', () => {
  const last = (parts: readonly (readonly CareEvent[])[], episodeId: string) => {
    const tables = new Map<string, Map<string, Row>>();
    let journey = fold(notOpened(episodeId), [])?.after ?? notOpened(episodeId);
    for (const part of parts) {
      const folded = foldRows(journey, part, contextFor, projections);
      if (folded === undefined) continue;
      journey = folded.change.after;
      for (const [{ table }, rows] of folded.rows) {
        const known = tables.get(table.name) ?? new Map<string, Row>();
        tables.set(table.name, known);
        for (const row of rows) known.set(table.key.map((column) => String(row[column])).join(), row);
      }
      for (const [table, rows] of folded.gone)
        for (const row of rows) tables.get(table.name)?.delete(table.key.map((column) => String(row[column])).join());
    }
    const analytics = ['stay', 'course', 'move', 'measured_case', 'test_meaning', 'score_pair'];
    return analytics.map((name) => [...(tables.get(name)?.entries() ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  };

  it('are the same', () => {
    const life = discharged(arrives(tested(admitted('ada'), 10, 'positive'), 12), 40);
    const one = last(
      life.events.map((event) => [event]),
      'ada',
    );
    expect(one).toEqual(last([life.events], 'ada'));
    expect(one.map((rows) => rows.length)).toEqual([2, 1, 1, 0, 1, 0]);
  });

  it('tell of a move that the person arrived', () => {
    const life = arrives(tested(admitted('ada'), 10, 'positive'), 12);
    const [, , moves] = last(
      life.events.map((event) => [event]),
      'ada',
    );
    expect(moves?.map(([, row]) => row)).toMatchObject([
      { kind: 'step-up', by: 'rule', started_at: day(10), arrived_at: day(12), ended_by: null },
    ]);
  });

  it('go when the fact they were made from is withdrawn', () => {
    const life = tested(admitted('ada'), 3, 'negative');
    const told = life.events.find(({ type }) => type === 'DrugTestResultRecorded');
    life.says({
      type: 'WithdrawFact',
      commandId: 'withdraw',
      actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
      occurredAt: day(4),
      eventId: told?.id ?? '',
      reasonCode: 'entered-in-error',
    });
    expect(
      last(
        life.events.map((event) => [event]),
        'ada',
      ),
    ).toEqual(last([life.events], 'ada'));
  });
});

describe('the ways through the levels', () => {
  const way = (count: number, end: string | null, ...stayed: string[]) => ({ way: stayed, end, count });
  const ways = [
    way(30, null, 'admission iop', 'step-up residential', 'step-down iop'),
    way(20, 'still-here', 'admission iop'),
    way(3, 'completed', 'admission iop', 'step-down aftercare'),
    way(12, 'transferred', 'admission iop'),
  ];

  it('are counted step by step', () => {
    expect(flowsOf(eachWay(ways.map(pathOf)).classes)).toEqual([
      { step: 0, from: null, to: 'iop', kind: 'admission', count: 65 },
      { step: 1, from: 'iop', to: 'residential', kind: 'step-up', count: 30 },
      { step: 1, from: 'iop', to: 'still-here', kind: 'end', count: 20 },
      { step: 1, from: 'iop', to: 'transferred', kind: 'end', count: 12 },
      { step: 1, from: 'iop', to: 'aftercare', kind: 'step-down', count: 3 },
      { step: 2, from: 'residential', to: 'iop', kind: 'step-down', count: 30 },
      { step: 2, from: 'aftercare', to: 'completed', kind: 'end', count: 3 },
      { step: 3, from: 'iop', to: 'went-on', kind: 'end', count: 30 },
    ]);
  });

  it('that few went are others from where they part; large ones stay', () => {
    const few = [...ways, way(9, 'dropped-out', 'admission iop', 'step-down aftercare')];
    const { admitted, classes } = waysTogether(few.map(pathOf));
    expect(admitted).toBe(74);
    expect(flowsOf(classes).filter(({ step }) => step > 0)).toEqual([
      { step: 1, from: 'iop', to: 'residential', kind: 'step-up', count: 30 },
      { step: 1, from: 'iop', to: 'still-here', kind: 'end', count: 20 },
      { step: 1, from: 'iop', to: 'aftercare', kind: 'step-down', count: 12 },
      { step: 1, from: 'iop', to: 'transferred', kind: 'end', count: 12 },
      { step: 2, from: 'residential', to: 'iop', kind: 'step-down', count: 30 },
      { step: 2, from: 'aftercare', to: 'hidden', kind: 'hidden', count: 12 },
      { step: 3, from: 'iop', to: 'went-on', kind: 'end', count: 30 },
    ]);
  });
});

describe('the curve of who is still in care', () => {
  const observed = [
    { day: 10, left: 4, censored: 0 },
    { day: 50, left: 3, censored: 6 },
    { day: 90, left: 1, censored: 6 },
  ];

  it('tells of single people only to those who answer for them', () => {
    expect(curveOf('iop', observed, allGroupsShown).points.map(({ day: at }) => at)).toEqual([0, 10, 50, 90]);
    const { points, atRisk } = curveOf('iop', observed, smallGroupsHidden);
    expect(points).toEqual([]);
    expect(atRisk.map(({ people }) => people).slice(0, 4)).toEqual([20, 20, null, null]);
  });

  it('gives away no difference of fewer than 11 people, and is the finer the more there are', () => {
    const at14 = (left: number, people: number) => {
      const of = [
        { day: 10, left, censored: 0 },
        { day: 170, left: 0, censored: people - left },
      ];
      return curveOf('iop', of, smallGroupsHidden).points.find(({ day: at }) => at === 14);
    };
    for (const people of [22, 30, 44, 60, 110, 250, 600]) {
      const told = Array.from({ length: people - 10 }, (_, left) => JSON.stringify(at14(left, people)));
      const alike = Map.groupBy(told, (one) => one);
      // The first class is half of one, the last ends with the curve.
      const widths = [...alike.values()].map(({ length }) => length);
      expect([people, ...widths.slice(1, -1).filter((width) => width < 10)]).toEqual([people]);
      expect(widths[0]).toBeGreaterThanOrEqual(6);
    }
    expect([at14(30, 60)?.kept, at14(30, 600)?.kept, at14(30, 1_500)?.kept]).toEqual([0.6, 0.96, 0.98]);
  });

  it('ends before few are left', () => {
    const of = [
      { day: 7, left: 55, censored: 0 },
      { day: 30, left: 0, censored: 5 },
    ];
    expect(curveOf('iop', of, smallGroupsHidden).points.map(({ day: at }) => at)).toEqual([0]);
  });
});
