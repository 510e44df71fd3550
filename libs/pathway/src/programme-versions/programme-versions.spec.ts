import { due } from '../advance.ts';
import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import { movedToVersion } from '../specs/after.ts';
import { admitted, day, definitive, opened } from '../specs/commands.ts';
import { disposed, taskOpened } from '../specs/events.ts';
import { givenWith, Lived, timePasses, type Step } from '../specs/given.ts';
import { arrived, discharged, first, goalReached, goalsSet, happened, overrideTo, session } from '../specs/moves.ts';
import { fullContinuum, standardFour, withoutTestPlan } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import { goalDomains } from '../vocabulary.ts';
import type { LevelNames } from './commands.ts';
import { versionChange, type VersionChange } from './version-change.ts';

const quietFour = withoutTestPlan(standardFour);
const own = { programme: { id: 'standard-four', version: 2 } };
const inIop = [opened(own), admitted('iop')];
const changed = (change: Partial<Programme>): Programme => ({ ...quietFour, version: 3, ...change });
const withLevel = (id: string, change: Partial<Level>): Programme => {
  const level = quietFour.levels[id];
  if (!level) throw new Error(`no level ${id}`);
  return changed({ levels: { ...quietFour.levels, [id]: { ...level, ...change } } });
};
/** As it is, with IOP called otherwise. */
const renamed = (name: string, kind?: Level['kind']): Programme => {
  const called = (id: string): string => (id === 'iop' ? name : id);
  const levels = Object.values(quietFour.levels).map((level): Level => {
    const { stepUpTo, stepDownTo } = level;
    const to = {
      ...(stepUpTo && { stepUpTo: called(stepUpTo) }),
      ...(stepDownTo && { stepDownTo: called(stepDownTo) }),
    };
    return { ...level, ...to, id: called(level.id), ...(level.id === 'iop' && kind && { kind }) };
  });
  return changed({
    ladder: quietFour.ladder.map(called),
    levels: Object.fromEntries(levels.map((level) => [level.id, level])),
    stepUp: { ...quietFour.stepUp, fromAftercareTo: called(quietFour.stepUp.fromAftercareTo) },
  });
};

const judgedBy = (programme: Programme, ...before: readonly (Step | readonly Step[])[]) =>
  givenWith({ versions: [programme] }, ...before);
const lived = (versions: readonly Programme[], ...steps: readonly (Step | readonly Step[])[]): Lived => {
  const one = new Lived({ versions });
  for (const step of steps.flat()) one.step(step);
  return one;
};
const cocaine = definitive([['cocaine', 'positive']], { collectedAt: day(10) });

