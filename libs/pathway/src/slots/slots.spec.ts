import { day, inCareAt, opened } from '../specs/commands.ts';
import { given } from '../specs/given.ts';
import { discharged, goalReached, goalsSet, happened, placeDeclined, placeOffered } from '../specs/moves.ts';

const inIop = inCareAt('iop');

describe('a place at a level', () => {
  it('is offered to who is in care, and to who waits for care', () => {
    given(inIop)
      .when(placeOffered('aftercare', day(10), day(14), { slotId: 's1' }))
      .thenIncludes(happened('SlotOffered', { slotId: 's1', level: 'aftercare', startsAt: day(14) }));
    given(opened())
      .when(placeOffered('iop', day(-3), day(1)))
      .thenIncludes(happened('SlotOffered', { level: 'iop' }));
  });

  it('is not taken: the next one may be offered', () => {
    given(inIop, placeOffered('aftercare', day(10), day(14), { slotId: 's1' }))
      .when(placeDeclined('s1', day(11)), placeOffered('aftercare', day(12), day(16), { slotId: 's2' }))
      .thenIncludes(
        happened('SlotDeclined', { slotId: 's1', level: 'aftercare' }),
        happened('SlotOffered', { slotId: 's2' }),
      );
  });

  it('lets a step down go on that waited for one', () => {
    const declined = [placeOffered('aftercare', day(10), day(30), { slotId: 's1' }), placeDeclined('s1', day(11))];
    given(inIop, goalsSet(day(0), 'g1'), declined, goalReached('g1', day(20)))
      .when(placeOffered('aftercare', day(21), day(25), { slotId: 's2' }))
      .thenIncludes(happened('TransitionStarted', { kind: 'step-down', to: 'aftercare' }));
  });

  it('is no news when told again, and is not told otherwise', () => {
    const offered = placeOffered('aftercare', day(10), day(14), { slotId: 's1' });
    given(inIop, offered).when(offered).thenNothing();
    given(inIop, offered)
      .when(placeOffered('aftercare', day(10), day(15), { slotId: 's1' }))
      .thenRejects('SlotConflict');
    given(inIop, offered, placeDeclined('s1', day(11)))
      .when(placeDeclined('s1', day(11)))
      .thenNothing();
  });

  it('is at a level that there is, still to come, and for somebody in care or waiting for it', () => {
    given(inIop)
      .when(placeOffered('moon', day(10), day(14)))
      .thenRejects('UnknownLevel');
    given(inIop)
      .when(placeOffered('aftercare', day(10), day(9)))
      .thenRejects('EndsBeforeItBegins');
    given(inIop)
      .when(placeOffered('aftercare', day(10), day(14), { keptUntil: day(9) }))
      .thenRejects('EndsBeforeItBegins');
    given(inIop, discharged('dropped-out', day(5)))
      .when(placeOffered('aftercare', day(10), day(14)))
      .thenRejects('EpisodeDischarged');
    given(inIop)
      .when(placeDeclined('s9', day(10)))
      .thenRejects('UnknownSlot');
    given()
      .when(placeOffered('iop', day(1), day(2)))
      .thenRejects('EpisodeNotOpened');
  });
});
