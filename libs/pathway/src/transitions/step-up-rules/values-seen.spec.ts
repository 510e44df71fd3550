import type { Programme } from '../../programme/programme.ts';
import { assessed, rated } from '../../specs/assessments.ts';
import { day, definitive, inCareAt, takes, tellsOfUse } from '../../specs/commands.ts';
import { givenWith, type Step } from '../../specs/given.ts';
import { arrived, discharged, first, held, overrideTo, released } from '../../specs/moves.ts';
import { pregnant } from '../../specs/person.ts';
import { leaves, raised } from '../../specs/safety.ts';
import { fullContinuum, standardFour, withoutTestPlan } from '../../specs/standard-four.ts';
import { plusHours, type Instant } from '../../time.ts';

const inIop = inCareAt('iop');
const residential = inCareAt('residential');
const cocaine = (collectedAt: Instant, reportedAt = collectedAt) =>
  definitive([['cocaine', 'positive']], { collectedAt, reportedAt });
const use = cocaine(day(10));
const opioids = definitive([['opioids', 'positive']], { collectedAt: day(10) });
const quiet = withoutTestPlan(standardFour);
const continuum = withoutTestPlan(fullContinuum);
const stepUp = (change: Partial<Programme['stepUp']>) => ({ ...quiet, stepUp: { ...quiet.stepUp, ...change } });
const { ofTwo, reviewing, proposing } = {
  ofTwo: stepUp({ threshold: { uses: 2, withinDays: 28 } }),
  reviewing: stepUp({ mode: 'review-only' }),
  proposing: stepUp({ mode: 'propose' }),
};

interface Case {
  readonly rule: string;
  readonly when: string;
  readonly saw: string;
  readonly held: boolean | 'unknown';
  readonly before: readonly Step[];
  readonly step?: Step;
  readonly programme?: Programme;
}

/** What one rule saw of the use that came last, when it was considered last. */
function seen({ rule, before, step = use, programme = quiet }: Case): unknown {
  const { events } = givenWith({ programme }, before).when(step);
  const rules = events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules;
  return rules?.find((one) => one.rule === rule);
}

