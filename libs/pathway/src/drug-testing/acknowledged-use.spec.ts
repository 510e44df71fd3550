import { admitted, day, definitive, inCareAt, opened, presumptive, takes, tellsOfUse } from '../specs/commands.ts';
import { disposed, taskOpened, useEstablished, useWithdrawn } from '../specs/events.ts';
import { given } from '../specs/given.ts';
import { arrived, discharged, first, happened } from '../specs/moves.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const told = (drugClass: 'cocaine' | 'fentanyl', lastUseAt: string) => ({ told: [{ drugClass, lastUseAt }] });

describe('rule 11: use that the person tells of, without a specimen', () => {
  it('is a use as one that a test shows, and is answered with more support at once', () => {
    given(inIop)
      .when(tellsOfUse('cocaine', day(10), day(11)))
      .thenIncludes(
        happened('UseAcknowledged', { drugClass: 'cocaine', lastUseAt: day(10) }),
        happened('UseEstablished', {
          useId: `episode-1.use.told.${day(10)}`,
          drugClasses: ['cocaine'],
          specimenIds: [],
          at: day(10),
          ...told('cocaine', day(10)),
        }),
        happened('TransitionConsidered', {
          outcome: 'started',
          sentence:
            'Use told of (cocaine), treated as new use: more support begins, from Intensive outpatient (IOP) to Residential.',
        }),
        taskOpened('overdose-check', { subject: `told.cocaine.${day(10)}` }),
      )
      .thenLacks('DrugTestDisposed');
  });

  it('told twice is no news', () => {
    given(inIop, tellsOfUse('cocaine', day(10)))
      .when(tellsOfUse('cocaine', day(10), day(12)))
      .thenNothing();
  });

  it('lies in the past, and may become known at any time', () => {
    given(inIop)
      .when(tellsOfUse('cocaine', day(10), day(9)))
      .thenRejects('InTheFuture');
    given()
      .when(tellsOfUse('cocaine', day(10)))
      .thenRejects('EpisodeNotOpened');
    given(inIop, discharged('dropped-out', day(12)))
      .when(tellsOfUse('cocaine', day(10), day(14)))
      .thenIncludes(useEstablished('cocaine'), happened('TransitionConsidered', { outcome: 'task' }));
  });

  it('is what a positive collected afterwards stems from', () => {
    const { journey } = given(inIop, tellsOfUse('cocaine', day(10)))
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(11) }))
      .thenIncludes(disposed('residual', { useId: `episode-1.use.told.${day(10)}` }));
    expect(journey.uses).toMatchObject([{ specimenIds: ['S-2026-05-15T12'], ...told('cocaine', day(10)) }]);
  });

  it('settles a screen that waits for confirmation', () => {
    given(inIop, presumptive([['cocaine', 'positive']], { collectedAt: day(11) }))
      .when(tellsOfUse('cocaine', day(10), day(12)))
      .thenIncludes(disposed('residual'), useEstablished('cocaine'), happened('TaskCompleted'));
  });

  it('takes the place of the use that a later collection showed, and the move stays', () => {
    given(inIop, definitive([['cocaine', 'positive']], { collectedAt: day(11) }))
      .when(tellsOfUse('cocaine', day(10), day(12)))
      .thenIncludes(
        useWithdrawn(),
        happened('UseEstablished', { at: day(10) }),
        happened('TransitionRegrounded', { transitionId: first, grounds: [`episode-1.use.told.${day(10)}`] }),
      )
      .thenLacks('TransitionCancelled', 'TransitionStarted');
  });

  it('is nothing new when it is not after the last established use of its family', () => {
    given(inIop, tellsOfUse('heroin', day(10)))
      .when(tellsOfUse('opioids', day(10), day(12)))
      .thenIncludes({ type: 'UseAcknowledged' })
      .thenLacks('UseEstablished', 'UseWithdrawn');
  });

  it('is another use when it lies after it, and one with another class within 72 hours', () => {
    given(inIop, definitive([['cocaine', 'positive']], { collectedAt: day(10) }))
      .when(tellsOfUse('cocaine', day(11)))
      .thenIncludes(happened('UseEstablished', { useId: `episode-1.use.told.${day(11)}` }));
    given(inIop, definitive([['cocaine', 'positive']], { collectedAt: day(10) }))
      .when(tellsOfUse('fentanyl', day(11)))
      .thenIncludes(useEstablished('cocaine', 'fentanyl'));
  });

  it('of a class that a medication explains is no new use by itself', () => {
    given(inIop, takes('methadone'))
      .when(tellsOfUse('methadone', day(10)))
      .thenIncludes({ type: 'UseAcknowledged' })
      .thenLacks('UseEstablished');
  });

  it('before admission is what rule 13 counts from', () => {
    given(opened(), tellsOfUse('cocaine', day(-3), day(-1)), admitted('iop'))
      .when(definitive([['cocaine', 'positive']], { collectedAt: day(2) }))
      .thenIncludes(disposed('unexpected-use'));
    given(opened(), admitted('iop'), definitive([['cocaine', 'positive']], { collectedAt: day(2) }))
      .when(tellsOfUse('cocaine', day(-3), day(3)))
      .thenIncludes(disposed('unexpected-use'))
      .thenLacks(taskOpened('overdose-check', { subject: `told.cocaine.${day(-3)}` }));
  });

  it('asks for an overdose check when it is an opioid, whatever comes of it', () => {
    given(inIop, tellsOfUse('fentanyl', day(10)), arrived(first, plusHours(day(10), 5)))
      .when(tellsOfUse('fentanyl', day(12)))
      .thenIncludes(taskOpened('overdose-check', { subject: `told.fentanyl.${day(12)}`, role: 'nurse' }));
  });
});
