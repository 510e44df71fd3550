import { day, definitive, inCareAt } from '../specs/commands.ts';
import { disposed, taskOpened, useEstablished } from '../specs/events.ts';
import { given } from '../specs/given.ts';
import { arrived, discharged, first, happened, overrideTo } from '../specs/moves.ts';

const inIop = inCareAt('iop');
const cocaine = (onDay: number, reportedOn = onDay) =>
  definitive([['cocaine', 'positive']], { collectedAt: day(onDay), reportedAt: day(reportedOn) });

describe('a use that becomes known late', () => {
  it('is proposed to a person when it is known more than 14 days after collection', () => {
    given(inIop)
      .when(cocaine(10, 25))
      .thenIncludes(
        happened('TransitionConsidered', { outcome: 'proposed' }),
        happened('TransitionProposed', { to: 'residential', deadlineAt: day(26), atDeadline: 'escalate' }),
        taskOpened('decide-proposal', { dueAt: day(26) }),
      )
      .thenLacks('TransitionStarted');
  });

  it('moves a person who stepped down in between', () => {
    given(inCareAt('residential'), overrideTo('iop', day(11)), arrived(first, day(12)))
      .when(cocaine(10, 14))
      .thenIncludes(happened('TransitionStarted', { from: 'iop', to: 'residential' }));
  });

  it('moves no one when a later specimen cleared it before the present stay', () => {
    given(
      inCareAt('residential'),
      definitive([['cocaine', 'negative']], { collectedAt: day(11) }),
      overrideTo('iop', day(11)),
      arrived(first, day(12)),
    )
      .when(cocaine(10, 14))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }), taskOpened('late-result-review'))
      .thenLacks('TransitionStarted');
  });

  it('is not cleared by a test that could not have seen it: another matrix, or a higher cut-off', () => {
    const blind = [
      definitive([['cocaine', 'negative']], { collectedAt: day(11), matrix: 'oral-fluid' }),
      definitive([['cocaine', 'negative', { cutoff: 300 }]], { collectedAt: day(11) }),
    ];
    for (const test of blind)
      given(inCareAt('residential'), test, overrideTo('iop', day(11)), arrived(first, day(12)))
        .when(
          definitive([['cocaine', 'positive', { cutoff: 100 }]], {
            collectedAt: day(10),
            reportedAt: day(14),
          }),
        )
        .thenIncludes(happened('TransitionStarted', { from: 'iop', to: 'residential' }));
  });

  it('moves no one after discharge', () => {
    given(inIop, discharged('dropped-out', day(12)))
      .when(cocaine(10, 14))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'task' }), taskOpened('late-result-review'))
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('moves no one after a death', () => {
    given(inIop, discharged('death', day(12)))
      .when(cocaine(10, 14))
      .thenLacks('TransitionConsidered', 'TaskOpened');
  });

  it('error 24: joins the step up that was made after its collection, moves no one again, and somebody looks at it', () => {
    given(inIop, cocaine(10), arrived(first, day(12)))
      .when(definitive([['methamphetamine', 'positive']], { collectedAt: day(5), reportedAt: day(14) }))
      .thenIncludes(
        happened('TransitionConsidered', { outcome: 'joined' }),
        happened('TransitionRegrounded', { transitionId: first }),
        taskOpened('late-result-review', { role: 'therapist', dueAt: day(15) }),
      )
      .thenLacks('TransitionStarted', 'TransitionProposed');
  });

  it('error 24: is judged on the day of its collection: it establishes the use although nothing moves', () => {
    given(inIop, discharged('dropped-out', day(12)))
      .when(cocaine(10, 14))
      .thenIncludes(disposed('unexpected-use'), useEstablished('cocaine'))
      .thenLacks('TransitionStarted');
  });

  it('joins an open step up without more ado: somebody is looking at it already', () => {
    given(inIop, cocaine(10))
      .when(definitive([['methamphetamine', 'positive']], { collectedAt: day(5), reportedAt: day(14) }))
      .thenIncludes(happened('TransitionConsidered', { outcome: 'joined' }))
      .thenLacks(taskOpened('late-result-review'));
  });

  it('is no second move when the same specimen is reported again', () => {
    given(inIop, cocaine(10), arrived(first, day(12)))
      .when(cocaine(10, 14))
      .thenLacks('TransitionConsidered', 'TransitionStarted', 'TaskOpened');
  });
});