describe('a journey that is moved to another version of its programme', () => {
  it('is judged by that one from then on; what was decided before stays', () => {
    const asking = changed({ stepUp: { ...quietFour.stepUp, mode: 'propose' } });
    judgedBy(asking, inIop, movedToVersion(asking, day(5)))
      .when(cocaine)
      .thenIncludes(happened('TransitionProposed'))
      .thenLacks('TransitionStarted');
    const { journey } = judgedBy(asking, inIop, cocaine).when(movedToVersion(asking, day(11)));
    expect(journey).toMatchObject({ programme: { version: 3 }, transition: { state: 'started', to: 'residential' } });
  });

  it('stays on its own until then, whatever is published', () => {
    const asking = changed({ stepUp: { ...quietFour.stepUp, mode: 'propose' } });
    judgedBy(asking, inIop).when(cocaine).thenIncludes(happened('TransitionStarted'));
  });

  it('keeps the deadlines that people were given; new ones are those of the new version', () => {
    const slower = changed({ stepUp: { ...quietFour.stepUp, handOffHours: 100 } });
    const { journey } = judgedBy(slower, inIop, cocaine).when(movedToVersion(slower, day(11)));
    expect(journey).toMatchObject({ transition: { handOffDueAt: plusHours(day(10), 72) } });
    judgedBy(slower, inIop, movedToVersion(slower, day(5)))
      .when(cocaine)
      .thenIncludes(happened('TransitionStarted', { handOffDueAt: plusHours(day(10), 100) }));
  });

  it('is owed at once what the new rules ask of the facts that are there', () => {
    const reached = [...inIop, goalsSet(day(1), 'g1'), goalReached('g1', day(3))];
    const shorter = withLevel('iop', { stayDays: { minimum: 1, review: 56 } });
    const longer = withLevel('iop', { stayDays: { minimum: 200, review: 300 } });
    const move = (to: Programme) => judgedBy(to, reached).when(movedToVersion(to, day(4)), timePasses(day(150)));
    move(longer).thenLacks('TransitionStarted');
    move(shorter).thenIncludes(happened('TransitionStarted', { to: 'aftercare' }));
  });

  it('has its results judged again, so that one version says what all of them mean', () => {
    const windows = { ...quietFour.windows };
    const cocaineWindow = windows.cocaine;
    if (!cocaineWindow) throw new Error('no window');
    const wider = changed({
      windows: { ...windows, cocaine: { ...cocaineWindow, unknown: { baseline: 20, residual: 20 } } },
    });
    judgedBy(wider, inIop, cocaine)
      .when(movedToVersion(wider, day(11)))
      .thenIncludes(disposed('baseline'), happened('UseWithdrawn'), happened('TransitionCancelled'));
  });

  it('has the weeks that were closed as they were: no version asks anything of the time before it', () => {
    const asksMore = withLevel('iop', { hoursPerWeek: { adult: { minimum: 15 }, adolescent: { minimum: 10 } } });
    const weeks = [0, 1, 2, 7, 8, 9].map((on) => session(day(on)));
    const before = [...inIop, ...weeks, timePasses(day(15))];
    const { journey } = judgedBy(asksMore, before)
      .when(movedToVersion(asksMore, day(15)), session(day(15)), timePasses(day(22)))
      .thenIncludes(happened('AttendanceWeekClosed', { weekOf: '2026-05-18', minimumMinutes: 15 * 60 }))
      .thenLacks(happened('AttendanceWeekClosed', { weekOf: '2026-05-11' }));
    expect(journey.attendanceWeeks.map(({ minimumMinutes }) => minimumMinutes)).toEqual([540, 540, 900]);
  });

  it('is told once; the same again is no news', () => {
    const next = changed({});
    judgedBy(next, inIop, movedToVersion(next, day(5)))
      .when(movedToVersion(next, day(6)))
      .thenNothing();
    judgedBy(next, inIop)
      .when(movedToVersion(quietFour, day(6)))
      .thenNothing();
  });

  it('is no news when it is told again after another move', () => {
    const next = changed({});
    const told = movedToVersion(next, day(5));
    judgedBy(next, inIop, told, movedToVersion(quietFour, day(6)))
      .when(told)
      .thenNothing();
  });

  it('may go back', () => {
    const next = changed({});
    judgedBy(next, inIop, movedToVersion(next, day(5)))
      .when(movedToVersion(quietFour, day(6)))
      .thenIncludes(happened('MovedToProgrammeVersion', { to: { id: 'standard-four', version: 2 } }));
  });

  it('is moved while referred, and after discharge', () => {
    const next = changed({ followUp: { pointDays: [60], windowDays: 5 } });
    judgedBy(next, opened(own))
      .when(movedToVersion(next, day(-3)))
      .thenIncludes(happened('MovedToProgrammeVersion'));
    judgedBy(next, inIop, discharged('completed', day(30)), movedToVersion(next, day(40)))
      .when(timePasses(day(90)))
      .thenIncludes(taskOpened('follow-up', { subject: 'episode-1.discharge-1.day-60' }))
      .thenLacks(taskOpened('follow-up', { subject: 'episode-1.discharge-1.day-30' }));
  });

  it('is not moved to a version that nobody published, nor before it was opened', () => {
    judgedBy(quietFour, inIop)
      .when(movedToVersion(changed({}), day(5)))
      .thenRejects('ProgrammeNotPublished');
    judgedBy(quietFour)
      .when(movedToVersion(changed({}), day(5)))
      .thenRejects('EpisodeNotOpened');
  });
});

