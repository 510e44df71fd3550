import { assessed } from '../../specs/assessments.ts';
import { continues, day, definitive, inCareAt, presumptive, stopsTaking, takes } from '../../specs/commands.ts';
import { givenWith, timePasses, type Step } from '../../specs/given.ts';
import {
  answered,
  arrived,
  cancelledBy,
  first,
  goalReached,
  goalsSet,
  overrideTo,
  placeDeclined,
  placeOffered,
  session,
  therapistMet,
  wholeWeek,
} from '../../specs/moves.ts';
import { lives } from '../../specs/person.ts';
import { isBack, leaves, raised } from '../../specs/safety.ts';
import { fullContinuum, newYork, standardFour, withoutTestPlan } from '../../specs/standard-four.ts';
import { plusHours, type Instant } from '../../time.ts';
import { levelOf } from '../level-of.ts';
import { guards } from './in-order.ts';

const programme = withoutTestPlan(standardFour);
const moment = 0.001;
/** A day of the site begins at 4:00 UTC. */
const dayBegins = (days: number): Instant => plusHours(day(days), -8);

/** What a guard of less support sees at this moment of a person at this level, after these steps. */
function look(rule: string, at: Instant, from: string, ...steps: readonly (Step | readonly Step[])[]): unknown[] {
  const { journey } = givenWith({ programme }, inCareAt(from)).when(...steps.flat(), timePasses(at));
  if (journey.status !== 'active') throw new Error('not in care');
  const level = levelOf(programme, journey.stay.level);
  const to = levelOf(programme, level.stepDownTo ?? 'aftercare');
  const seen = guards
    .find((guard) => guard.rule === rule)
    ?.look({ journey, level, to, programme, calendar: newYork }, at);
  return [seen?.held, seen?.saw];
}

describe('minimum-stay', () => {
  const at = (when: Instant, ...steps: readonly Step[]) => look('minimum-stay', when, 'iop', ...steps);
  it('is met from the first moment of the day of the site on which the stay is long enough', () => {
    expect(at(plusHours(dayBegins(14), -moment))).toEqual([false, 'day 13 of at least 14']);
    expect(at(dayBegins(14))).toEqual([true, 'day 14 of at least 14']);
  });
  it('is of the present stay', () =>
    expect(at(day(20), overrideTo('residential', day(3)), arrived(first, day(15)))).toEqual([
      false,
      'day 5 of at least 7',
    ]));
});

describe('no-open-crisis', () => {
  it('sees which one is open, and since when', () => {
    expect(look('no-open-crisis', day(20), 'iop')).toEqual([true, 'none']);
    expect(look('no-open-crisis', day(20), 'iop', raised('psychosis', day(19)))).toEqual([
      false,
      `psychosis since ${day(19)}`,
    ]);
  });
});

describe('not-in-hospital-or-jail', () => {
  it('sees where the person is, and since when; a pass is neither', () => {
    const at = (...steps: readonly Step[]) => look('not-in-hospital-or-jail', day(20), 'iop', ...steps);
    expect(at(leaves(day(18), 'hospital'))).toEqual([false, `in hospital since ${day(18)}`]);
    expect(at(leaves(day(18), 'jail'))).toEqual([false, `in jail since ${day(18)}`]);
    expect(at(leaves(day(18), 'pass', { expectedReturnAt: day(21) }))).toEqual([true, 'no']);
    expect(at(leaves(day(18), 'hospital'), isBack(day(19)))).toEqual([true, 'no']);
  });
});