const cases: readonly Case[] = [
  { rule: 'in-care', when: 'in care', held: true, saw: 'in care', before: inIop },
  {
    rule: 'in-care',
    when: 'discharged',
    held: false,
    saw: `discharged ${day(12)}`,
    before: [...inIop, discharged('dropped-out', day(12))],
    step: cocaine(day(10), day(14)),
  },
  {
    rule: 'no-step-up-open-or-done-since',
    when: 'one is open',
    held: false,
    saw: 'open, to Residential',
    before: [...inIop, overrideTo('residential', day(9))],
  },
  {
    rule: 'no-step-up-open-or-done-since',
    when: 'one was made a moment after the collection',
    held: false,
    saw: `made ${plusHours(day(10), 0.001)}, to Residential`,
    before: [...inIop, overrideTo('residential', day(9)), arrived(first, plusHours(day(10), 0.001))],
    step: cocaine(day(10), day(11)),
  },
  {
    rule: 'no-step-up-open-or-done-since',
    when: 'one was made at the collection',
    held: true,
    saw: 'none',
    before: [...inIop, overrideTo('residential', day(9)), arrived(first, day(10))],
  },
  {
    rule: 'no-step-up-open-or-done-since',
    when: 'a step down is open',
    held: true,
    saw: 'none',
    before: [...inIop, overrideTo('aftercare', day(9))],
  },
  {
    rule: 'no-step-up-open-or-done-since',
    when: 'one was made since, and the person has left',
    held: false,
    saw: `made ${day(11)}, to Residential`,
    before: [...inIop, overrideTo('residential', day(9)), arrived(first, day(11)), discharged('dropped-out', day(12))],
    step: cocaine(day(10), day(14)),
  },
  {
    rule: 'not-cleared-before-this-stay',
    when: 'collected as this stay began',
    held: true,
    saw: 'collected in the present stay',
    before: [...residential, overrideTo('iop', day(9)), arrived(first, day(10))],
  },
  {
    rule: 'not-cleared-before-this-stay',
    when: 'collected before it, and no test since',
    held: true,
    saw: 'collected before the present stay, not cleared since',
    before: [...residential, overrideTo('iop', day(9)), arrived(first, day(11))],
    step: cocaine(day(10), day(12)),
  },
  {
    rule: 'not-cleared-before-this-stay',
    when: 'collected before it, and negative since',
    held: false,
    saw: 'a later specimen is negative',
    before: [
      ...residential,
      definitive([['cocaine', 'negative']], { collectedAt: plusHours(day(10), 1) }),
      overrideTo('iop', day(10.5)),
      arrived(first, day(11)),
    ],
    step: cocaine(day(10), day(12)),
  },
  { rule: 'threshold-met', when: 'one is enough', held: true, saw: '1 of 1 within 28 days', before: inIop },
  {
    rule: 'threshold-met',
    when: 'one of two',
    held: false,
    saw: '1 of 2 within 28 days',
    before: inIop,
    programme: ofTwo,
  },
  {
    rule: 'threshold-met',
    when: 'the second comes on the last day',
    held: true,
    saw: '2 of 2 within 28 days',
    before: [...inIop, use],
    step: cocaine(day(38)),
    programme: ofTwo,
  },
  {
    rule: 'threshold-met',
    when: 'the second comes a moment later',
    held: false,
    saw: '1 of 2 within 28 days',
    before: [...inIop, use],
    step: cocaine(plusHours(day(38), 0.1)),
    programme: ofTwo,
  },
  { rule: 'not-in-hospital-or-jail', when: 'here', held: true, saw: 'no', before: inIop },
  {
    rule: 'not-in-hospital-or-jail',
    when: 'in jail',
    held: false,
    saw: `in jail since ${day(9)}`,
    before: [...inIop, leaves(day(9), 'jail')],
  },
  {
    rule: 'not-in-hospital-or-jail',
    when: 'on a pass',
    held: true,
    saw: 'no',
    before: [...inIop, leaves(day(9), 'pass', { expectedReturnAt: day(11) })],
  },
  {
    rule: 'level-can-step-up',
    when: 'there is one above',
    held: true,
    saw: 'Intensive outpatient (IOP) to Residential',
    before: inIop,
  },
  {
    rule: 'level-can-step-up',
    when: 'there is none above',
    held: false,
    saw: 'no level above Withdrawal management (detox)',
    before: inCareAt('detox'),
  },
  {
    rule: 'level-can-step-up',
    when: 'not in care',
    held: false,
    saw: 'no level above where there is none',
    before: [...inIop, discharged('dropped-out', day(12))],
    step: cocaine(day(10), day(14)),
  },
  {
    rule: 'no-opioid-withdrawal-in-pregnancy',
    when: 'opioids are found',
    held: false,
    saw: 'pregnant, and opioids are found or treated',
    before: [...residential, pregnant(day(2))],
    step: opioids,
  },
  {
    rule: 'no-opioid-withdrawal-in-pregnancy',
    when: 'opioids are treated',
    held: false,
    saw: 'pregnant, and opioids are found or treated',
    before: [...residential, pregnant(day(2)), takes('methadone', { kind: 'moud' })],
  },
  {
    rule: 'no-opioid-withdrawal-in-pregnancy',
    when: 'no opioids are',
    held: true,
    saw: 'pregnant, no opioids',
    before: [...residential, pregnant(day(2))],
  },
  {
    rule: 'no-opioid-withdrawal-in-pregnancy',
    when: 'not pregnant',
    held: true,
    saw: 'does not apply',
    before: residential,
    step: opioids,
  },
  {
    rule: 'no-opioid-withdrawal-in-pregnancy',
    when: 'the move leads to no withdrawal management',
    held: true,
    saw: 'does not apply',
    before: [...inIop, pregnant(day(2))],
    step: opioids,
  },
  {
    rule: 'withdrawal-risk',
    when: 'the move leads to no withdrawal management',
    held: true,
    saw: 'not asked for by this move',
    before: inIop,
  },
  {
    rule: 'target-is-indicated',
    when: 'the level does not ask for it',
    held: true,
    saw: 'not asked for at this level',
    before: inIop,
  },
  {
    rule: 'target-is-indicated',
    when: 'nobody assessed',
    held: 'unknown',
    saw: 'no current assessment that indicates Intensive inpatient',
    before: residential,
    programme: continuum,
  },
  {
    rule: 'target-is-indicated',
    when: 'it is indicated',
    held: true,
    saw: `assessed ${day(8)}: indicates Intensive inpatient`,
    before: [...residential, assessed({ 2: '4' }, day(8))],
    programme: continuum,
  },
  {
    rule: 'target-is-indicated',
    when: 'the present level is indicated',
    held: false,
    saw: `assessed ${day(8)}: indicates Residential`,
    before: [...residential, assessed({ 5: '3.5' }, day(8))],
    programme: continuum,
  },
  { rule: 'no-hold', when: 'none is on', held: true, saw: 'none', before: inIop },
  {
    rule: 'no-hold',
    when: 'one is on',
    held: false,
    saw: `automatic moves are paused until ${day(16)}`,
    before: [...inIop, held('h1', day(9), day(16))],
  },
  { rule: 'moves-by-rule', when: 'automatic', held: true, saw: 'moves begin by themselves', before: inIop },
  {
    rule: 'moves-by-rule',
    when: 'reviewed',
    held: false,
    saw: 'a person reviews, rules do not move',
    before: inIop,
    programme: reviewing,
  },
  { rule: 'mode-automatic', when: 'automatic', held: true, saw: 'moves begin by themselves', before: inIop },
  {
    rule: 'mode-automatic',
    when: 'proposed',
    held: false,
    saw: 'moves are proposed to a person',
    before: inIop,
    programme: proposing,
  },
  { rule: 'no-open-crisis', when: 'none is open', held: true, saw: 'none', before: inIop },
  {
    rule: 'no-open-crisis',
    when: 'one is open',
    held: false,
    saw: `suicidality since ${day(9)}`,
    before: [...inIop, raised('suicidality', day(9))],
  },
  {
    rule: 'no-assessment-for-this-level',
    when: 'made as the result was reported, it indicates the present level',
    held: false,
    saw: `assessed ${day(11)}, knowing the result: indicates Intensive outpatient (IOP)`,
    before: [...inIop, assessed({ 5: '2.1' }, day(11), { occurredAt: day(11) })],
    step: { ...cocaine(day(10), day(11)), occurredAt: day(12) },
  },
  {
    rule: 'no-assessment-for-this-level',
    when: 'it indicates more',
    held: true,
    saw: `assessed ${day(11)}, knowing the result: indicates Residential`,
    before: [...inIop, assessed({ 5: '3.5' }, day(11))],
    step: { ...cocaine(day(10), day(11)), occurredAt: day(12) },
  },
  {
    rule: 'no-assessment-for-this-level',
    when: 'it indicates more than the programme has',
    held: true,
    saw: `assessed ${day(11)}, knowing the result: indicates more than this programme has (4)`,
    before: [...inIop, rated([0, 4, 0, 0, 0, 0], day(11))],
    step: { ...cocaine(day(10), day(11)), occurredAt: day(12) },
  },
  {
    rule: 'no-assessment-for-this-level',
    when: 'made a moment before the result was reported',
    held: true,
    saw: 'none made since that knew the result',
    before: [...inIop, assessed({ 5: '2.1' }, plusHours(day(11), -0.001))],
    step: { ...cocaine(day(10), day(11)), occurredAt: day(12) },
  },
  {
    rule: 'no-assessment-for-this-level',
    when: 'made since the person told of the use',
    held: false,
    saw: `assessed ${day(11)}, knowing the result: indicates Intensive outpatient (IOP)`,
    before: [...inIop, assessed({ 5: '2.1' }, day(11), { occurredAt: day(11) })],
    step: tellsOfUse('cocaine', day(10), day(11)),
  },
  {
    rule: 'reported-in-time',
    when: 'known on the last day',
    held: true,
    saw: 'known 14.0 days after collection, at most 14',
    before: inIop,
    step: cocaine(day(10), day(24)),
  },
  {
    rule: 'reported-in-time',
    when: 'known a moment later',
    held: false,
    saw: 'known 14.1 days after collection, at most 14',
    before: inIop,
    step: cocaine(day(10), day(24.1)),
  },
  {
    rule: 'not-held-before',
    when: 'no pause was on',
    held: true,
    saw: 'not found during a pause',
    before: inIop,
  },
  {
    rule: 'not-held-before',
    when: 'one was on',
    held: false,
    saw: 'found during a pause, which has ended',
    before: [...inIop, held('h1', day(9), day(16)), use],
    step: released('h1', day(12)),
  },
];

describe('a rule of a step up says what it saw', () => {
  it.each(cases.map((one) => ({ ...one, name: `${one.rule}, ${one.when}` })))('$name', (one) =>
    expect(seen(one)).toEqual({ rule: one.rule, held: one.held, saw: one.saw }),
  );
});