describe('a version that calls a level otherwise', () => {
  const intensive = renamed('intensive');
  const levels = { iop: 'intensive' };

  it('must be told which level takes the place of the present one', () => {
    judgedBy(intensive, inIop)
      .when(movedToVersion(intensive, day(5)))
      .thenRejects('LevelHasNoCounterpart');
    judgedBy(intensive, inIop)
      .when(movedToVersion(intensive, day(5), { levels }))
      .thenIncludes(happened('MovedToProgrammeVersion', { levels }));
  });

  it('renames it wherever it stands, so that goals, moves and stays go on', () => {
    const before = [...inIop, goalsSet(day(1), 'g1'), cocaine];
    const { journey } = judgedBy(intensive, before).when(movedToVersion(intensive, day(11), { levels }));
    expect(journey).toMatchObject({
      entryLevel: 'intensive',
      stay: { level: 'intensive' },
      stays: [{ level: 'intensive' }],
      goals: [{ level: 'intensive' }],
      transition: { from: 'intensive', to: 'residential' },
    });
    judgedBy(intensive, before, movedToVersion(intensive, day(11), { levels }))
      .when(arrived(first, day(12)))
      .thenIncludes(happened('TransitionCompleted', { from: 'intensive', to: 'residential' }));
  });

  it('asks for no name of a level that is only of the past', () => {
    const moved = [...inIop, overrideTo('residential', day(2)), arrived(first, day(3))];
    const { journey } = judgedBy(intensive, moved)
      .when(movedToVersion(intensive, day(5)), timePasses(day(60)))
      .thenIncludes(happened('MovedToProgrammeVersion', { levels: {} }));
    expect(journey.stays.map(({ level }) => level)).toEqual(['iop', 'residential']);
  });

  it('renames the level to which less support would lead: it is not considered anew for its name', () => {
    const waits = [
      opened({ ...own, entryLevel: 'residential' }),
      admitted('residential'),
      goalsSet(day(1), 'g1'),
      goalReached('g1', day(3)),
    ];
    const considered = judgedBy(intensive, waits).when(timePasses(day(4))).journey;
    expect(considered).toMatchObject({ stepDownConsidered: { outcome: 'task', to: 'iop' } });
    const { journey } = judgedBy(intensive, waits)
      .when(movedToVersion(intensive, day(5), { levels }))
      .thenLacks('TransitionConsidered');
    expect(journey).toMatchObject({ stepDownConsidered: { to: 'intensive' } });
  });

  it('renames the level for which an applicant waits', () => {
    const { journey } = judgedBy(intensive, opened(own)).when(movedToVersion(intensive, day(-5), { levels }));
    expect(journey).toMatchObject({ entryLevel: 'intensive', waitlisted: { level: 'intensive' } });
  });

  it('moves nobody: the level that takes its place is of the same kind', () => {
    const inpatient = renamed('intensive', 'residential');
    judgedBy(inpatient, inIop)
      .when(movedToVersion(inpatient, day(5), { levels }))
      .thenRejects('LevelOfAnotherKind');
    judgedBy(intensive, inIop)
      .when(movedToVersion(intensive, day(5), { levels: { iop: 'residential' } }))
      .thenRejects('LevelOfAnotherKind');
  });

  it('names levels that are there', () => {
    const wrongNames: readonly LevelNames[] = [{ iop: 'nowhere' }, { nowhere: 'intensive' }];
    for (const wrong of wrongNames)
      judgedBy(intensive, inIop)
        .when(movedToVersion(intensive, day(5), { levels: wrong }))
        .thenRejects('UnknownLevel');
  });

  it('waits for an open move that would be another one there', () => {
    const flat = changed({
      levels: Object.fromEntries(
        Object.entries(quietFour.levels).map(([id, level]) => [id, { ...level, rank: id === 'iop' ? 9 : level.rank }]),
      ),
    });
    judgedBy(flat, inIop, cocaine)
      .when(movedToVersion(flat, day(11)))
      .thenRejects('OpenMoveInTheWay');
    judgedBy(flat, inIop)
      .when(movedToVersion(flat, day(11)))
      .thenIncludes(happened('MovedToProgrammeVersion'));
  });
});

