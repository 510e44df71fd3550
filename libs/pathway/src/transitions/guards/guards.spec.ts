import { assessed } from '../../specs/assessments.ts';
import { continues, day, definitive, inCareAt, presumptive, takes } from '../../specs/commands.ts';
import { givenWith, Lived, timePasses, type Step } from '../../specs/given.ts';
import {
  answered,
  arrived,
  cancelledBy,
  decided,
  first,
  goalReached,
  goalsSet,
  held,
  overrideTo,
  placeDeclined,
  placeOffered,
  session,
  therapistMet,
  wholeWeek,
} from '../../specs/moves.ts';
import { lives } from '../../specs/person.ts';
import { isBack, leaves } from '../../specs/safety.ts';
import { standardFour } from '../../specs/standard-four.ts';
import { plusHours } from '../../time.ts';
import type { RuleTried } from '../../rule-tried.ts';
import { guards } from './in-order.ts';

/** A programme whose moves down ask a person: what was considered stays to be read. */
const asking = { programme: { ...standardFour, stepDown: { ...standardFour.stepDown, mode: 'confirm' as const } } };

/** What each guard saw when the only goal of a person at this level was reached on this day, after these steps. */
function considered(level: string, onDay: number, ...steps: readonly (Step | readonly Step[])[]): readonly RuleTried[] {
  const before = [...inCareAt(level), goalsSet(day(0), 'g1'), ...steps.flat()].toSorted((a, b) =>
    momentOf(a) < momentOf(b) ? -1 : 1,
  );
  const lived = new Lived(asking);
  for (const step of [...before, goalReached('g1', day(onDay))]) lived.step(step);
  return lived.events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules ?? [];
}
const momentOf = (step: Step): string => (step.type === 'TimePasses' ? step.until : step.occurredAt);

/** What one guard saw: `true` met, `false` not met, `unknown` not known. */
const saw = (rule: string, tried: readonly RuleTried[]) => {
  const { held: met, saw: seen } = tried.find((one) => one.rule === rule) ?? {};
  return [met, seen];
};

