import { boardRowAt } from '../board/as-of.ts';
import { decisionsAt, journeyViewAt, weeklyScreensAt } from '../journey/as-of.ts';
import { admitted, day, held, says, tested, withPlan, type Lived } from '../specs/lived.ts';
import { contextFor } from '../specs/rules.ts';
import { journeyAt, type Sense } from './past.ts';

const at = (days: number, sense: Sense) => ({ asOf: day(days), sense });
const rowOf = ({ events }: Lived, days: number, sense: Sense) => boardRowAt(events, at(days, sense), contextFor);
const senses = ['known', 'true'] as const;

describe('a result collected on day 10 and told on day 14', () => {
  const life = tested(withPlan(admitted('ada')), 10, 'positive', 'S-10', 14).until(day(20));

  it('was true on day 12, and not known', () => {
    expect(rowOf(life, 12, 'known')?.lastScreen).toBeNull();
    expect(rowOf(life, 12, 'true')?.lastScreen).toMatchObject({ positive: ['cocaine'], disposition: 'unexpected-use' });
  });

  it('moved nobody before it was known: what was done happened when it happened', () => {
    expect(senses.map((sense) => rowOf(life, 12, sense)?.transition)).toEqual([null, null]);
    expect(senses.map((sense) => rowOf(life, 15, sense)?.transition?.kind)).toEqual(['step-up', 'step-up']);
  });

  it('asked nobody for anything on day 12', () => {
    const [known, wasTrue] = senses.map((sense) => rowOf(life, 12, sense));
    expect(wasTrue?.openTasks).toBe(known?.openTasks);
    expect(wasTrue?.nextDue).toEqual(known?.nextDue);
  });

  it('is counted as told later, until it is told', () => {
    expect(rowOf(life, 9, 'known')?.toldLater).toEqual({ facts: 0, specimens: 0 });
    expect(rowOf(life, 12, 'known')?.toldLater).toEqual({ facts: 1, specimens: 1 });
    expect(rowOf(life, 14, 'known')?.toldLater).toEqual({ facts: 0, specimens: 0 });
  });

  it('stands in its week and among the decisions by what was true only', () => {
    const weeks = (sense: Sense) =>
      weeklyScreensAt(life.events, at(12, sense), contextFor)
        .map(({ symbol }) => symbol)
        .join('');
    expect(senses.map(weeks)).toEqual(['oo', 'o+']);
    const about = (sense: Sense) => decisionsAt(life.events, at(12, sense)).filter((one) => one.about === 'drug-test');
    expect(senses.map((sense) => about(sense).length)).toEqual([0, 1]);
  });

  it('is the same in both senses once all is told', () => {
    const [known, wasTrue] = senses.map((sense) => journeyViewAt(life.events, at(20, sense), contextFor));
    expect(wasTrue).toEqual(known);
  });
});

describe('a session told a week later', () => {
  const life = says(admitted('ada'), 9, {
    type: 'RecordSession',
    sessionId: 's1',
    sessionType: 'group',
    startedAt: day(2),
    minutes: 180,
    attendance: 'attended',
  });
  it('was held on its day', () => {
    const sessions = (sense: Sense) => journeyAt(life.events, at(5, sense))?.sessions.length;
    expect(senses.map(sessions)).toEqual([0, 1]);
  });
});

describe('a person seen at the next level before the move was recorded', () => {
  const moved = tested(admitted('ada'), 10, 'positive', 'S-10', 14);
  const { transition } = moved.journey as { transition?: { transitionId: string } };
  const life = says(moved, 15, {
    type: 'CompleteHandOff',
    transitionId: transition?.transitionId ?? '',
    attendedAt: day(12),
  });

  it('was there from then on', () => {
    expect([11, 13, 16].map((days) => rowOf(life, days, 'true')?.level)).toEqual(['iop', 'residential', 'residential']);
    expect([13, 14.5, 16].map((days) => rowOf(life, days, 'known')?.level)).toEqual(['iop', 'iop', 'residential']);
  });
});

describe('a fact that was withdrawn', () => {
  const told = tested(withPlan(admitted('ada')), 10, 'positive', 'S-10', 10);
  const report = told.events.find(({ type }) => type === 'DrugTestResultRecorded');
  const life = says(told, 14, { type: 'WithdrawFact', eventId: report?.id ?? '', reasonCode: 'entered-in-error' });

  it('never was, though it was known and acted upon', () => {
    expect(senses.map((sense) => rowOf(life, 12, sense)?.lastScreen?.disposition)).toEqual([
      'unexpected-use',
      undefined,
    ]);
    expect(rowOf(life, 12, 'true')?.transition?.kind).toBe('step-up');
  });
});

describe('a journey', () => {
  it('was not there before it was opened, in either sense', () => {
    expect(senses.map((sense) => rowOf(admitted('ada'), -15, sense))).toEqual([undefined, undefined]);
  });

  it('has the deadlines that it had then', () => {
    const life = held(admitted('ada'), 3, 8).until(day(12));
    expect(senses.map((sense) => rowOf(life, 5, sense)?.holdUntil)).toEqual([day(8), day(8)]);
    expect(senses.map((sense) => rowOf(life, 9, sense)?.holdUntil)).toEqual([null, null]);
  });
});
