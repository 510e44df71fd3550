import { day, inCareAt, opened } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, done, happened } from '../specs/moves.ts';
import { answered, asked } from '../specs/person.ts';
import { fromMs, toMs } from '../time.ts';
import type { InstrumentCode, Scored } from './instrument.ts';
import { instruments } from './scales.ts';

const inIop = inCareAt('iop');
const adolescent = [opened({ ageGroup: 'adolescent' }), inCareAt('iop')[1]];
const minutes = (at: string, count: number): string => fromMs(toMs(at) + count * 60_000);

/** So many points over the items, each filled to its most before the next. */
function points(instrument: InstrumentCode, total: number): Readonly<Record<string, number>> {
  let left = total;
  const filled = Object.entries(instruments[instrument].items).flatMap(([item, { allowed, optional, onlyAfter }]) => {
    if (optional === true || onlyAfter !== undefined) return [];
    const most = allowed.findLast((one) => one <= left) ?? 0;
    left -= most;
    return [[item, most] as const];
  });
  if (left > 0) throw new Error(`${instrument} has no answers that sum to ${total}`);
  return Object.fromEntries(filled);
}
const scored = (instrument: InstrumentCode, answers: Readonly<Record<string, number>>): Scored =>
  instruments[instrument].score(answers);

describe('a questionnaire or scale is scored as its authors published it', () => {
  it.each([
    // Kroenke, Spitzer, Williams 2001
    ['phq-9', 4, 'minimal'],
    ['phq-9', 5, 'mild'],
    ['phq-9', 9, 'mild'],
    ['phq-9', 10, 'moderate'],
    ['phq-9', 14, 'moderate'],
    ['phq-9', 15, 'moderately-severe'],
    ['phq-9', 19, 'moderately-severe'],
    ['phq-9', 20, 'severe'],
    ['phq-9', 27, 'severe'],
    // Johnson, Harris, Spitzer, Williams 2002: the bands of the PHQ-9
    ['phq-a', 9, 'mild'],
    ['phq-a', 10, 'moderate'],
    ['phq-a', 20, 'severe'],
    // Spitzer, Kroenke, Williams, Löwe 2006
    ['gad-7', 4, 'minimal'],
    ['gad-7', 5, 'mild'],
    ['gad-7', 10, 'moderate'],
    ['gad-7', 14, 'moderate'],
    ['gad-7', 15, 'severe'],
    ['gad-7', 21, 'severe'],
    // ASAM guideline 2020, table 1; most of Sullivan 1989
    ['ciwa-ar', 9, 'mild'],
    ['ciwa-ar', 10, 'moderate'],
    ['ciwa-ar', 18, 'moderate'],
    ['ciwa-ar', 19, 'severe'],
    ['ciwa-ar', 67, 'severe'],
    // Wesson and Ling 2003
    ['cows', 4, 'none'],
    ['cows', 5, 'mild'],
    ['cows', 12, 'mild'],
    ['cows', 13, 'moderate'],
    ['cows', 24, 'moderate'],
    ['cows', 25, 'moderately-severe'],
    ['cows', 36, 'moderately-severe'],
    ['cows', 37, 'severe'],
    ['cows', 48, 'severe'],
  ] as const)('%s of %i is %s', (instrument, score, severity) => {
    expect(scored(instrument, points(instrument, score))).toMatchObject({ score, severity });
  });

  it.each([
    // The Columbia Lighthouse Project, screener with triage
    [{}, 'none'],
    [{ 'wish-to-be-dead': 1 }, 'low'],
    [{ 'suicidal-thoughts': 1, method: 0, intent: 0, 'plan-and-intent': 0 }, 'low'],
    [{ 'suicidal-thoughts': 1, method: 1, intent: 0, 'plan-and-intent': 0 }, 'moderate'],
    [{ 'behaviour-ever': 1, 'behaviour-past-3-months': 0 }, 'moderate'],
    [{ 'suicidal-thoughts': 1, method: 0, intent: 1, 'plan-and-intent': 0 }, 'high'],
    [{ 'suicidal-thoughts': 1, method: 0, intent: 0, 'plan-and-intent': 1 }, 'high'],
    [{ 'behaviour-ever': 1, 'behaviour-past-3-months': 1 }, 'high'],
  ] as const)('the C-SSRS screener with %j is %s', (answers, severity) => {
    expect(scored('c-ssrs', answered('c-ssrs', answers))).toEqual({
      severity,
      ...(severity !== 'none' && { suicideItem: true }),
    });
  });

  it('the BAM gives use, risk and protection apart, and says when a clinician looks', () => {
    const month = {
      'alcohol-days': 2,
      'heavy-drinking-days': 1,
      'drug-days': 3,
      'cocaine-days': 3,
      'physical-health': 4,
      sleep: 4,
      craving: 4,
      confidence: 4,
      'self-help-days': 4,
      'enough-income': 4,
      'supportive-contact-days': 1,
    };
    expect(scored('bam', answered('bam', month))).toEqual({
      subscales: [
        { scale: 'use', score: 6, needsAttention: true },
        { scale: 'risk', score: 12, needsAttention: true },
        { scale: 'protective', score: 13, needsAttention: false },
      ],
    });
    const { subscales } = scored('bam', answered('bam', { sleep: 4, craving: 4, 'low-mood-days': 3 }));
    expect(subscales).toMatchObject([
      { score: 0, needsAttention: false },
      { score: 11, needsAttention: false },
      { score: 0, needsAttention: true },
    ]);
  });
});

