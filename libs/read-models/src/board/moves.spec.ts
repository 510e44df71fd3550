import { admitted, day, didNotAttend, held, says, tested, withoutPlace, type Lived } from '../specs/lived.ts';
import { rowContext } from '../row-context.ts';
import { contextFor } from '../specs/rules.ts';
import { boardRow } from './project.ts';

const rowOf = ({ journey }: Lived) => boardRow(journey, rowContext(journey, contextFor));
const movingUp = () => tested(admitted('ada'), 10, 'positive');

describe('the row of a person between two levels', () => {
  it('shows since when, and the appointments they did not attend', () => {
    const { transition } = rowOf(didNotAttend(movingUp(), 11));
    expect(transition).toMatchObject({ startedAt: day(10), missed: 1, missedAt: [day(11)], by: 'rule' });
  });

  it('shows what somebody has to do for the move, what is due first at the front', () => {
    const kinds = rowOf(didNotAttend(movingUp(), 11)).transition?.tasks?.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['hand-off-outreach', 'schedule-hand-off']));
    const dueAt = rowOf(didNotAttend(movingUp(), 11)).transition?.tasks?.map(({ dueAt: at }) => at) ?? [];
    expect(dueAt).toEqual(dueAt.toSorted());
  });

  it('shows a medication that must go on, with its next dose once that is arranged', () => {
    const taking = (lived: Lived) =>
      says(lived, 0, {
        type: 'RecordMedication',
        medicationId: 'm1',
        medication: 'buprenorphine-naloxone',
        kind: 'moud',
        scheduled: true,
        expectedPresence: true,
        source: 'prescriber',
        from: day(0),
      });
    const moving = tested(taking(admitted('ada')), 10, 'positive');
    const doses = (lived: Lived) => rowOf(lived).transition?.doses;
    expect(doses(movingUp())).toEqual([]);
    expect(doses(moving)).toEqual([{ medicationId: 'm1', medication: 'buprenorphine-naloxone', nextAt: null }]);
    const arranged = says(moving, 10, { type: 'ArrangeMedicationContinuity', medicationId: 'm1', nextDoseAt: day(12) });
    expect(doses(arranged)).toMatchObject([{ nextAt: day(12) }]);
  });

  it('says since when the next level has no place', () => {
    const { transition } = rowOf(withoutPlace(movingUp(), 11));
    expect(transition).toMatchObject({ state: 'waiting', waitingSince: day(11) });
  });
});

describe('the row of what takes a second person', () => {
  it('shows who paused automatic moves, for somebody else to renew it', () => {
    expect(rowOf(held(admitted('ada'), 1, 8)).hold).toEqual({
      holdId: 'hold-1',
      placedAt: day(1),
      placedBy: 'coordinator-1',
      until: day(8),
    });
    expect(rowOf(admitted('ada')).hold).toBeNull();
  });

  it('shows the wish to end the episode for the programme, until somebody joins it or it lapses', () => {
    const wished = says(admitted('ada'), 5, {
      type: 'DischargeEpisode',
      at: day(5),
      reasonCode: 'terminated-by-facility',
      againstAdvice: false,
      reason: { sealed: 'k.n.c' },
      termination: {
        warnedAt: day(3),
        referral: 'done',
        medicationPlan: 'done',
        appealInformation: 'done',
      },
    });
    expect(rowOf(wished)).toMatchObject({ termination: { requestedBy: 'coordinator-1' }, flags: ['second-person'] });
    expect(rowOf(wished.until(day(30)))).toMatchObject({ termination: null });
  });
});