describe('no-unsettled-result', () => {
  const at = (...steps: readonly Step[]) => look('no-unsettled-result', day(19), 'iop', ...steps);
  const collectedAt = day(19);
  const id = 'S-2026-05-23T12';
  it.each<readonly [string, Step, string]>([
    [
      'is preliminary',
      definitive([['cocaine', 'positive']], { collectedAt, status: 'preliminary' }),
      'preliminary only',
    ],
    ['is unconfirmed', presumptive([['cocaine', 'positive']], { collectedAt }), 'not confirmed yet'],
    [
      'waits for a clinician',
      definitive([['cocaine', 'positive']], {
        collectedAt,
        validity: { finding: 'valid', temperature: 'out-of-range' },
      }),
      'waits for a clinician',
    ],
    [
      'is of a specimen that needs review',
      definitive([['cocaine', 'negative']], { collectedAt, validity: { finding: 'adulterated' } }),
      'specimen needs review',
    ],
  ])('sees a result that %s', (_what, step, saw) => expect(at(step)).toEqual([false, `${id} cocaine: ${saw}`]));

  it('sees all of them', () => {
    const two = presumptive(
      [
        ['cocaine', 'positive'],
        ['amphetamines', 'positive'],
      ],
      { collectedAt },
    );
    expect(at(two)).toEqual([false, `${id} amphetamines: not confirmed yet, ${id} cocaine: not confirmed yet`]);
  });
});

describe('no-use-in-look-back', () => {
  const rule = 'no-use-in-look-back';
  const kept = cancelledBy(first, 'clinician-retains', day(16));
  const use = [definitive([['cocaine', 'positive']], { collectedAt: day(16) }), kept];
  it('looks back over whole days of the site', () => {
    expect(look(rule, plusHours(dayBegins(30), -moment), 'iop', use)).toEqual([
      false,
      `unexpected cocaine at ${day(16)}`,
    ]);
    expect(look(rule, dayBegins(30), 'iop', use)).toEqual([true, 'none in 14 days']);
  });
  it('counts a use collected as the stay began, and none collected before', () => {
    const cocaine = (collectedAt: Instant) => [
      overrideTo('residential', day(8)),
      arrived(first, day(10)),
      definitive([['cocaine', 'positive']], { collectedAt, reportedAt: day(11) }),
    ];
    expect(look(rule, day(12), 'aftercare', cocaine(day(10)))[0]).toBe(false);
    expect(look(rule, day(12), 'aftercare', cocaine(plusHours(day(10), -moment)))[0]).toBe(true);
  });
  it('counts none that is withdrawn', () => {
    const cancelled = definitive([], { collectedAt: day(16), reportedAt: day(17), status: 'cancelled' });
    expect(look(rule, day(18), 'iop', use, cancelled)).toEqual([true, 'none in 14 days']);
  });
  it('sees all of them', () => {
    const other = definitive([['methamphetamine', 'positive']], { collectedAt: day(20) });
    expect(look(rule, day(21), 'iop', use, other)).toEqual([
      false,
      `unexpected cocaine at ${day(16)}, unexpected methamphetamine at ${day(20)}`,
    ]);
  });
});

describe('attendance-in-last-full-week', () => {
  const rule = 'attendance-in-last-full-week';
  it('sees the hours of the last whole week, Monday to Sunday of the site, against the least of the level', () => {
    expect(look(rule, day(22), 'iop', wholeWeek(15))).toEqual([true, '9.0 h of at least 9.0 h in the week before']);
    const less = [session(day(15), 269), session(day(16), 270)];
    expect(look(rule, day(22), 'iop', less)).toEqual([false, '9.0 h of at least 9.0 h in the week before']);
    expect(look(rule, plusHours(dayBegins(21), -moment), 'iop', wholeWeek(15))[0]).toBe('unknown');
    expect(look(rule, dayBegins(21), 'iop', wholeWeek(15))[0]).toBe(true);
  });
  it('asks for less where the person was away, and says so', () => {
    const away = [leaves(day(16), 'hospital'), isBack(day(18))];
    const [, saw] = look(rule, day(22), 'iop', session(day(15)), away);
    expect(saw).toMatch(/^3\.0 h of at least \d\.\d h in the week before, 6 days of care counted$/);
  });
  it('is met where the level asks for no hours, and not known before a whole week', () => {
    expect(look(rule, day(22), 'aftercare')).toEqual([true, 'no minimum at this level']);
    expect(look(rule, day(2), 'detox')).toEqual([true, 'no minimum at this level']);
    expect(look(rule, day(6), 'iop', session(day(1)))).toEqual(['unknown', 'no whole week at this level yet']);
    expect(look(rule, day(22), 'iop')).toEqual(['unknown', 'no treatment session recorded']);
  });
  it('passes over weeks in which nobody was expected', () => {
    const away = [leaves(day(2), 'hospital'), isBack(day(22))];
    expect(look(rule, day(23), 'iop', session(day(1)), away)).toEqual([
      false,
      '3.0 h of at least 3.9 h in the week before, 3 days of care counted',
    ]);
    const later = [leaves(day(13), 'hospital'), isBack(day(29))];
    expect(look(rule, day(30), 'iop', wholeWeek(8), later)[0]).toBe(true);
  });
});

