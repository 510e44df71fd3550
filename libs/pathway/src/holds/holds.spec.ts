import { by, day, definitive, inCareAt } from '../specs/commands.ts';
import { given, timePasses } from '../specs/given.ts';
import { discharged, happened, held, released } from '../specs/moves.ts';

const inIop = inCareAt('iop');
const onHold = [...inIop, held('h1', day(1), day(8))];
const other = { actor: by('medical-director') };

describe('a hold', () => {
  it('is placed for a reason and at most 14 days', () => {
    given(inIop)
      .when(held('h1', day(1), day(15)))
      .thenIncludes(happened('HoldPlaced', { until: day(15) }));
    given(inIop)
      .when(held('h1', day(1), day(16)))
      .thenRejects('HoldTooLong');
    given(inIop)
      .when(held('h1', day(1), day(8), { reason: undefined }))
      .thenRejects('ReasonRequired');
    given(inIop)
      .when(held('h1', day(1), day(1)))
      .thenRejects('EndsBeforeItBegins');
  });

  it('ends by itself at the moment that was said', () => {
    const { events } = given(onHold).when(timePasses(day(9)));
    expect(events.filter(({ type }) => type === 'HoldReleased')).toMatchObject([
      { type: 'HoldReleased', occurredAt: day(8), data: { holdId: 'h1', cause: 'ended' }, actor: { kind: 'rule' } },
    ]);
  });

  it('can be released before, once', () => {
    given(onHold)
      .when(released('h1', day(2)))
      .thenIncludes(happened('HoldReleased', { cause: 'released' }));
    given(onHold, released('h1', day(2)))
      .when(released('h1', day(3)))
      .thenNothing();
    given(onHold)
      .when(released('h2', day(3)))
      .thenRejects('UnknownHold');
  });

  it('is renewed by a second person only, also under another name', () => {
    given(onHold)
      .when(held('h1', day(6), day(15)))
      .thenRejects('HoldNeedsSecondPerson');
    given(onHold)
      .when(held('h2', day(6), day(15)))
      .thenRejects('HoldNeedsSecondPerson');
    const { journey } = given(onHold)
      .when(held('h1', day(6), day(15), other))
      .thenIncludes(happened('HoldPlaced', { holdId: 'h1', until: day(15) }));
    expect(journey.holds).toMatchObject([{ holdId: 'h1', until: day(15), placedBy: 'medical-director-1' }]);
  });

  it('stays renewed when its beginning is told again', () => {
    const { journey } = given(onHold, held('h1', day(6), day(15), other))
      .when(held('h1', day(1), day(8)))
      .thenNothing();
    expect(journey.holds).toMatchObject([{ until: day(15) }]);
  });

  it('lasts at most 14 days from its renewal too', () => {
    given(onHold)
      .when(held('h1', day(6), day(20), other))
      .thenIncludes(happened('HoldPlaced', { until: day(20) }));
    given(onHold)
      .when(held('h1', day(6), day(21), other))
      .thenRejects('HoldTooLong');
  });

  it('has every use that came during it considered again when it ends, also after a renewal', () => {
    const cocaine = definitive([['cocaine', 'positive']], { collectedAt: day(9), specimenId: 's1' });
    const methamphetamine = definitive([['methamphetamine', 'positive']], { collectedAt: day(14), specimenId: 's2' });
    const { events, journey } = given(inIop, held('h1', day(6), day(12)), held('h1', day(10), day(18), other))
      .when(cocaine, methamphetamine, timePasses(day(17)))
      .thenLacks('TransitionStarted', 'TransitionProposed')
      .thenIncludes(happened('TransitionConsidered', { outcome: 'nothing' }));
    expect(events.filter(({ type }) => type === 'TransitionConsidered')).toHaveLength(2);
    expect(journey.uses).toHaveLength(2);
    const { events: after } = given(inIop, held('h1', day(6), day(12)), held('h1', day(10), day(18), other))
      .when(cocaine, methamphetamine, timePasses(day(18)))
      .thenIncludes(happened('TransitionProposed', { kind: 'step-up' }));
    const considered = after.filter((event) => event.type === 'TransitionConsidered');
    expect(considered.map((event) => event.data.outcome)).toEqual(['nothing', 'nothing', 'proposed', 'joined']);
  });

  it('does not get shorter, nor begin again under the same name', () => {
    given(onHold)
      .when(held('h1', day(2), day(5), other))
      .thenRejects('HoldConflict');
    given(onHold, released('h1', day(2)))
      .when(held('h1', day(3), day(12), other))
      .thenRejects('HoldConflict');
  });

  it('is known when told again', () => {
    given(onHold)
      .when(held('h1', day(2), day(8)))
      .thenNothing();
  });

  it('is not placed on an episode that has ended, and ends with it', () => {
    given(inIop, discharged('dropped-out', day(1)))
      .when(held('h1', day(1), day(8)))
      .thenRejects('EpisodeDischarged');
    given(onHold, discharged('dropped-out', day(2)))
      .when(timePasses(day(30)))
      .thenNothing();
  });
});