describe('what less support waits for', () => {
  it('is tried guard by guard, in the order of the document', () => {
    expect(considered('iop', 20).map(({ rule }) => rule)).toEqual(guards.map(({ rule }) => rule));
  });

  describe('minimum-stay', () => {
    it('is met from the beginning of the day on which the stay is long enough', () =>
      expect(saw('minimum-stay', considered('iop', 14))).toEqual([true, 'day 14 of at least 14']));
    it('is not met before', () =>
      expect(saw('minimum-stay', considered('iop', 13))).toEqual([false, 'day 13 of at least 14']));
    it('does not count days wholly away', () =>
      expect(saw('minimum-stay', considered('iop', 20, leaves(day(2), 'hospital'), isBack(day(12))))).toEqual([
        false,
        'day 11 of at least 14',
      ]));
  });

  describe('no-unsettled-result', () => {
    const screen = presumptive([['cocaine', 'positive']], { collectedAt: day(19) });
    it('is met when no result waits, never unknown', () =>
      expect(saw('no-unsettled-result', considered('iop', 20))).toEqual([true, 'none']));
    it('is not met while one is unconfirmed', () =>
      expect(saw('no-unsettled-result', considered('iop', 20, screen))).toEqual([
        false,
        'S-2026-05-23T12 cocaine: not confirmed yet',
      ]));
    it('is not met while a specimen needs review', () => {
      const substituted = definitive([['cocaine', 'negative']], {
        collectedAt: day(19),
        validity: { finding: 'substituted' },
      });
      expect(saw('no-unsettled-result', considered('iop', 20, substituted))[0]).toBe(false);
    });
  });

  describe('no-use-in-look-back', () => {
    const use = (onDay: number) => [
      definitive([['cocaine', 'positive']], { collectedAt: day(onDay) }),
      cancelledBy(first, 'clinician-retains', day(onDay)),
    ];
    it('is met without unexpected use in two weeks, never unknown', () => {
      expect(saw('no-use-in-look-back', considered('iop', 20))).toEqual([true, 'none in 14 days']);
      expect(saw('no-use-in-look-back', considered('iop', 30, use(16)))[0]).toBe(true);
    });
    it('is not met within two weeks of one', () =>
      expect(saw('no-use-in-look-back', considered('iop', 29, use(16)))).toEqual([
        false,
        `unexpected cocaine at ${day(16)}`,
      ]));
    it('does not look back in detox', () =>
      expect(saw('no-use-in-look-back', considered('detox', 6, use(5)))).toEqual([true, 'no look-back at this level']));
    it('error 4: does not count the use that led to the present stay', () => {
      const { events } = givenWith(
        asking,
        inCareAt('iop'),
        definitive([['cocaine', 'positive']], { collectedAt: day(10) }),
        arrived(first, day(11)),
        goalsSet(day(12), 'r1'),
      ).when(goalReached('r1', day(19)));
      const rules = events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules ?? [];
      expect(saw('no-use-in-look-back', rules)[0]).toBe(true);
    });
  });

  describe('no-hold', () => {
    it('is met when moves are not paused, never unknown', () =>
      expect(saw('no-hold', considered('iop', 20))).toEqual([true, 'none']));
    it('is not met while they are', () =>
      expect(saw('no-hold', considered('iop', 20, held('h1', day(19), day(25))))).toEqual([
        false,
        `automatic moves are paused until ${day(25)}`,
      ]));
  });

  describe('not-in-hospital-or-jail', () => {
    it('is met when the person is there, never unknown', () =>
      expect(saw('not-in-hospital-or-jail', considered('iop', 20))).toEqual([true, 'no']));
    it('is not met while they are away', () =>
      expect(saw('not-in-hospital-or-jail', considered('iop', 20, leaves(day(18), 'jail')))[0]).toBe(false));
  });

  describe('attendance-in-last-full-week', () => {
    const rule = 'attendance-in-last-full-week';
    it('is met by the hours of the level in the last whole week', () =>
      expect(saw(rule, considered('iop', 22, wholeWeek(15)))).toEqual([true, expect.stringContaining('9.0 h')]));
    it('error 20: is not met by fewer attended hours, whatever was scheduled', () => {
      const missed = [session(day(15)), session(day(16), 180, 'missed'), session(day(17), 180, 'excused')];
      expect(saw(rule, considered('iop', 22, missed))).toEqual([false, expect.stringContaining('3.0 h')]);
    });
    it('is not known while nothing was recorded', () =>
      expect(saw(rule, considered('iop', 22))).toEqual(['unknown', 'no treatment session recorded']));
    it('is not known without a whole week at the level', () =>
      expect(saw(rule, considered('residential', 6, wholeWeek(1)))).toEqual([
        'unknown',
        'no whole week at this level yet',
      ]));
  });

  describe('no-assessment-against', () => {
    const rule = 'no-assessment-against';
    it('is met by a current assessment that indicates less', () =>
      expect(saw(rule, considered('iop', 20, assessed({ 3: '1.0' }, day(18))))).toEqual([
        true,
        `assessed ${day(18)}: indicates Aftercare`,
      ]));
    it('is not met by one that indicates the present level or more', () => {
      expect(saw(rule, considered('iop', 20, assessed({ 3: '2.1' }, day(18))))[0]).toBe(false);
      expect(saw(rule, considered('iop', 20, assessed({ 5: '3.5' }, day(18))))).toEqual([
        false,
        `assessed ${day(18)}: indicates Residential`,
      ]);
    });
    it('is not met by one that indicates more than the programme has', () =>
      expect(saw(rule, considered('iop', 20, assessed({ 2: '4' }, day(18))))).toEqual([
        false,
        `assessed ${day(18)}: indicates more than this programme has (4)`,
      ]));
    it('is not known without one of the last two weeks, or while a dimension is not rated', () => {
      expect(saw(rule, considered('iop', 20))).toEqual(['unknown', 'no current assessment']);
      expect(saw(rule, considered('iop', 20, assessed({ 3: '2.1' }, day(6))))[0]).toBe('unknown');
      const open = assessed({ 3: '1.0', 5: 'EVAL' }, day(18));
      expect(saw(rule, considered('iop', 20, open))[0]).toBe('unknown');
    });
    it('goes by the last one', () => {
      const twice = [assessed({ 5: '3.5' }, day(16)), assessed({ 3: '1.0' }, day(18))];
      expect(saw(rule, considered('iop', 20, twice))[0]).toBe(true);
    });
  });

  describe('therapist-meeting', () => {
    const rule = 'therapist-meeting';
    it('is met when they found all goals achieved', () =>
      expect(saw(rule, considered('iop', 20, therapistMet('goals-achieved', day(19))))).toEqual([
        true,
        `met ${day(19)}: all goals are achieved`,
      ]));
    it('is not met when they found that needs have changed', () =>
      expect(saw(rule, considered('iop', 20, therapistMet('reassess', day(19))))[0]).toBe(false));
    it('is not met when they found goals open since the last was reached', () => {
      const { events } = givenWith(asking, inCareAt('iop'), goalsSet(day(0), 'g1'), goalReached('g1', day(20))).when(
        decided(first, 'decline', day(20)),
        therapistMet('goals-remain', day(21)),
      );
      const rules = events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules ?? [];
      expect(saw(rule, rules)).toEqual([false, `met ${day(21)}: goals remain`]);
    });
    it('is not known when nobody recorded one', () =>
      expect(saw(rule, considered('iop', 20))).toEqual(['unknown', 'not recorded']));
    it('is not known when they met before the last goal was reached and found goals open', () =>
      expect(saw(rule, considered('iop', 20, therapistMet('goals-remain', day(19))))[0]).toBe('unknown'));
    it('is not known when they met before the goals were agreed, or two weeks ago', () => {
      const later = [therapistMet('goals-achieved', day(5)), goalsSet(day(6), 'g2'), goalReached('g2', day(7))];
      expect(saw(rule, considered('iop', 15, later))[0]).toBe('unknown');
      expect(saw(rule, considered('iop', 20, therapistMet('goals-achieved', day(6))))[0]).toBe('unknown');
    });
  });

  describe('patient-agrees', () => {
    const rule = 'patient-agrees';
    it('is met when the person agreed, or asked for that level', () => {
      expect(saw(rule, considered('iop', 20, answered('agrees', day(19))))).toEqual([true, `agreed ${day(19)}`]);
      const asked = answered('asks-for-another-level', day(19), { level: 'aftercare' });
      expect(saw(rule, considered('iop', 20, asked))[0]).toBe(true);
    });
    it('error 32: is not met when they declined, or asked for another level', () => {
      expect(saw(rule, considered('iop', 20, answered('declines', day(19))))).toEqual([false, `declined ${day(19)}`]);
      const asked = answered('asks-for-another-level', day(19), { level: 'residential' });
      expect(saw(rule, considered('iop', 20, asked))).toEqual([false, `asked for Residential ${day(19)}`]);
    });
    it('is not known when nobody asked, or they spoke of another level', () => {
      expect(saw(rule, considered('iop', 20))).toEqual(['unknown', 'not recorded']);
      expect(saw(rule, considered('iop', 20, answered('agrees', day(19), { level: 'residential' })))[0]).toBe(
        'unknown',
      );
    });
    it('goes by what they said last in this stay', () => {
      const changed = [answered('declines', day(15)), answered('agrees', day(19))];
      expect(saw(rule, considered('iop', 20, changed))[0]).toBe(true);
    });
  });

  describe('safe-place-to-live', () => {
    const rule = 'safe-place-to-live';
    it('is met by a place that is safe, and by sober living', () => {
      expect(saw(rule, considered('iop', 20, lives('own-home', day(1), true)))[0]).toBe(true);
      expect(saw(rule, considered('iop', 20, lives('sober-living', day(1))))[0]).toBe(true);
    });
    it('is met by a level that people live in at', () =>
      expect(saw(rule, considered('detox', 6, lives('homeless', day(1))))).toEqual([true, 'lives in at Residential']));
    it('is not met by one that is not safe, and without any', () => {
      expect(saw(rule, considered('iop', 20, lives('own-home', day(1), false)))[0]).toBe(false);
      expect(saw(rule, considered('iop', 20, lives('homeless', day(1))))[0]).toBe(false);
    });
    it('is not known when nobody asked', () => {
      expect(saw(rule, considered('iop', 20))).toEqual(['unknown', 'not recorded']);
      expect(saw(rule, considered('iop', 20, lives('own-home', day(1))))[0]).toBe('unknown');
    });
  });

  describe('medication-continuity', () => {
    const rule = 'medication-continuity';
    const methadone = takes('methadone', { kind: 'moud' });
    it('is met when every next dose is arranged, and when nothing is taken', () => {
      const arranged = [methadone, continues('methadone', day(19), day(21))];
      expect(saw(rule, considered('iop', 20, arranged))).toEqual([true, `next dose ${day(21)}`]);
      expect(saw(rule, considered('iop', 20))).toEqual([true, 'no medication on record']);
    });
    it('is not met without one while a medication for opioid use disorder is taken', () =>
      expect(saw(rule, considered('iop', 20, methadone))).toEqual([
        false,
        'no next dose arranged, while taking Methadone',
      ]));
    it('is not known for another medication, and is not asked for what is taken as needed', () => {
      expect(saw(rule, considered('iop', 20, takes('gabapentin')))[0]).toBe('unknown');
      expect(saw(rule, considered('iop', 20, takes('gabapentin', { scheduled: false })))[0]).toBe(true);
    });
  });

  describe('receiving-place', () => {
    const rule = 'receiving-place';
    const place = placeOffered('aftercare', day(19), day(24), { slotId: 's1' });
    it('is met by a place that is offered there', () =>
      expect(saw(rule, considered('iop', 20, place))).toEqual([true, `place in Aftercare from ${day(24)}`]));
    it('is not met by one that was declined, or is no longer kept', () => {
      expect(saw(rule, considered('iop', 20, place, placeDeclined('s1', plusHours(day(19), 2))))).toEqual([
        false,
        `the place in Aftercare was declined ${plusHours(day(19), 2)}`,
      ]);
      const kept = placeOffered('aftercare', day(17), day(24), { keptUntil: day(18) });
      expect(saw(rule, considered('iop', 20, kept))[0]).toBe(false);
    });
    it('is not known when none was offered there', () => {
      expect(saw(rule, considered('iop', 20))).toEqual(['unknown', 'not recorded']);
      expect(saw(rule, considered('iop', 20, placeOffered('residential', day(19), day(24))))[0]).toBe('unknown');
    });
  });

  describe('not-retained-by-a-person', () => {
    const rule = 'not-retained-by-a-person';
    it('is met when nobody kept the level', () => expect(saw(rule, considered('iop', 20))).toEqual([true, 'no']));
    it('is not met after somebody did, until a further goal is reached', () => {
      const kept = [inCareAt('iop'), goalsSet(day(0), 'g1', 'g2'), goalReached('g1', day(15))].flat();
      const then = (...steps: readonly Step[]) => {
        const { events } = givenWith(asking, kept, goalReached('g2', day(20)), decided(first, 'decline', day(21))).when(
          ...steps,
        );
        return events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules ?? [];
      };
      expect(saw(rule, then(timePasses(day(22)), therapistMet('goals-achieved', day(23))))[0]).toBe(false);
      expect(saw(rule, then(goalsSet(day(22), 'g3'), goalReached('g3', day(25))))[0]).toBe(true);
    });
  });
});

describe('a person in IOP on the way to less support', () => {
  it('error 14: does not leave the moment the last goal is reached, but when all that it asks for is met', () => {
    const unsafe = [takes('methadone', { kind: 'moud' }), lives('homeless', day(1)), overrideTo('residential', day(2))];
    const rules = considered(
      'iop',
      20,
      unsafe.slice(0, 2),
      held('h1', day(19), day(25)),
      answered('declines', day(18)),
    );
    const failed = rules.filter((rule) => rule.held === false).map(({ rule }) => rule);
    expect(failed).toEqual(['no-hold', 'patient-agrees', 'safe-place-to-live', 'medication-continuity']);
  });

  it('error 13: is not moved by the length of the stay', () => {
    const { events } = givenWith({}, inCareAt('iop'), goalsSet(day(0), 'g1')).when(timePasses(plusHours(day(400), 1)));
    expect(events.filter(({ type }) => type === 'TransitionConsidered' || type === 'TransitionStarted')).toEqual([]);
  });
});
