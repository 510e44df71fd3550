import { plusDays, plusHours, type CommandFields } from '@stepway/pathway';
import { itemsOf } from '../specs/items.ts';
import { admitted, day, said, tested, type Lived } from '../specs/lived.ts';

const takes = (
  life: Lived,
  medicationId: string,
  days: number,
  more: Partial<CommandFields['RecordMedication']> = {},
) =>
  life.says({
    type: 'RecordMedication',
    ...said(day(days)),
    medicationId,
    medication: 'buprenorphine-naloxone',
    kind: 'moud',
    scheduled: true,
    from: day(days),
    ...more,
  });
const nextDose = (life: Lived, days: number, at: number) =>
  life.says({ type: 'ArrangeMedicationContinuity', ...said(day(days)), medicationId: 'm1', nextDoseAt: day(at) });
const missed = (life: Lived, days: number, doses: number) =>
  life.says({
    type: 'RecordMissedDoses',
    ...said(plusHours(day(days), 1)),
    medicationId: 'm1',
    from: day(days - doses + 1),
    to: day(days),
    doses,
  });
const ends = (life: Lived, days: number) =>
  life.says({ type: 'EndMedication', ...said(day(days)), medicationId: 'm1', at: day(days) });

const states = (life: Lived) => itemsOf(life, 'medication').map(({ state }) => state);

describe('a dose that was arranged', () => {
  it('comes, and is asked about once its moment has passed', () => {
    const life = nextDose(takes(admitted('ada'), 'm1', 1), 2, 4);
    expect(itemsOf(life, 'medication')).toMatchObject([
      { state: 'dose', opens_at: day(2), due_at: day(4), row: { medications: [{ nextDoseAt: day(4) }], task: null } },
    ]);
    expect(itemsOf(life.until(day(5)), 'medication')).toMatchObject([{ row: { task: { kind: 'next-dose-check' } } }]);
  });

  it('is no longer asked about when somebody said that it was taken, or was missed', () => {
    const arranged = () => nextDose(takes(admitted('ada'), 'm1', 1), 2, 4).until(day(5));
    expect(states(missed(arranged(), 5, 2))).toEqual(['missed']);
    const life = arranged();
    const task = life.journey.tasks.find(({ kind }) => kind === 'next-dose-check');
    const actor = { id: 'nurse-1', kind: 'person', role: 'nurse' } as const;
    const taken = life.says({ type: 'CompleteTask', ...said(day(5)), actor, taskId: task?.taskId ?? '' });
    expect(states(taken)).toEqual([]);
  });
});

describe('doses missed in a row', () => {
  it('are a gap until the next dose is arranged', () => {
    const life = missed(missed(takes(admitted('ada'), 'm1', 1), 6, 2), 8, 2);
    expect(itemsOf(life, 'medication')).toMatchObject([
      {
        state: 'missed',
        row: { medications: [{ missed: { from: day(5), to: day(8), doses: 4 } }], task: { kind: 'missed-doses' } },
      },
    ]);
    expect(states(nextDose(life, 9, 10))).toEqual(['dose']);
  });

  it('of a medication that ended are none', () => {
    expect(states(ends(missed(takes(admitted('ada'), 'm1', 1), 6, 3), 6))).toEqual(['ended']);
  });
});

describe('a medication for opioid use disorder that ends', () => {
  it('is a gap for a month when nothing follows it', () => {
    const life = ends(takes(admitted('ada'), 'm1', 1), 9);
    expect(itemsOf(life, 'medication')).toMatchObject([
      { state: 'ended', opens_at: day(9), due_at: day(9), closes_at: day(39) },
    ]);
    expect(states(takes(life, 'm2', 11))).toEqual([]);
  });

  it('is seen coming three days before, where its end was planned', () => {
    const life = takes(admitted('ada'), 'm1', 1, { to: day(20) });
    expect(itemsOf(life, 'medication')).toMatchObject([{ opens_at: plusDays(day(20), -3), due_at: day(20) }]);
  });

  it('asks for nothing where it is for something else', () => {
    const life = takes(admitted('ada'), 'm1', 1, { medication: 'other', kind: 'prescribed', drugClasses: ['other'] });
    expect(states(ends(life, 9))).toEqual([]);
  });
});

describe('a move', () => {
  it('asks for the next dose of what goes on', () => {
    const life = tested(takes(admitted('ada'), 'm1', 1), 10, 'positive');
    expect(itemsOf(life, 'medication')).toMatchObject([
      {
        state: 'continuity',
        row: {
          move: { from: 'iop', to: 'residential' },
          medications: [{ medicationId: 'm1' }],
          task: { kind: 'medication-continuity' },
        },
      },
    ]);
    expect(states(nextDose(life, 11, 13))).toEqual(['dose']);
  });
});