describe('another programme', () => {
  it('takes over who is at a level that it has too', () => {
    const { journey } = judgedBy(fullContinuum, inIop)
      .when(movedToVersion(fullContinuum, day(5)), timePasses(day(80)))
      .thenIncludes(happened('MovedToProgrammeVersion', { to: { id: 'full-continuum', version: 1 } }));
    expect(journey).toMatchObject({ programme: { id: 'full-continuum' }, stay: { level: 'iop' } });
  });
});

describe('what a version would change', () => {
  const changeTo = (
    programme: Programme,
    levels: Record<string, string> | undefined,
    ...steps: readonly Step[]
  ): VersionChange => {
    const one = lived([programme], ...steps);
    const tried = versionChange(one.opened(), { programme, ...(levels && { levels }) }, one.context());
    if ('rejection' in tried) throw new Error(tried.rejection.type);
    return tried.change;
  };
  const nothing: VersionChange = {
    levels: {},
    deadlines: [],
    goals: { added: [], removed: [] },
    tasks: { opened: [], ended: [] },
    dispositions: [],
    moves: [],
  };

  it('is nothing where it says the same', () => {
    expect(changeTo(changed({}), undefined, ...inIop, cocaine)).toEqual(nothing);
  });

  it('is shown with the levels by name, and goals by domain', () => {
    const next = renamed('intensive');
    const iop = next.levels['intensive'];
    if (!iop) throw new Error('no level');
    const [spare] = goalDomains.filter((domain) => !iop.goalTemplate.includes(domain));
    if (!spare) throw new Error('no domain is left');
    const goalTemplate = [...iop.goalTemplate.slice(1), spare];
    const other = { ...next, levels: { ...next.levels, intensive: { ...iop, goalTemplate } } };
    expect(changeTo(other, { iop: 'intensive' }, ...inIop)).toMatchObject({
      levels: { iop: 'intensive' },
      goals: { added: [spare], removed: [iop.goalTemplate[0]] },
    });
  });

  it('is shown with the deadlines that move, the results that mean something else, tasks and moves', () => {
    const windows = { ...quietFour.windows };
    const { cocaine: known } = windows;
    if (!known) throw new Error('no window');
    const wider = changed({ windows: { ...windows, cocaine: { ...known, unknown: { baseline: 20, residual: 20 } } } });
    const change = changeTo(wider, undefined, ...inIop, cocaine);
    expect(change.dispositions).toEqual([
      { specimenId: cocaine.specimenId, drugClass: 'cocaine', before: 'unexpected-use', after: 'baseline' },
    ]);
    expect(change.moves).toEqual([{ type: 'TransitionCancelled', transitionId: first }]);
    expect(change.tasks.ended.map(({ kind }) => kind)).toContain('schedule-hand-off');
    expect(change.deadlines).toContainEqual({
      cause: 'hand-off',
      subject: first,
      before: plusHours(day(10), 72),
      after: null,
    });
  });

  it('is what then happens', () => {
    const next = changed({ followUp: { pointDays: [60], windowDays: 5 } });
    const ended = [...inIop, discharged('completed', day(30))];
    const change = changeTo(next, undefined, ...ended);
    const one = lived([next], ended, movedToVersion(next, day(30)));
    const [waitsFor] = change.deadlines.flatMap(({ after }) => after ?? []).toSorted();
    expect(due(one.journey, one.context())?.at).toBe(waitsFor);
  });

  it('is a rejection where the move would be refused', () => {
    const one = lived([renamed('intensive')], inIop);
    expect(versionChange(one.opened(), { programme: renamed('intensive') }, one.context())).toEqual({
      rejection: {
        type: 'LevelHasNoCounterpart',
        level: 'iop',
        levels: ['detox', 'residential', 'intensive', 'aftercare'],
      },
    });
  });

  it('leaves the journey as it was', () => {
    const one = lived([changed({})], inIop, cocaine);
    const before = one.journey;
    changeTo(changed({}), undefined, ...inIop, cocaine);
    expect(one.journey).toBe(before);
  });
});
