import { assessed, rated } from '../specs/assessments.ts';
import { day, definitive, inCareAt, presumptive, takes } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, givenWith, timePasses, type Step } from '../specs/given.ts';
import { arrived, first, happened, held, overrideTo } from '../specs/moves.ts';
import { asked, pregnant, pregnancyEnded } from '../specs/person.ts';
import { fullContinuum, standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const residential = inCareAt('residential');
const cocaine = definitive([['cocaine', 'positive']], { collectedAt: day(10) });
const opioids = definitive([['opioids', 'positive']], { collectedAt: day(10) });
const toDetox = happened('TransitionStarted', { kind: 'step-up', from: 'residential', to: 'detox' });
const noRisk = { 1: '0' } as const;
/** Of moderate withdrawal: 13 points. */
const cows = (at: string, points = 5) =>
  asked('cows', { 'resting-pulse': 4, tremor: 4, 'gooseflesh-skin': points }, at);

const sawOf = (rule: string, before: readonly Step[], ...steps: readonly Step[]) => {
  const { events } = given(before).when(...steps);
  const rules = events.findLast((event) => event.type === 'TransitionConsidered')?.data.rules ?? [];
  return rules.find((one) => one.rule === rule);
};

describe('a new use of a person in residential', () => {
  it('leads to detox with withdrawal risk: dimension 1 of an assessment of the last three days, by either edition', () => {
    given(residential, assessed({ 1: '3.7' }, day(8)))
      .when(cocaine)
      .thenIncludes(toDetox);
    given(residential, assessed({ 1: '3.7 BIO' }, day(8)))
      .when(cocaine)
      .thenIncludes(toDetox);
    given(residential, rated([3, 0, 0, 0, 0, 0], day(8)))
      .when(cocaine)
      .thenIncludes(toDetox);
    given(residential, rated([2, 0, 0, 0, 0, 0], day(8)))
      .when(cocaine)
      .thenLacks('TransitionStarted');
    given(residential, assessed({ 1: '3.7' }, plusHours(day(7), -1)))
      .when(cocaine)
      .thenLacks('TransitionStarted');
  });

  it('leads to detox with withdrawal risk: CIWA-Ar of 10 or COWS of 13 within a day', () => {
    const ciwa = (at: string, points: number) => asked('ciwa-ar', { tremor: points, 'nausea-vomiting': 5 }, at);
    given(residential, cows(plusHours(day(9), 1)))
      .when(cocaine)
      .thenIncludes(toDetox);
    given(residential, cows(plusHours(day(9), -1)))
      .when(cocaine)
      .thenLacks('TransitionStarted');
    given(residential, cows(plusHours(day(9), 1), 3))
      .when(cocaine)
      .thenLacks('TransitionStarted');
    given(residential, ciwa(plusHours(day(9), 1), 5))
      .when(cocaine)
      .thenIncludes(toDetox);
    given(residential, ciwa(plusHours(day(9), 1), 4))
      .when(cocaine)
      .thenLacks('TransitionStarted');
  });

  it('is considered again once somebody looked, and leads to detox or to a reassessment by what they found', () => {
    given(residential, cocaine)
      .when(cows(plusHours(day(10), 4)))
      .thenIncludes(toDetox);
    given(residential, cocaine)
      .when(assessed(noRisk, plusHours(day(10), 4)))
      .thenIncludes(
        happened('TransitionConsidered', {
          outcome: 'task',
          sentence: expect.stringContaining('needs withdrawal risk, and none was found'),
        }),
      )
      .thenLacks('TransitionStarted');
    given(residential, cocaine)
      .when(timePasses(day(30)))
      .thenLacks('TransitionConsidered');
  });

  it('is not known to be without risk by what was looked at before it', () => {
    expect(sawOf('withdrawal-risk', [...residential, assessed(noRisk, day(9))], cocaine)).toEqual({
      rule: 'withdrawal-risk',
      held: 'unknown',
      saw: `no current assessment or scale on record, only before the use: assessed ${day(9)}: withdrawal (dimension 1) 0`,
    });
    expect(sawOf('withdrawal-risk', [...residential, assessed({ 1: 'EVAL' }, day(9))], cocaine)?.held).toBe('unknown');
  });

  it('leads to no withdrawal from opioids in pregnancy, whatever the risk: a medication is what helps', () => {
    const atRisk = [...residential, assessed({ 1: '3.7' }, day(8))];
    given(atRisk, pregnant(day(2)))
      .when(opioids)
      .thenIncludes(
        happened('TransitionConsidered', { outcome: 'task', sentence: expect.stringContaining('in pregnancy') }),
        taskOpened('reassessment'),
      )
      .thenLacks('TransitionStarted', 'TransitionProposed');
    given(atRisk, pregnant(day(2)), takes('methadone', { kind: 'moud' }))
      .when(cocaine)
      .thenLacks('TransitionStarted');
    given(atRisk, pregnant(day(2)))
      .when(cocaine)
      .thenIncludes(toDetox);
    given(atRisk, pregnant(day(2)), pregnancyEnded(day(9)))
      .when(opioids)
      .thenIncludes(toDetox);
  });
});

describe('a new use after an assessment', () => {
  it('leads to the level that it indicates, if that is higher than the one above', () => {
    const detoxIndicated = { 1: '3.7' } as const;
    given(inIop, assessed(detoxIndicated, day(8)))
      .when(cocaine)
      .thenIncludes(happened('TransitionStarted', { from: 'iop', to: 'detox' }));
    given(inIop, assessed({ 5: '2.1' }, day(8)))
      .when(cocaine)
      .thenIncludes(happened('TransitionStarted', { to: 'residential' }));
    given(inIop, assessed({ 5: '3.5' }, plusHours(day(10), -14 * 24 - 1)))
      .when(cocaine)
      .thenIncludes(happened('TransitionStarted', { to: 'residential' }));
  });

  it('error 9: leads to detox from no level without withdrawal risk, also where an assessment indicates it', () => {
    // Three and a half days old: it still indicates a level, and is no current sign of withdrawal any more.
    given(inIop, assessed({ 1: '3.7' }, plusHours(day(6), 12)))
      .when(cocaine)
      .thenIncludes(taskOpened('withdrawal-check'))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('leads to the level above once whoever looked found no withdrawal risk, although detox is indicated otherwise', () => {
    // A medical bed is asked for by physical health; withdrawal was looked at before the use only.
    const indicated = [...inIop, assessed({ 1: '0', 2: '3.7' }, day(9)), cocaine];
    given(indicated)
      .when(timePasses(day(10)))
      .thenLacks('TransitionStarted');
    given(indicated)
      .when(asked('ciwa-ar', { tremor: 1 }, plusHours(day(10), 4)))
      .thenIncludes(happened('TransitionStarted', { from: 'iop', to: 'residential' }));
  });

  it('error 18: leads from aftercare to the level of an assessment of the same week, else to IOP', () => {
    const aftercare = inCareAt('aftercare');
    given(aftercare, assessed({ 5: '3.5' }, day(8)))
      .when(cocaine)
      .thenIncludes(happened('TransitionStarted', { from: 'aftercare', to: 'residential' }));
    given(aftercare, assessed({ 5: '3.5' }, day(2)))
      .when(cocaine)
      .thenIncludes(happened('TransitionStarted', { from: 'aftercare', to: 'iop' }));
    const outpatient = { programme: fullContinuum };
    givenWith(outpatient, inCareAt('aftercare'), assessed({ 5: '1.5' }, day(8)))
      .when(cocaine)
      .thenIncludes(happened('TransitionStarted', { from: 'aftercare', to: 'outpatient' }));
  });

  it('is proposed where one that knew the result indicates the present level', () => {
    const late = definitive([['cocaine', 'positive']], {
      collectedAt: day(10),
      reportedAt: day(11),
      recordedAt: day(12),
    });
    given(inIop, assessed({ 5: '2.1' }, plusHours(day(11), 6)))
      .when(late)
      .thenIncludes(
        happened('TransitionProposed', { to: 'residential', deadlineAt: day(13) }),
        happened('TransitionConsidered', {
          sentence: expect.stringContaining('an assessment that knew the result indicates the present level'),
        }),
      )
      .thenLacks('TransitionStarted');
    // Made before the result was there, it says nothing of it.
    given(inIop, assessed({ 5: '2.1' }, plusHours(day(10), 6)))
      .when(late)
      .thenIncludes(happened('TransitionStarted'));
    given(inIop, assessed({ 5: '3.5' }, plusHours(day(11), 6)))
      .when(late)
      .thenIncludes(happened('TransitionStarted'));
  });

  it('is proposed likewise at the end of a hold, after which an assessment kept the level', () => {
    given(inIop, held('h1', day(9), day(13)), cocaine, assessed({ 5: '2.1' }, day(12)))
      .when(timePasses(day(13)))
      .thenIncludes(happened('TransitionProposed', { to: 'residential' }));
  });
});

describe('a new use where the level above asks for an assessment', () => {
  const continuum = { programme: fullContinuum };
  const high = happened('TransitionStarted', { from: 'residential', to: 'intensive-inpatient' });

  it('leads there when a current one indicates it, and to a reassessment when it indicates less or there is none', () => {
    givenWith(continuum, residential, assessed({ 2: '4' }, day(8)))
      .when(cocaine)
      .thenIncludes(high);
    givenWith(continuum, residential, assessed({ 5: '3.5' }, day(8)))
      .when(cocaine)
      .thenIncludes(taskOpened('reassessment'))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });
});

describe('detox', () => {
  it('is reached by no rule without a sign of withdrawal, from wherever, and left to a person’s decision otherwise', () => {
    for (const programme of [standardFour, fullContinuum])
      for (const level of ['residential', 'iop', 'aftercare'])
        givenWith({ programme }, inCareAt(level), presumptive([['opioids', 'positive']], { collectedAt: day(9) }))
          .when(opioids, timePasses(day(30)))
          .thenLacks(happened('TransitionStarted', { to: 'detox' }), happened('TransitionProposed', { to: 'detox' }));
    given(residential, overrideTo('detox', day(3)))
      .when(arrived(first, day(4)))
      .thenIncludes(happened('TransitionCompleted', { to: 'detox' }));
  });
});
