import { by, day, inCareAt } from '../specs/commands.ts';
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
    expect(events).toMatchObject([
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
