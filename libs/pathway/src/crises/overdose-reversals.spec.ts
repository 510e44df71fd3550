import { outstanding } from '../advance.ts';
import { day, definitive, inCareAt } from '../specs/commands.ts';
import { taskOpened } from '../specs/events.ts';
import { given, Lived, timePasses } from '../specs/given.ts';
import { done, happened } from '../specs/moves.ts';
import { raised, treatedElsewhere } from '../specs/safety.ts';
import { idOf, withdrawn } from '../specs/withdrawn-facts.ts';
import { plusHours, plusMinutes } from '../time.ts';

const inIop = inCareAt('iop');
const reversal = (from: string, at = from, encounterId = 'e1') =>
  treatedElsewhere(from, { kind: 'overdose-reversal', at, encounterId });
const task = (kind: string, subject: string): string => `episode-1.task.${kind}.${subject}`;

describe('a reversed overdose', () => {
  it('is a crisis for 72 hours, and asks for the check of a nurse from then on', () => {
    const until = plusHours(day(2), 72);
    given(inIop)
      .when(reversal(day(2), until))
      .thenIncludes(happened('CrisisRaised', { crisisId: 'overdose.e1' }))
      .thenLacks(taskOpened('overdose-check', { subject: 'e1' }));
    const late = plusMinutes(until, 1);
    const { events } = given(inIop)
      .when(reversal(day(2), late))
      .thenLacks('CrisisRaised');
    const [told] = events.filter(({ type }) => type === 'ExternalEncounterRecorded');
    expect(events.filter(({ type, occurredAt }) => type === 'TaskOpened' && occurredAt === late)).toMatchObject([
      {
        causedBy: told?.id,
        data: {
          taskId: task('overdose-check', 'e1'),
          kind: 'overdose-check',
          role: 'nurse',
          subject: 'e1',
          dueAt: plusHours(late, 12),
        },
      },
    ]);
  });

  it('says all that the crisis is, of the time at which it happened', () => {
    const { events } = given(inIop, timePasses(day(3))).when(reversal(day(2), day(3)));
    const [told, crisis] = events;
    expect(crisis).toMatchObject({ type: 'CrisisRaised', occurredAt: day(2), recordedAt: day(3), causedBy: told?.id });
    expect(crisis?.data).toStrictEqual({
      crisisId: 'overdose.e1',
      kind: 'overdose',
      actions: [],
      encounterId: 'e1',
    });
  });

  it('is another one than a crisis of another kind, or an overdose of long before', () => {
    given(inIop, raised('suicidality', day(2)))
      .when(reversal(day(2), day(3)))
      .thenIncludes(happened('CrisisRaised', { kind: 'overdose' }));
    given(inIop, raised('overdose', day(2)))
      .when(reversal(day(9)))
      .thenIncludes(happened('CrisisRaised', { crisisId: 'overdose.e1' }));
    given(inIop, reversal(day(2)))
      .when(reversal(day(9), day(9), 'e2'))
      .thenIncludes(happened('CrisisRaised', { crisisId: 'overdose.e2' }));
    given(inIop, raised('overdose', day(2)))
      .when(reversal(plusHours(day(2), 72)))
      .thenLacks('CrisisRaised');
  });

  it('is none of the other kinds of care elsewhere', () => {
    for (const kind of ['emergency-department', 'hospital', 'procedure'] as const)
      given(inIop)
        .when(treatedElsewhere(day(2), { kind }), timePasses(day(9)))
        .thenLacks('CrisisRaised')
        .thenLacks(taskOpened('overdose-check'));
  });

  it('owes nothing any more once the check is asked for', () => {
    const one = new Lived();
    for (const step of [...inIop, reversal(day(2), day(9))]) one.step(step);
    expect(outstanding(one.journey, one.context()).filter(({ subject }) => subject === 'e1')).toEqual([]);
  });
});

describe('an overdose check', () => {
  it('that a crisis asked for, beside others, stands until somebody says that it is done', () => {
    const { journey } = given(inIop, raised('psychosis', day(1), { crisisId: 'c0' })).when(
      raised('overdose', day(2)),
      timePasses(day(9)),
    );
    expect(journey.tasks.find(({ kind }) => kind === 'overdose-check')).toMatchObject({ subject: 'c1', state: 'open' });
  });

  it('that a reversal asked for, beside others, stands until somebody says that it is done', () => {
    const { journey } = given(inIop, reversal(day(1), day(8), 'e0')).when(
      reversal(day(2), day(9)),
      done(task('overdose-check', 'e0'), day(9)),
      timePasses(day(12)),
    );
    expect(
      journey.tasks.filter(({ kind }) => kind === 'overdose-check').map(({ subject, state }) => [subject, state]),
    ).toEqual([
      ['e0', 'completed'],
      ['e1', 'open'],
    ]);
  });

  it('that a specimen asked for is moot when its result was entered in error, whatever else happened', () => {
    const fentanyl = definitive([['fentanyl', 'positive']], { specimenId: 's1' });
    const before = [...inIop, raised('other', day(2)), reversal(day(3)), fentanyl];
    const told = idOf('DrugTestResultRecorded', given().when(...before).events);
    given(before)
      .when(withdrawn(told, day(11)))
      .thenIncludes(happened('TaskCancelled', { taskId: task('overdose-check', 's1') }));
  });
});
