import { commandBodies } from './commands.ts';

const pathsOf = (parsed: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
  parsed.error?.issues.map(({ path }) => path.join('/'));

describe('a laboratory report', () => {
  const report = (...results: object[]) =>
    commandBodies.RecordDrugTestResult.safeParse({
      specimenId: 'S-1',
      collectedAt: '2026-11-20T09:10:00Z',
      reportedAt: '2026-11-21T09:10:00Z',
      status: 'final',
      results,
    });
  const cocaine = { drugClass: 'cocaine', outcome: 'positive', stage: 'definitive' };

  it('may not say two things of the same class, analyte and stage', () => {
    expect(pathsOf(report(cocaine, { ...cocaine, outcome: 'negative' }))).toEqual(['results/1/outcome']);
    const analyte = 'Benzoylecgonine';
    const other = { ...cocaine, analyte: 'benzoylecgonine', outcome: 'negative' };
    expect(pathsOf(report({ ...cocaine, analyte }, other))).toEqual(['results/1/outcome']);
  });

  it('may say the same twice, and differ by analyte or stage', () => {
    expect(report(cocaine, cocaine).success).toBe(true);
    expect(report(cocaine, { ...cocaine, stage: 'presumptive', outcome: 'negative' }).success).toBe(true);
    expect(report(cocaine, { ...cocaine, analyte: 'cocaethylene', outcome: 'negative' }).success).toBe(true);
  });
});

describe('an aftercare plan', () => {
  const plan = (...parts: object[]) => commandBodies.SetAftercarePlan.safeParse({ parts });

  it('has each part once, with how often or without', () => {
    const checkUps = { part: 'telephone-check-ups', everyDays: 14 };
    expect(plan({ part: 'self-help-meetings' }, checkUps).success).toBe(true);
    expect(pathsOf(plan(checkUps, { part: 'telephone-check-ups' }))).toEqual(['parts/1/part']);
    expect(plan().success).toBe(false);
  });
});

describe('goals that are set together', () => {
  it('have an id each', () => {
    const goal = { goalId: 'g1', domain: 'housing', text: 'A safe place to live' };
    const parsed = commandBodies.SetGoals.safeParse({ goals: [goal, { ...goal, text: 'Another one' }] });
    expect(pathsOf(parsed)).toEqual(['goals/1/goalId']);
  });
});
