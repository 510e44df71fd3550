import { arrange, filtered, flagsAt, movesBetween, sorted, type Row } from './arrange.ts';

const now = Date.parse('2026-11-23T15:00:00.000Z');
const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString();

const person = (given: string, over: Partial<Row> = {}): Row => ({
  episodeId: given,
  patientId: given,
  version: 1,
  status: 'active',
  programme: { id: 'standard-four', version: 1 },
  siteId: 'main',
  level: 'iop',
  levelSince: inHours(-48),
  openedAt: inHours(-72),
  transition: null,
  holdUntil: null,
  flags: [],
  actBy: null,
  nextDue: null,
  openTasks: 0,
  lastScreen: null,
  weeks: [],
  name: { given, family: 'Fictor' },
  ...over,
});
const given = (rows: readonly Row[]) => rows.map(({ name }) => name?.given);

const overdue = person('Ash', { flags: ['hand-off-overdue'], actBy: inHours(-2) });
const soon = person('Birch', { flags: ['proposal'], actBy: inHours(1) });
const later = person('Cedar', { flags: ['proposal'], actBy: inHours(20) });
const quiet = person('Dogwood');

describe('the order of the board', () => {
  it('puts the most urgent first, then the earliest deadline, then who is on course', () =>
    expect(given(sorted([quiet, later, soon, overdue], 'action', now))).toEqual(['Ash', 'Birch', 'Cedar', 'Dogwood']));

  it('can be by name', () =>
    expect(given(sorted([quiet, soon, overdue], 'name', now))).toEqual(['Ash', 'Birch', 'Dogwood']));

  it('can be by the next thing due, people with nothing due last', () =>
    expect(given(sorted([quiet, person('Elm', { nextDue: { at: inHours(3), cause: 'task' } })], 'due', now))).toEqual([
      'Elm',
      'Dogwood',
    ]));
});

describe('the filters', () => {
  const rows = [
    overdue,
    quiet,
    person('Fir', { level: 'detox' }),
    person('Gum', { status: 'discharged', level: null }),
  ];

  it('leave discharged people out unless asked', () => {
    expect(given(filtered(rows, {}, '', now))).toEqual(['Ash', 'Dogwood', 'Fir']);
    expect(given(filtered(rows, { status: 'discharged' }, '', now))).toEqual(['Gum']);
  });

  it('say who left by their own wish this year, and from which level', () => {
    const ended = (at: string, reason: 'dropped-out' | 'completed') => ({
      status: 'discharged' as const,
      level: null,
      ending: { at, reason, level: 'iop', patientDirected: false },
    });
    const people = [
      person('Larch', ended('2026-03-02T15:00:00.000Z', 'dropped-out')),
      person('Maple', ended('2025-03-02T15:00:00.000Z', 'dropped-out')),
      person('Oak', ended('2026-03-02T15:00:00.000Z', 'completed')),
    ];
    const asked = { status: 'discharged', ending: 'own-wish', ended: 'this-year' } as const;
    expect(given(filtered(people, asked, '', now))).toEqual(['Larch']);
    expect(given(filtered(people, { ...asked, level: 'detox' }, '', now))).toEqual([]);
    expect(given(sorted(people, 'ended', now))).toEqual(['Larch', 'Oak', 'Maple']);
  });

  it('keep one level', () => expect(given(filtered(rows, { level: 'detox' }, '', now))).toEqual(['Fir']));
  it('keep who needs action', () => expect(given(filtered(rows, { flag: 'any' }, '', now))).toEqual(['Ash']));
  it('search by name', () => expect(given(filtered(rows, {}, 'dog', now))).toEqual(['Dogwood']));
});

describe('a hand-off whose deadline passes while the page is open', () => {
  const late = person('Hazel', {
    flags: ['hand-off', 'hold'],
    transition: {
      transitionId: 't',
      kind: 'step-up',
      from: 'iop',
      to: 'residential',
      state: 'started',
      handOffDueAt: inHours(-1),
      grounds: [],
    },
  });

  it('is not yet seen at once', () => expect(flagsAt(late, now)).toEqual(['hand-off-overdue', 'hold']));
  it('was not before', () => expect(flagsAt(late, now - 7_200_000)).toEqual(['hand-off', 'hold']));
});

describe('a task whose deadline passes between two events', () => {
  const due = person('Ivy', { nextTask: { kind: 'outreach', taskId: 't1', dueAt: inHours(-1) } });

  it('is overdue at once, and the person needs action', () => {
    expect(flagsAt(due, now)).toEqual(['task-overdue']);
    expect(arrange([due], now)).toEqual([{ id: 'iop', needsAction: ['Ivy'], onCourse: [] }]);
  });
  it('was not before', () => {
    expect(flagsAt(due, now - 7_200_000)).toEqual([]);
    expect(arrange([due], now - 7_200_000)).toEqual([{ id: 'iop', needsAction: [], onCourse: ['Ivy'] }]);
  });
});

describe('an arrangement', () => {
  it('has a column for each level and one for people not yet admitted', () =>
    expect(arrange([overdue, quiet, person('Ivy', { level: null, status: 'referred' })], now)).toEqual([
      { id: 'iop', needsAction: ['Ash'], onCourse: ['Dogwood'] },
      { id: 'referred', needsAction: [], onCourse: ['Ivy'] },
    ]));

  it('counts who would move', () =>
    expect(
      movesBetween(arrange([overdue, quiet], now), arrange([overdue, { ...quiet, level: 'detox' }, soon], now)),
    ).toBe(2));

  it('counts a new order as one', () =>
    expect(movesBetween(arrange([soon, later], now), arrange([later, soon], now))).toBe(1));

  it('is the same when nothing moved', () => expect(movesBetween(arrange([soon], now), arrange([soon], now))).toBe(0));
});
