import { cameBack } from '../specs/after.ts';
import { assessed } from '../specs/assessments.ts';
import { day, inCareAt, opened } from '../specs/commands.ts';
import { given, type Step } from '../specs/given.ts';
import { deathRecorded, discharged, goalReached, goalsSet, happened, session, therapistMet } from '../specs/moves.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { admissionsOf, lastAdmission } from './admissions.ts';
import { endedByDeath } from './record-death.ts';

const inIop = inCareAt('iop');
const left = [...inIop, session(day(99)), discharged('other', day(100))];

describe('a return', () => {
  it('is known by its level and its moment, and is no first admission', () => {
    const back = [...left, cameBack('iop', day(105))];
    given(back)
      .when(cameBack('iop', day(105)))
      .thenNothing();
    const others = [cameBack('iop', day(106)), cameBack('residential', day(105)), cameBack('iop', day(0))];
    for (const other of others) given(back).when(other).thenRejects('NotDischarged');
    given(inIop)
      .when(cameBack('iop', day(0)))
      .thenRejects('NotDischarged');
  });

  it.each<readonly [what: string, assessedAt: number, backAt: number, indicated: boolean]>([
    ['when the person left, however long ago', 100, 118, true],
    ['since the person left', 101, 118, true],
    ['less than two weeks before the return', 98.01, 112, true],
    ['two weeks before the return', 98, 112, false],
  ])(
    'needs no reason where the level is what an assessment indicates, made %s',
    (_what, assessedAt, backAt, indicated) => {
      const found = { ...assessed({ 5: '3.5' }, day(assessedAt)), occurredAt: day(101) };
      const then = given(left, found).when(cameBack('residential', day(backAt), { reason: undefined }));
      if (indicated) then.thenIncludes(happened('EpisodeReopened', { level: 'residential' }));
      else then.thenRejects('ReasonRequired');
    },
  );

  it('is counted from a meeting with the therapist too', () => {
    const met = [...inIop, therapistMet('goals-remain', day(85)), discharged('other', day(100))];
    given(met)
      .when(cameBack('iop', day(115)))
      .thenIncludes(happened('EpisodeReopened'));
    given(met)
      .when(cameBack('iop', day(116)))
      .thenRejects('ReturnTooLate');
  });
});

describe('the admissions of an episode', () => {
  const since = (on: number, until?: number) => ({
    ...{ level: 'iop', since: day(on) },
    ...(until !== undefined && { until: day(until) }),
  });

  it('are the first stay and each return, open from the discharge before it', () => {
    expect(admissionsOf([since(0, 10), since(10, 20), { ...since(25), reentry: true }])).toStrictEqual([
      { at: day(0) },
      { at: day(25), openFrom: day(20) },
    ]);
    expect(admissionsOf([since(0), { ...since(25), reentry: true }])).toStrictEqual([{ at: day(0) }, { at: day(25) }]);
  });

  it('end with the present one, if there was any', () => {
    expect(lastAdmission([since(0, 10), since(10)])).toBe(day(0));
    expect(lastAdmission([])).toBeUndefined();
  });
});

describe('an episode is ended by death', () => {
  const died: readonly Step[] = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(2)), deathRecorded(day(10))];
  const journey = given(died).when().journey;
  /** As logs from before deaths were recorded for themselves tell of it. */
  const { death: _unsaid, ...unsaid } = journey;
  const withdrawing = (type: 'DeathRecorded' | 'GoalCompleted') => {
    const { events } = given().when(...died);
    return given(died, withdrawn(idOf(type, events), day(11))).when().journey;
  };

  it('where a death is recorded, or only its reason says so', () => {
    expect(endedByDeath(journey)).toBe(true);
    expect(endedByDeath(unsaid)).toBe(true);
    const { death: _also, ...other } = withdrawing('GoalCompleted');
    expect(endedByDeath(other)).toBe(true);
  });

  it('not in care, after another end, or where the death was withdrawn', () => {
    expect(endedByDeath(given(inIop).when().journey)).toBe(false);
    expect(endedByDeath(given(opened()).when().journey)).toBe(false);
    expect(endedByDeath(given(left).when().journey)).toBe(false);
    expect(endedByDeath(withdrawing('DeathRecorded'))).toBe(false);
  });
});
