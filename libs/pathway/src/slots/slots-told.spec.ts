import { day, inCareAt } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given } from '../specs/given.ts';
import { placeDeclined, placeOffered } from '../specs/moves.ts';
import { plusHours } from '../time.ts';
import { waitsUntil } from './state.ts';

const inIop = inCareAt('iop');
const reason = { sealed: 'kid.nonce.words' };
const s1 = { slotId: 's1' };
const offered = placeOffered('aftercare', day(10), day(14), s1);

describe('what is told of a place', () => {
  it('is where and when it begins, and how long it is kept and why where somebody said so', () => {
    const of = (command: typeof offered) => wholeData('SlotOffered', given(inIop).when(command));
    const plain = { slotId: 's1', level: 'aftercare', startsAt: day(14) };
    expect(of(offered)).toEqual([plain]);
    expect(of({ ...offered, keptUntil: day(12), reason })).toEqual([{ ...plain, keptUntil: day(12), reason }]);
  });

  it('is which one was not taken, at which level', () => {
    const of = (command: ReturnType<typeof placeDeclined>) =>
      wholeData('SlotDeclined', given(inIop, offered).when(command));
    expect(of(placeDeclined('s1', day(11)))).toEqual([{ slotId: 's1', level: 'aftercare' }]);
    expect(of({ ...placeDeclined('s1', day(11)), reason })).toEqual([{ slotId: 's1', level: 'aftercare', reason }]);
  });

  it('is kept with when it was offered and declined, without the words', () => {
    const two = [{ ...offered, reason }, placeOffered('residential', day(10), day(15), { slotId: 's2' })];
    const { journey } = given(inIop, two).when(placeDeclined('s1', day(11)));
    const known = { offeredAt: day(10), recordedAt: day(10), eventId: expect.any(String) };
    expect(journey.slots).toEqual([
      { slotId: 's1', level: 'aftercare', startsAt: day(14), ...known, declinedAt: day(11) },
      { slotId: 's2', level: 'residential', startsAt: day(15), ...known },
    ]);
  });

  it('waits for the person until it begins, or as long as it is kept before', () => {
    const slot = { ...s1, level: 'iop', startsAt: day(14), offeredAt: day(10), recordedAt: day(10), eventId: 'e' };
    expect(
      [undefined, day(12), day(20)].map((keptUntil) => waitsUntil({ ...slot, ...(keptUntil && { keptUntil }) })),
    ).toEqual([day(14), day(12), day(14)]);
  });
});

describe('a place that is not granted', () => {
  it('begins, or is kept, until a moment after it is offered', () => {
    const rejects = (startsAt: string, keptUntil?: string) =>
      given(inIop).when(placeOffered('aftercare', day(10), startsAt, { ...s1, ...(keptUntil && { keptUntil }) }))
        .rejection;
    expect(rejects(day(10))).toEqual({ type: 'EndsBeforeItBegins', field: 'startsAt' });
    expect(rejects(day(14), day(10))).toEqual({ type: 'EndsBeforeItBegins', field: 'keptUntil' });
    expect(rejects(plusHours(day(10), 0.001), plusHours(day(10), 0.001))).toBeUndefined();
  });

  it('is one told otherwise: another level, beginning or time it is kept', () => {
    for (const told of [{ level: 'residential' }, { startsAt: day(15) }, { keptUntil: day(12) }])
      expect(given(inIop, offered).when({ ...offered, commandId: 'another', ...told }).rejection).toEqual({
        type: 'SlotConflict',
        slotId: 's1',
      });
  });

  it('names the levels that there are, and the place that is not known', () => {
    expect(given(inIop).when(placeOffered('moon', day(10), day(14))).rejection).toEqual({
      type: 'UnknownLevel',
      level: 'moon',
      levels: ['detox', 'residential', 'iop', 'aftercare'],
    });
    expect(given(inIop).when(placeDeclined('s9', day(10))).rejection).toEqual({ type: 'UnknownSlot', slotId: 's9' });
    given()
      .when(placeDeclined('s1', day(10)))
      .thenRejects('EpisodeNotOpened');
  });
});
