import { day, definitive, inCareAt, takes } from '../specs/commands.ts';
import { given, timePasses, type Step } from '../specs/given.ts';
import { raised } from '../specs/safety.ts';
import { newYork, standardFour } from '../specs/standard-four.ts';
import { plusHours } from '../time.ts';
import { taskKinds } from '../vocabulary.ts';
import { concernOf, taskConcerns } from './concern.ts';
import { actByOf, pointsOf, rankParts, timeStep, type RankPart } from './rank.ts';

/** The parts of the task of that kind. */
function partsOf(kind: string, ...steps: readonly (Step | readonly Step[])[]): readonly RankPart[] {
  const { journey } = given(...steps).when();
  const task = journey.tasks.find((one) => one.kind === kind && one.state === 'open');
  if (task === undefined) throw new Error(`no ${kind}`);
  return rankParts(journey, task, { programme: standardFour, calendar: newYork });
}
const namesOf = (parts: readonly RankPart[]): readonly string[] => parts.map(({ part }) => part).toSorted();

const fentanyl = [
  ...inCareAt('iop'),
  definitive([['fentanyl', 'positive']], { specimenId: 's1', collectedAt: day(40) }),
  timePasses(day(40)),
];

describe('the rank of a task', () => {
  it('is the sum of its parts, and names what each saw', () => {
    const parts = partsOf('overdose-check', fentanyl);
    expect(parts).toEqual([
      { part: 'asked', concern: 'safety', points: 46 },
      { part: 'opioid-use-without-naloxone', at: day(40), drugClasses: ['fentanyl'], points: 20 },
      { part: 'hand-off-without-appointment', at: plusHours(day(40), 72), points: 6 },
    ]);
    expect(pointsOf(parts)).toBe(72);
  });

  it('falls when naloxone was given since the use', () => {
    const given = { type: 'RecordNaloxoneProvided', at: day(40), kits: 1 } as const;
    const parts = partsOf('overdose-check', [
      ...fentanyl,
      {
        ...given,
        occurredAt: day(40),
        commandId: 'n1',
        actor: { id: 'nurse-1', kind: 'person', role: 'nurse' },
      },
    ]);
    expect(namesOf(parts)).toEqual(['asked', 'hand-off-without-appointment', 'recent-use']);
  });

  it('is highest for somebody in danger, who is not told of twice', () => {
    const steps = [...inCareAt('iop'), raised('suicidality', day(2))];
    expect(partsOf('crisis', steps)).toEqual([{ part: 'asked', concern: 'danger', points: 100 }]);
    expect(namesOf(partsOf('safety-plan', steps))).toEqual(['asked', 'open-crisis']);
  });

  it('knows a medication whose next dose is not arranged before the person leaves', () => {
    const steps = [
      ...inCareAt('iop'),
      takes('methadone', { kind: 'moud' }),
      definitive([['cocaine', 'positive']], { specimenId: 's1' }),
      timePasses(day(10)),
    ];
    expect(namesOf(partsOf('medication-continuity', steps))).toContain('next-dose-not-arranged');
  });

  it('rises with what was not answered in time: it went up, and the person was not seen', () => {
    const parts = partsOf('hand-off-overdue', [...fentanyl, timePasses(day(44))]);
    expect(parts).toContainEqual({ part: 'hand-off-overdue', at: plusHours(day(40), 72), points: 16 });
    const waited = partsOf('reassessment', [...fentanyl, timePasses(day(44))]);
    expect(waited).toContainEqual(expect.objectContaining({ part: 'went-up', points: 6 }));
  });

  it('has the part with the most points first', () => {
    const points = partsOf('reassessment', [...fentanyl, timePasses(day(44))]).map((part) => part.points);
    expect(points).toEqual(points.toSorted((a, b) => b - a));
  });

  it('is given to every kind of task, by what is at stake', () => {
    expect(new Set(taskKinds.map(concernOf))).toEqual(new Set(taskConcerns));
  });
});

describe('what the clock adds to a rank', () => {
  it.each([
    [-8.1, 'later', 0],
    [-8, 'due-soon', 6],
    [-0.1, 'due-soon', 6],
    [0, 'overdue', 14],
    [23.9, 'overdue', 14],
    [24, 'over-a-day', 20],
    [900, 'over-a-day', 20],
  ])('%s hours from its deadline on', (hours, step, points) => {
    expect(timeStep(day(3), plusHours(day(3), hours))).toMatchObject({ step, points });
  });

  it('counts from the end of a snooze', () => {
    expect(actByOf({ dueAt: day(1) })).toBe(day(1));
    expect(actByOf({ dueAt: day(1), snoozedUntil: day(2) })).toBe(day(2));
    expect(actByOf({ dueAt: day(3), snoozedUntil: day(2) })).toBe(day(3));
  });
});
