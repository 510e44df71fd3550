import { currentAssessment } from './current.ts';
import { lastAssessment } from './as-made.ts';
import { admitted, day, definitive, inCareAt, opened } from '../specs/commands.ts';
import { assessed, rated, uses } from '../specs/assessments.ts';
import { disposed } from '../specs/events.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { standardFour } from '../specs/standard-four.ts';
import { discharged, happened } from '../specs/moves.ts';

const inIop = inCareAt('iop');
const iop = { 4: '2.1' } as const;

describe('an assessment', () => {
  it('is recorded with the level it indicates', () => {
    given(inIop)
      .when(assessed(iop, day(3)))
      .thenIncludes(
        happened('AssessmentRecorded', { edition: 4, assessedAt: day(3) }),
        happened('LevelRecommended', { level: 'iop', asam: { edition: 4, code: '2.1' } }),
      )
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('is a fact before admission and after discharge', () => {
    given([opened()])
      .when(assessed(iop, day(-3)))
      .thenIncludes(happened('LevelRecommended'));
    given(inIop, discharged('transferred', day(5)))
      .when(assessed(iop, day(4), { occurredAt: day(6) }))
      .thenIncludes(happened('LevelRecommended'));
  });

  it('told again is no news; with other content it is refused', () => {
    given(inIop, assessed(iop, day(3)))
      .when(assessed(iop, day(3)))
      .thenNothing();
    given(inIop, assessed(iop, day(3)))
      .when(assessed({ 4: '3.5' }, day(3)))
      .thenRejects('AssessmentConflict');
    given(inIop)
      .when(assessed(iop, day(3), { assessedAt: day(4) }))
      .thenRejects('InTheFuture');
  });

  it('rates all six dimensions, each once', () => {
    const whole = assessed(iop, day(3));
    const [first, ...others] = whole.dimensions;
    given(inIop)
      .when({ ...whole, dimensions: others })
      .thenRejects('DimensionsNotRated');
    given(inIop)
      .when({ ...whole, dimensions: [...whole.dimensions, ...(first ? [first] : [])] })
      .thenRejects('DimensionRatedTwice');
  });

  it('may rate parts of a dimension apart (4th edition)', () => {
    const whole = assessed({}, day(3));
    const parts = (['A', 'B'] as const).map((subdimension) => ({
      dimension: 4 as const,
      subdimension,
      minimumLevel: subdimension === 'B' ? '2.1' : '1.5',
      evidence: { sealed: 'kid.nonce.words' },
    }));
    given(inIop)
      .when({ ...whole, dimensions: [...whole.dimensions.filter(({ dimension }) => dimension !== 4), ...parts] })
      .thenIncludes(happened('LevelRecommended', { drivers: [{ dimension: 4, subdimension: 'B', asks: '2.1' }] }));
  });
});

describe('two assessments of one moment', () => {
  const [less, more] = [
    assessed({ 4: '2.1' }, day(5), { assessmentId: 'a1' }),
    assessed({ 4: '3.1' }, day(5), { assessmentId: 'a2' }),
  ];

  it.each([
    { told: [less, more], as: 'in their order' },
    { told: [more, less], as: 'the other way round' },
  ])('have one that counts as the last, for what is asked and for moves: told $as', ({ told }) => {
    const { journey } = given(inIop, told).when(timePasses(day(6)));
    expect(lastAssessment(journey)?.assessmentId).toBe('a2');
    expect(currentAssessment(journey, day(6), standardFour)?.assessmentId).toBe('a2');
    expect(journey.tasks).toContainEqual(expect.objectContaining({ kind: 'act-on-assessment', state: 'open' }));
  });
});

describe('error 11: the two editions', () => {
  const field = (whole: Step) => {
    const then = given(inIop).when(whole);
    then.thenRejects('EditionsMixed');
    return then.rejection && 'field' in then.rejection ? then.rejection.field : undefined;
  };

  it('do not mix: no rating of the 3rd in the 4th, no level of the 4th in the 3rd', () => {
    const fourth = assessed(iop, day(3));
    const third = rated([0, 0, 0, 2, 2, 1], day(3));
    expect(field({ ...fourth, dimensions: third.dimensions })).toBe('dimensions[0].risk');
    expect(field({ ...third, dimensions: fourth.dimensions })).toBe('dimensions[0].minimumLevel');
    expect(field(assessed({ 4: '3.3' }, day(3)))).toBe('dimensions[3].minimumLevel');
    expect(field(assessed({ 1: '2-WM' }, day(3)))).toBe('dimensions[0].minimumLevel');
    expect(field(assessed({ 3: 'HIGH' }, day(3)))).toBe('dimensions[2].minimumLevel');
  });

  it('the 4th does not score what matters to the person', () => {
    const whole = assessed(iop, day(3));
    const scored = whole.dimensions.map((one) => (one.dimension === 6 ? { ...one, minimumLevel: '2.1' } : one));
    expect(field({ ...whole, dimensions: scored })).toBe('dimensions[5].minimumLevel');
  });

  it('adolescents are assessed by the 3rd', () => {
    const adolescent = [opened({ ageGroup: 'adolescent' }), admitted('iop')];
    given(adolescent)
      .when(assessed(iop, day(3)))
      .thenRejects('EditionNotForAge');
    given(adolescent)
      .when(rated([0, 0, 0, 2, 2, 1], day(3)))
      .thenIncludes(happened('LevelRecommended', { asam: { edition: 3, code: '2.1' }, level: 'iop' }));
  });
});

describe('the level that a person gets', () => {
  it('needs its reason where it is another than the one indicated', () => {
    given(inIop)
      .when(assessed({ 5: '3.5' }, day(3), { actualLevel: 'iop' }))
      .thenRejects('DiscrepancyReasonRequired');
    given(inIop)
      .when(assessed({ 5: '3.5' }, day(3), { actualLevel: 'iop', discrepancyReason: 'patient-preference' }))
      .thenIncludes(happened('AssessmentRecorded', { actualLevel: 'iop', discrepancyReason: 'patient-preference' }));
    given(inIop)
      .when(assessed(iop, day(3), { actualLevel: 'iop' }))
      .thenIncludes(happened('AssessmentRecorded'));
  });

  it('needs one also where the programme has none so intensive', () => {
    given(inIop)
      .when(assessed({ 2: '4' }, day(3), { actualLevel: 'detox' }))
      .thenRejects('DiscrepancyReasonRequired');
    given(inIop)
      .when(assessed({ 2: '4' }, day(3), { actualLevel: 'detox', discrepancyReason: 'not-available' }))
      .thenIncludes(happened('LevelRecommended'));
  });

  it('is one of the programme', () => {
    given(inIop)
      .when(assessed(iop, day(3), { actualLevel: 'hospital', discrepancyReason: 'not-available' }))
      .thenRejects('UnknownLevel');
  });
});

describe('the pattern of use that an assessment tells of', () => {
  const fentanyl = (at: string) => definitive([['fentanyl', 'positive']], { collectedAt: at });
  const daily = { drugClass: 'fentanyl', pattern: 'daily' } as const;
  const occasional = { drugClass: 'fentanyl', pattern: 'occasional' } as const;

  it('makes the window after admission that of daily, or of occasional use', () => {
    // Not known: 28 days; occasional: 3.
    given(inIop)
      .when(fentanyl(day(10)))
      .thenIncludes(disposed('baseline'));
    given(inIop, uses(day(1), occasional))
      .when(fentanyl(day(10)))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, uses(day(1), daily))
      .when(fentanyl(day(27)))
      .thenIncludes(disposed('baseline'));
  });

  it('makes the window after a use that of daily use', () => {
    const used = [inIop, fentanyl(day(40))].flat();
    // Not known: 14 days.
    given(used)
      .when(fentanyl(day(60)))
      .thenIncludes(disposed('unexpected-use'));
    given(used, uses(day(41), daily))
      .when(fentanyl(day(60)))
      .thenIncludes(disposed('residual'));
  });

  it('judges again what was collected before it became known, in any order', () => {
    given(inIop, fentanyl(day(10)))
      .when(uses(day(11), occasional))
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, uses(day(11), occasional))
      .when(fentanyl(day(10)))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('holds until another assessment tells otherwise', () => {
    given(inIop, uses(day(1), daily), uses(day(14), occasional))
      .when(fentanyl(day(13)))
      .thenIncludes(disposed('baseline'));
    given(inIop, uses(day(1), daily), uses(day(12), occasional))
      .when(fentanyl(day(13)))
      .thenIncludes(disposed('unexpected-use'));
  });

  it('is that of what may show as the class', () => {
    const opioids = definitive([['opioids', 'positive', { analyte: 'hydrocodone' }]], { collectedAt: day(4.5) });
    given(inIop, uses(day(1), { drugClass: 'opioids', pattern: 'occasional' }))
      .when(opioids)
      .thenIncludes(disposed('unexpected-use'));
    given(inIop, uses(day(1), { drugClass: 'heroin', pattern: 'daily' }))
      .when(opioids)
      .thenIncludes(disposed('baseline'));
  });
});

describe('the last use before admission that an assessment tells of', () => {
  it('is what the window is counted from', () => {
    const cocaine = definitive([['cocaine', 'positive']], { collectedAt: day(3) });
    given(inIop).when(cocaine).thenIncludes(disposed('baseline'));
    given(inIop, uses(day(0), { drugClass: 'cocaine', pattern: 'unknown', lastUseAt: day(-6) }))
      .when(cocaine)
      .thenIncludes(disposed('unexpected-use'));
  });

  it('does not lie in the future', () => {
    given(inIop)
      .when(uses(day(0), { drugClass: 'cocaine', pattern: 'unknown', lastUseAt: day(1) }))
      .thenRejects('InTheFuture');
  });
});
