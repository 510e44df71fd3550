import fc from 'fast-check';
import { assessed } from '../../specs/assessments.ts';
import { day, definitive, inCareAt } from '../../specs/commands.ts';
import { given } from '../../specs/given.ts';
import { cancelledBy, first, goalReached, goalsSet, session, therapistMet } from '../../specs/moves.ts';
import { isBack, leaves } from '../../specs/safety.ts';
import { newYork, standardFour } from '../../specs/standard-four.ts';
import { fromMs, toMs } from '../../time.ts';
import { guardsMature, tryGuards } from './in-order.ts';
import { levelOf } from '../level-of.ts';

const told = { occurredAt: day(20) };

describe('what a step down asks for', () => {
  it('changes with time alone only at the moments that are said', () => {
    const sessions = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
    const useOn = fc.option(fc.integer({ min: 5, max: 20 }), { nil: undefined });
    const awayOn = fc.option(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 0, max: 6 })), {
      nil: undefined,
    });
    const between = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }));
    const assessedOn = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
    fc.assert(
      fc.property(
        sessions,
        useOn,
        assessedOn,
        awayOn,
        between,
        (sessionDays, useDay, assessmentDay, awayDays, parts) => {
          const facts = sessionDays.map((onDay) => session(day(onDay)));
          const use =
            useDay === undefined
              ? []
              : [
                  definitive([['cocaine', 'positive']], { collectedAt: day(useDay) }),
                  cancelledBy(first, 'clinician-retains', day(useDay)),
                ];
          const assessment = assessmentDay === undefined ? [] : [assessed({ 5: '2.1' }, day(assessmentDay), told)];
          const met = assessmentDay === undefined ? [] : [therapistMet('goals-achieved', day(assessmentDay), told)];
          const [leftOn, days] = awayDays ?? [];
          const leave = leftOn === undefined ? [] : [leaves(day(leftOn), 'hospital', { toldAt: day(21) })];
          // Told to be back, or not known to be.
          const back = leftOn === undefined || !days ? [] : [isBack(day(leftOn + days), day(21))];
          const known = [...facts, ...use, ...assessment, ...met, ...leave, ...back];
          const { journey } = given(inCareAt('iop'), goalsSet(day(0), 'g1'), known).when(goalReached('g1', day(21)));
          if (journey.status !== 'active') throw new Error('not in care');
          const of = {
            journey,
            level: levelOf(standardFour, 'iop'),
            to: levelOf(standardFour, 'aftercare'),
            programme: standardFour,
            calendar: newYork,
          };
          const held = (at: string) => tryGuards(of, at).map((rule) => rule.held);

          const moments = [journey.recordedAt, ...guardsMature(of, journey.recordedAt), day(120)];
          moments.slice(0, -1).forEach((from, index) => {
            const ms = toMs(moments[index + 1] ?? from) - toMs(from);
            // The millisecond before a moment still belongs to the time before it.
            for (const part of parts) expect(held(fromMs(toMs(from) + part * Math.max(0, ms - 1)))).toEqual(held(from));
          });
        },
      ),
      { numRuns: 200 },
    );
  });
});
