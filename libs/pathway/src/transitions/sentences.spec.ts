import type { Programme } from '../programme/programme.ts';
import { assessed } from '../specs/assessments.ts';
import { day, definitive, inCareAt } from '../specs/commands.ts';
import { givenWith, timePasses, type Step } from '../specs/given.ts';
import { answered, goalReached, goalsSet, held, placeDeclined, placeOffered } from '../specs/moves.ts';
import { pregnant } from '../specs/person.ts';
import { leaves } from '../specs/safety.ts';
import { fullContinuum, standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import { classesInWords } from './words.ts';

const inIop = inCareAt('iop');
const residential = inCareAt('residential');
const cocaine = definitive([['cocaine', 'positive']], { collectedAt: day(10) });
const opioids = definitive([['opioids', 'positive']], { collectedAt: day(10) });
const quiet = withoutTestPlan(standardFour);
const proposing = { ...quiet, stepUp: { ...quiet.stepUp, mode: 'propose' as const } };
const confirming = { ...quiet, stepDown: { ...quiet.stepDown, mode: 'confirm' as const } };
const found = (drugClass: string) => `Unexpected positive (${drugClass}), treated as new use`;

/** The sentence of what was considered last about this direction. */
const told = (about: string, programme: Programme, before: readonly Step[], ...steps: readonly Step[]) =>
  givenWith({ programme }, before)
    .when(...steps)
    .events.findLast((event) => event.type === 'TransitionConsidered' && event.data.about === about)?.data;

describe('a person reads of a new use', () => {
  it.each<readonly [string, Programme, readonly Step[], readonly Step[], string]>([
    [
      'that the programme asks',
      proposing,
      inIop,
      [cocaine],
      `${found('cocaine')}: more support in Residential is proposed to a person, because the programme asks a person in such a case.`,
    ],
    [
      'that moves were paused when it was found',
      quiet,
      [...inIop, held('h1', day(9), day(12)), cocaine],
      [timePasses(day(12))],
      `${found('cocaine')}: more support in Residential is proposed to a person, because automatic moves were paused when it was found.`,
    ],
    [
      'that an assessment kept the level',
      quiet,
      [...inIop, assessed({ 5: '2.1' }, day(11))],
      [{ ...cocaine, reportedAt: day(11), occurredAt: day(12) }],
      `${found('cocaine')}: more support in Residential is proposed to a person, because an assessment that knew the result indicates the present level.`,
    ],
    [
      'that no withdrawal risk was found',
      quiet,
      [...residential, cocaine],
      [assessed({ 1: '0' }, plusHours(day(10), 4))],
      `${found('cocaine')}: a move to Withdrawal management (detox) needs withdrawal risk, and none was found; a reassessment is asked for.`,
    ],
    [
      'that no rule leads to withdrawal in pregnancy',
      quiet,
      [...residential, assessed({ 1: '3.7' }, day(8)), pregnant(day(2))],
      [opioids],
      `${found('opioids')}: no rule leads to withdrawal from opioids in pregnancy; a reassessment is asked for.`,
    ],
    [
      'that the next level needs an assessment',
      withoutTestPlan(fullContinuum),
      residential,
      [cocaine],
      `${found('cocaine')}: a move to Intensive inpatient needs an assessment that indicates it; a reassessment is asked for.`,
    ],
  ])('%s', (_what, programme, before, steps, sentence) =>
    expect(told('step-up', programme, before, ...steps)).toMatchObject({ sentence }),
  );
});

describe('classes of drugs', () => {
  it('are read without hyphens', () =>
    expect(classesInWords(['other-sedatives', 'cocaine'])).toBe('other sedatives, cocaine'));
});

describe('a person reads of less support', () => {
  const goal = [...inIop, goalsSet(day(0), 'g1')];
  const goals = 'All goals in Intensive outpatient (IOP) are reached';

  it('that it is proposed', () =>
    expect(told('step-down', confirming, goal, goalReached('g1', day(20)))).toMatchObject({
      sentence: `${goals}: less support in Aftercare is proposed to a person.`,
    }));

  it('that the last assessment indicates it', () =>
    expect(told('step-down', quiet, inIop, assessed({ 3: '1.0' }, day(20)))).toMatchObject({
      sentence:
        'The last assessment indicates less support than Intensive outpatient (IOP): less support begins, from Intensive outpatient (IOP) to Aftercare.',
    }));

  it.each<readonly [string, readonly Step[], string]>([
    ['one thing', [held('h1', day(18), day(25))], 'the end of the pause'],
    [
      'two things',
      [held('h1', day(9), day(22)), leaves(day(18), 'jail')],
      'the end of the pause and the return from hospital or jail',
    ],
    [
      'three',
      [
        held('h1', day(9), day(22)),
        answered('declines', day(18)),
        placeOffered('aftercare', day(18), day(25), { slotId: 's1' }),
        placeDeclined('s1', day(19)),
      ],
      'the end of the pause, the person’s agreement and a place at the next level',
    ],
  ])('that it waits for %s', (_what, steps, words) =>
    expect(told('step-down', quiet, [...goal, ...steps], goalReached('g1', day(20)))).toMatchObject({
      sentence: `${goals}; Aftercare waits for ${words}.`,
    }),
  );
});