describe('no-assessment-against', () => {
  const rule = 'no-assessment-against';
  it('counts for two weeks from the moment it was made', () => {
    const against = assessed({ 5: '3.5' }, day(10));
    expect(look(rule, plusHours(day(10), -moment), 'iop', timePasses(day(9)))).toEqual([
      'unknown',
      'no current assessment',
    ]);
    expect(look(rule, day(10), 'iop', against)).toEqual([false, `assessed ${day(10)}: indicates Residential`]);
    expect(look(rule, plusHours(day(24), -moment), 'iop', against)[0]).toBe(false);
    expect(look(rule, day(24), 'iop', against)).toEqual(['unknown', 'no current assessment']);
  });
  it('is not known while a dimension is open, unless what is rated speaks against it', () => {
    const open = (rating: string) => look(rule, day(20), 'iop', assessed({ 3: rating, 5: 'EVAL' }, day(18)));
    expect(open('1.0')).toEqual([
      'unknown',
      `assessed ${day(18)}: indicates Aftercare, not all dimensions are rated yet`,
    ]);
    expect(open('2.1')).toEqual([false, `assessed ${day(18)}: indicates Intensive outpatient (IOP)`]);
  });
});

describe('therapist-meeting', () => {
  const rule = 'therapist-meeting';
  const goal = [goalsSet(day(1), 'g1')];
  it('counts for two weeks, to the moment', () => {
    const met = therapistMet('goals-achieved', day(10));
    expect(look(rule, day(10), 'iop', goal, met)).toEqual([true, `met ${day(10)}: all goals are achieved`]);
    expect(look(rule, plusHours(day(24), -moment), 'iop', goal, met)[0]).toBe(true);
    expect(look(rule, day(24), 'iop', goal, met)).toEqual(['unknown', `last met ${day(10)}`]);
  });
  it('says what they found', () => {
    expect(look(rule, day(12), 'iop', goal, therapistMet('reassess', day(10)))).toEqual([
      false,
      `met ${day(10)}: needs have changed, to be assessed again`,
    ]);
    const remain = therapistMet('goals-remain', day(10));
    expect(look(rule, day(12), 'iop', goal, remain)).toEqual([false, `met ${day(10)}: goals remain`]);
    expect(look(rule, day(12), 'iop', goal, goalReached('g1', day(10)), remain)[0]).toBe(false);
    expect(look(rule, day(12), 'iop', goal, remain, goalReached('g1', plusHours(day(10), moment)))).toEqual([
      'unknown',
      `met ${day(10)}, before the last goal was reached`,
    ]);
  });
  it('speaks of the goals of this level, from the moment they were agreed', () => {
    const met = therapistMet('goals-achieved', day(10));
    expect(look(rule, day(12), 'iop', goalsSet(day(10), 'g1'), met)[0]).toBe(true);
    expect(look(rule, day(12), 'iop', met, goalsSet(plusHours(day(10), moment), 'g1'))).toEqual([
      'unknown',
      'not recorded',
    ]);
    const moved = [overrideTo('residential', day(3)), arrived(first, day(10))];
    expect(look(rule, day(12), 'iop', goalsSet(day(1), 'g1'), moved, met)[0]).toBe(true);
    const before = therapistMet('goals-achieved', plusHours(day(10), -moment));
    expect(look(rule, day(12), 'iop', moved.slice(0, 1), before, moved.slice(1))[0]).toBe('unknown');
  });
  it('goes by the last one that was held by then', () => {
    const ahead = therapistMet('reassess', plusHours(day(12), 0.05), { occurredAt: day(12) });
    const met = therapistMet('goals-achieved', day(10));
    expect(look(rule, day(12), 'iop', goal, met, ahead)[0]).toBe(true);
    expect(look(rule, plusHours(day(12), 0.05), 'iop', goal, met, ahead)[0]).toBe(false);
  });
});