describe('answers to a questionnaire', () => {
  it('are recorded with their score', () => {
    given(inIop)
      .when(asked('gad-7', { nervous: 3, afraid: 3 }, day(3)))
      .thenIncludes(happened('InstrumentScored', { instrument: 'gad-7', score: 6, severity: 'mild' }))
      .thenLacks('TaskOpened');
  });

  it('are rejected with the field when they are impossible', () => {
    const field = (instrument: InstrumentCode, answers: Readonly<Record<string, number>>) => {
      const lived = given(inIop).when(asked(instrument, answers, day(3)));
      lived.thenRejects('ImpossibleAnswer');
      return lived.rejection;
    };
    expect(field('phq-9', { sleep: 4 })).toMatchObject({ field: 'answers.sleep', allowed: [0, 1, 2, 3] });
    expect(field('phq-9', { hunger: 1 })).toMatchObject({ field: 'answers.hunger', allowed: [] });
    expect(field('cows', { 'resting-pulse': 3 })).toMatchObject({ allowed: [0, 1, 2, 4] });
    expect(field('ciwa-ar', { orientation: 5 })).toMatchObject({ field: 'answers.orientation' });
    expect(field('bam', { 'enough-income': 2 })).toMatchObject({ allowed: [0, 4] });
    // More heavy drinking than drinking, a drug on more days than any drug, one where none was used.
    expect(field('bam', { 'alcohol-days': 1, 'heavy-drinking-days': 2 })).toMatchObject({ allowed: [0, 1] });
    expect(field('bam', { 'drug-days': 1, 'opioid-days': 2 })).toMatchObject({ allowed: [0, 1] });
    expect(field('bam', { 'opioid-days': 2 })).toMatchObject({ allowed: [0] });
    // A plan without thoughts; thoughts without the questions that follow on them.
    expect(field('c-ssrs', { 'plan-and-intent': 1 })).toMatchObject({ field: 'answers.plan-and-intent' });
    expect(field('c-ssrs', { 'suicidal-thoughts': 1 })).toMatchObject({ field: 'answers.method' });
  });

  it('must be complete, but for what is only asked of some', () => {
    const { sleep: _left, ...without } = answered('phq-9');
    given(inIop)
      .when(asked('phq-9', {}, day(3), { answers: without }))
      .thenRejects('ImpossibleAnswer');
    given(inIop)
      .when(asked('phq-9', { difficulty: 2 }, day(3)))
      .thenIncludes(happened('InstrumentScored', { score: 0 }));
  });

  it('told again are no news; other answers under the same id are refused', () => {
    const first = asked('gad-7', { nervous: 1 }, day(3));
    given(inIop, first)
      .when({ ...first, commandId: 'again' })
      .thenNothing();
    given(inIop, first)
      .when({ ...first, commandId: 'again', answers: answered('gad-7', { nervous: 2 }) })
      .thenRejects('InstrumentConflict');
    given(inIop)
      .when(asked('gad-7', {}, day(3), { at: day(4) }))
      .thenRejects('InTheFuture');
  });

  it('error 12: the questionnaire is the one for the age: PHQ-A under 18, PHQ-9 from then on', () => {
    given(inIop)
      .when(asked('phq-a', {}, day(3)))
      .thenRejects('InstrumentNotForAge');
    given(adolescent)
      .when(asked('phq-9', {}, day(3)))
      .thenRejects('InstrumentNotForAge');
    given(adolescent)
      .when(asked('phq-a', { sleep: 3 }, day(3)))
      .thenIncludes(happened('InstrumentScored', { score: 3 }));
  });
});

describe('an answer about suicide', () => {
  const thought = asked('phq-9', { 'better-off-dead': 1 }, day(3));

  it('error 25: is somebody’s within 15 minutes, whatever the score, and goes up when nobody answers', () => {
    given(inIop)
      .when(thought, timePasses(day(4)))
      .thenIncludes(
        happened('InstrumentScored', { score: 1, severity: 'minimal', suicideItem: true }),
        taskOpened('suicide-risk', { dueAt: minutes(day(3), 15) }),
        happened('TaskEscalated'),
      );
  });

  it('counts on the C-SSRS and, for adolescents, on the questions that only they are asked', () => {
    given(inIop)
      .when(asked('c-ssrs', { 'wish-to-be-dead': 1 }, day(3)))
      .thenIncludes(taskOpened('suicide-risk'));
    given(adolescent)
      .when(asked('phq-a', { 'attempted-suicide-ever': 1 }, day(3)))
      .thenIncludes(taskOpened('suicide-risk'));
  });

  it('is asked after once, until somebody says what was done', () => {
    const { journey } = given(inIop).when(thought, timePasses(day(3)));
    const taskId = journey.tasks.find(({ kind }) => kind === 'suicide-risk')?.taskId ?? '';
    given(inIop, thought)
      .when(done(taskId, day(4)), timePasses(day(40)))
      .thenIncludes(happened('TaskCompleted'))
      .thenLacks(taskOpened('suicide-risk'));
  });

  it('does not wait for admission, nor end with the episode', () => {
    given([opened()])
      .when(asked('phq-9', { 'better-off-dead': 2 }, day(-3)))
      .thenIncludes(taskOpened('suicide-risk'));
    const after = given(inIop, thought).when(discharged('dropped-out', day(3)), timePasses(day(9)));
    expect(after.journey.tasks.find(({ kind }) => kind === 'suicide-risk')?.state).toBe('open');
  });
});
