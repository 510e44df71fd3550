import type { EpisodeListItem } from '@stepway/contracts';
import { arranged, groupAt } from './arrange.ts';
import { handOffsOf } from './hand-off.ts';
import { continuityOf } from './doses.ts';
import { nextAct } from './next-act.ts';
import { daysNamed, placeOf, scaleOf } from './track-scale.ts';

const now = Date.parse('2026-11-23T15:00:00.000Z');
const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString();

type Move = NonNullable<EpisodeListItem['transition']>;
const person = (given: string, move: Partial<Move> = {}, over: Partial<EpisodeListItem> = {}): EpisodeListItem => ({
  episodeId: given,
  patientId: given,
  version: 1,
  status: 'active',
  programme: { id: 'standard-four', version: 1 },
  siteId: 'main',
  level: 'residential',
  levelSince: inHours(-480),
  openedAt: inHours(-480),
  transition: {
    transitionId: `${given}.t-1`,
    kind: 'step-down',
    from: 'residential',
    to: 'iop',
    state: 'started',
    startedAt: inHours(-48),
    handOffDueAt: inHours(100),
    missed: 0,
    grounds: [],
    ...move,
  },
  holdUntil: null,
  flags: ['hand-off'],
  actBy: null,
  nextDue: null,
  openTasks: 0,
  lastScreen: null,
  weeks: [],
  name: { given, family: 'Fictor' },
  ...over,
});
const [one] = handOffsOf([person('Ada')]);
if (one === undefined) throw new Error('unreachable');
const moved = (move: Partial<Move>) => ({ ...one, transition: { ...one.transition, ...move } });
const shown = (rows: readonly EpisodeListItem[], filters: Parameters<typeof arranged>[1] = {}) =>
  arranged(handOffsOf(rows), filters, now).map(({ episodeId }) => episodeId);

describe('who is not yet seen', () => {
  it('stands by the time left, and by what that means', () => {
    const rows = [
      person('Later'),
      person('Over', { handOffDueAt: inHours(-2) }),
      person('Soon', { handOffDueAt: inHours(5) }),
    ];
    expect(shown(rows)).toEqual(['Over', 'Soon', 'Later']);
    expect(arranged(handOffsOf(rows), {}, now).map((row) => groupAt(row, now))).toEqual(['overdue', 'soon', 'later']);
  });

  it('is nobody for whom a move is only proposed, or waits for a place', () => {
    const { handOffDueAt: _none, ...proposed } = one.transition;
    const rows = [
      person('Waits', { state: 'waiting' }),
      { ...one, transition: { ...proposed, state: 'proposed' as const } },
    ];
    expect(shown(rows)).toEqual([]);
  });

  it('is not late while the move is suspended', () => {
    expect(groupAt(moved({ state: 'suspended', handOffDueAt: inHours(-5) }), now)).toBe('suspended');
  });

  it('is found by site, next level, and what is missing', () => {
    const rows = [
      person('Here', { appointmentAt: inHours(2) }),
      person('There', { to: 'aftercare' }, { siteId: 'northgate' }),
    ];
    expect(shown(rows, { site: 'northgate' })).toEqual(['There']);
    expect(shown(rows, { level: 'iop' })).toEqual(['Here']);
    expect(shown(rows, { view: 'no-appointment' })).toEqual(['There']);
  });
});

describe('the next act', () => {
  it.each([
    ['an appointment is made where there is none', {}, 'make-appointment'],
    ['the arrival is recorded where one is made', { appointmentAt: inHours(3) }, 'record-arrival'],
    ['or has passed', { appointmentAt: inHours(-3) }, 'record-arrival'],
    [
      'a call comes before an appointment after the deadline',
      { handOffDueAt: inHours(-1), appointmentAt: inHours(3) },
      'call',
    ],
    [
      'somebody above is told of two not attended, past the deadline',
      { handOffDueAt: inHours(-1), missed: 2 },
      'escalate',
    ],
    ['nothing is asked of a suspended move', { state: 'suspended' as const }, undefined],
  ])('%s', (_words, move, act) => expect(nextAct(moved(move), now)).toBe(act));
});

describe('the medication over a move', () => {
  const dose = (nextAt: string | null) => ({ medicationId: `m-${nextAt}`, medication: 'methadone', nextAt });
  it.each([
    [undefined, 'not-shown'],
    [[], 'none'],
    [[dose(inHours(5))], 'arranged'],
    [[dose(inHours(5)), dose(null)], 'not-arranged'],
    [[dose(inHours(-5))], 'past'],
  ] as const)('%j is %s', (doses, is) => {
    const { doses: _none, ...move } = one.transition;
    const row = { ...one, transition: doses === undefined ? move : { ...move, doses: [...doses] } };
    expect(continuityOf(row, now).is).toBe(is);
  });
});

describe('the track', () => {
  it('has one scale for all rows, with now on it and no end too far', () => {
    const rows = [moved({ startedAt: inHours(-24 * 60) }), moved({ handOffDueAt: inHours(24 * 60) })];
    const scale = scaleOf(rows, now);
    expect((now - scale.from) / 86_400_000).toBeCloseTo(9.25);
    expect((scale.to - now) / 86_400_000).toBeCloseTo(14.25);
    expect(placeOf(inHours(-24 * 60), scale)).toBe(0);
    expect(placeOf(scale.to, scale)).toBe(100);
  });

  it('names days apart from each other and from now', () => {
    const scale = scaleOf([one], now);
    const places = [...daysNamed(scale, now), now].toSorted((a, b) => a - b).map((at) => placeOf(at, scale));
    expect(places.every((place, at) => at === 0 || place - (places[at - 1] ?? 0) > 6)).toBe(true);
  });
});