describe('patient-agrees', () => {
  it.each<readonly [Parameters<typeof answered>[0], string | undefined, boolean | 'unknown', string]>([
    ['agrees', undefined, true, `agreed ${day(19)}`],
    ['agrees', 'aftercare', true, `agreed ${day(19)}`],
    ['agrees', 'residential', 'unknown', `agreed to Residential ${day(19)}`],
    ['declines', undefined, false, `declined ${day(19)}`],
    ['declines', 'aftercare', false, `declined ${day(19)}`],
    ['declines', 'residential', 'unknown', `declined Residential ${day(19)}`],
    ['asks-for-another-level', 'aftercare', true, `asked for it ${day(19)}`],
    ['asks-for-another-level', 'residential', false, `asked for Residential ${day(19)}`],
    ['asks-for-another-level', undefined, false, `asked for another level ${day(19)}`],
  ])('hears a person who %s (%s)', (decision, level, met, saw) =>
    expect(look('patient-agrees', day(20), 'iop', answered(decision, day(19), { level }))).toEqual([met, saw]),
  );
});

describe('safe-place-to-live', () => {
  const at = (...steps: readonly Step[]) => look('safe-place-to-live', day(20), 'iop', ...steps);
  it('says where they live, since when that is known, and whether it is safe', () => {
    expect(at(lives('own-home', day(1), true))).toEqual([true, `own home, recorded ${day(1)}`]);
    expect(at(lives('own-home', day(1), false))).toEqual([false, `own home, recorded ${day(1)}: not safe`]);
    expect(at(lives('own-home', day(1)))).toEqual([
      'unknown',
      `own home, recorded ${day(1)}: nobody asked whether it is safe`,
    ]);
    expect(at(lives('own-home', day(1), true), lives('homeless', day(19)))).toEqual([
      false,
      `homeless, recorded ${day(19)}: not safe`,
    ]);
  });
});

describe('medication-continuity', () => {
  const rule = 'medication-continuity';
  const at = (...steps: readonly Step[]) => look(rule, day(20), 'iop', ...steps);
  const methadone = takes('methadone', { kind: 'moud' });
  const gabapentin = takes('gabapentin');
  it('names what has no next dose, the medication for opioid use disorder first', () => {
    expect(at(methadone, gabapentin)).toEqual([false, 'no next dose arranged, while taking Methadone']);
    expect(at(gabapentin)).toEqual(['unknown', 'no next dose recorded for Gabapentin']);
    const arranged = [continues('methadone', day(19), day(21)), continues('gabapentin', day(19), day(22))];
    expect(at(methadone, gabapentin, ...arranged)).toEqual([true, `next dose ${day(21)}, ${day(22)}`]);
    expect(at(methadone, gabapentin, ...arranged.slice(0, 1))[0]).toBe('unknown');
  });
  it('asks for a dose that is still to come, and none after the last', () => {
    const dose = (next: Instant) => at(methadone, continues('methadone', day(19), next))[0];
    expect(dose(plusHours(day(20), moment))).toBe(true);
    expect(dose(day(20))).toBe(false);
    expect(at(methadone, stopsTaking('methadone', day(20)))).toEqual([true, 'no medication on record']);
    expect(at(takes('methadone', { kind: 'moud', to: plusHours(day(20), moment) }))[0]).toBe(false);
  });
  it('asks for it also where a medication for opioid use disorder is taken as needed', () =>
    expect(at(takes('buprenorphine', { kind: 'moud', scheduled: false }))[0]).toBe(false));
});

