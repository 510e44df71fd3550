import { day, definitive, inCareAt, missesDoses, presumptive, takes } from '../specs/commands.ts';
import { given, timePasses } from '../specs/given.ts';
import { arrived, done, first, happened } from '../specs/moves.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const task = (kind: string, subject: string): string => `episode-1.task.${kind}.${subject}`;
const overdoseCheck = task('overdose-check', 's1');
const steppedUp = [...inIop, definitive([['cocaine', 'positive']], { specimenId: 's1' }), timePasses(day(10))];

describe('a task', () => {
  it('is completed by a person who says that it is done, with their words', () => {
    given(steppedUp)
      .when(done(overdoseCheck, day(10), { reason: { sealed: 'kid.nonce.words' } }))
      .thenIncludes(happened('TaskCompleted', { taskId: overdoseCheck, reason: { sealed: 'kid.nonce.words' } }));
  });

  it('is completed once', () => {
    given(steppedUp, done(overdoseCheck, day(10)))
      .when(done(overdoseCheck, day(11)))
      .thenNothing();
  });

  it('asked anew is not ended by what was said of it before, told again', () => {
    const about = task('missed-doses', `buprenorphine.${day(10)}`);
    const missed = missesDoses('buprenorphine', day(10), { to: day(12), doses: 3 });
    const further = missesDoses('buprenorphine', day(13));
    const said = done(about, plusHours(day(12), 2));
    const anew = [...inIop, takes('buprenorphine', { kind: 'moud' }), missed, said, further];
    const { journey } = given(anew)
      .when(done(about, plusHours(day(12), 2)))
      .thenNothing();
    expect(journey.tasks.find(({ taskId }) => taskId === about)).toMatchObject({ state: 'open' });
    given(anew)
      .when(done(about, plusHours(day(13), 2)))
      .thenIncludes(happened('TaskCompleted', { taskId: about }));
  });

  it('stays completed, and is not overdue any more', () => {
    const { journey } = given(steppedUp, done(overdoseCheck, day(10))).when(timePasses(day(40)));
    expect(journey.tasks.find(({ taskId }) => taskId === overdoseCheck)).toMatchObject({ state: 'completed' });
  });

  it('that nobody asked for is unknown', () => {
    given(steppedUp)
      .when(done(task('overdose-check', 's2'), day(10)))
      .thenRejects('UnknownTask');
  });

  it('that is no longer asked for cannot be done', () => {
    given(steppedUp, arrived(first, day(11)), timePasses(day(11)))
      .when(done(task('ask-patient-decision', 't1'), day(11)))
      .thenRejects('TaskNoLongerAsked');
  });

  it('that asks for a record is not done by word: the record ends it', () => {
    given(steppedUp)
      .when(done(task('schedule-hand-off', 't1'), day(10)))
      .thenRejects('TaskAnsweredOtherwise');
    given(inIop, presumptive([['cocaine', 'positive']], { specimenId: 's1' }), timePasses(day(10)))
      .when(done(task('confirm-result', 's1'), day(10)))
      .thenRejects('TaskAnsweredOtherwise');
  });
});