describe('receiving-place', () => {
  const rule = 'receiving-place';
  const offered = placeOffered('aftercare', day(10), day(14), { slotId: 's1' });
  const keptTo12 = { ...offered, keptUntil: day(12) };
  it('is met as long as the place is kept, to the moment', () => {
    expect(look(rule, day(10), 'iop', offered)).toEqual([true, `place in Aftercare from ${day(14)}`]);
    expect(look(rule, plusHours(day(14), -moment), 'iop', offered)[0]).toBe(true);
    expect(look(rule, day(14), 'iop', offered)).toEqual([false, `the place in Aftercare was kept until ${day(14)}`]);
    expect(look(rule, day(12), 'iop', keptTo12)).toEqual([false, `the place in Aftercare was kept until ${day(12)}`]);
  });
  it('is met by any place that still waits, and says of the last why it does not', () => {
    const other = placeOffered('aftercare', day(11), day(16), { slotId: 's2' });
    const declined = placeDeclined('s2', day(12));
    expect(look(rule, day(13), 'iop', offered, other, declined)).toEqual([true, `place in Aftercare from ${day(14)}`]);
    expect(look(rule, day(15), 'iop', offered, other, declined)).toEqual([
      false,
      `the place in Aftercare was declined ${day(12)}`,
    ]);
  });
});

describe('not-retained-by-a-person', () => {
  const rule = 'not-retained-by-a-person';
  const kept = [goalsSet(day(1), 'g1'), goalReached('g1', day(20)), cancelledBy(first, 'clinician-retains', day(21))];
  const at = (...steps: readonly Step[]) => look(rule, day(30), 'iop', kept, ...steps);
  const not = [false, `turned down ${day(21)}, no further goal reached and not assessed again since`];
  it('holds until something further came: a goal of this level, or an assessment', () => {
    expect(at()).toEqual(not);
    const goal = (reached: Instant) => [
      goalsSet(day(21), 'g2'),
      { ...goalReached('g2', reached), occurredAt: reached },
    ];
    expect(at(...goal(plusHours(day(21), moment)))).toEqual([true, 'a further goal was reached since']);
    expect(at(...goal(day(21)))).toEqual(not);
    expect(at(assessed({ 3: '2.1' }, plusHours(day(21), moment)))).toEqual([true, 'assessed again since']);
    expect(at(assessed({ 3: '2.1' }, day(21)))).toEqual(not);
  });
  it('is not lifted by a goal of another level', () => {
    const back = [goalsSet(day(21), 'r1'), overrideTo('residential', day(22))];
    expect(at(...back).at(0)).toBe(false);
  });
});

describe('an assessment that asks for more than the programme has', () => {
  it('speaks against less support in every programme', () => {
    const { journey } = givenWith({ programme: withoutTestPlan(fullContinuum) }, inCareAt('iop')).when(
      assessed({ 2: '4' }, day(18)),
    );
    if (journey.status !== 'active') throw new Error('not in care');
    const [level, to] = [levelOf(fullContinuum, 'iop'), levelOf(fullContinuum, 'outpatient')];
    const facts = { journey, level, to, programme: fullContinuum, calendar: newYork };
    expect(guards.find(({ rule }) => rule === 'no-assessment-against')?.look(facts, day(18))).toEqual({
      held: false,
      saw: `assessed ${day(18)}: indicates Intensive inpatient`,
    });
  });
});
