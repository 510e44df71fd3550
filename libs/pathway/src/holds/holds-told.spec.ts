import { outstanding } from '../advance.ts';
import { by, day, inCareAt, opened } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, Lived, timePasses } from '../specs/given.ts';
import { discharged, held, released } from '../specs/moves.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const onHold = [...inIop, held('h1', day(1), day(8))];
const other = { actor: by('medical-director') };
const reason = { sealed: 'kid.nonce.words' };

describe('what is told of a hold', () => {
  it('is until when it lasts and why, and how it ended', () => {
    expect(wholeData('HoldPlaced', given(inIop).when(held('h1', day(1), day(8))))).toEqual([
      { holdId: 'h1', until: day(8), reason },
    ]);
    const afterwards = { ...released('h1', day(2)), reason };
    expect(wholeData('HoldReleased', given(onHold).when(afterwards))).toEqual([
      { holdId: 'h1', cause: 'released', reason },
    ]);
    expect(wholeData('HoldReleased', given(onHold).when(released('h1', day(2))))).toEqual([
      { holdId: 'h1', cause: 'released' },
    ]);
    expect(wholeData('HoldReleased', given(onHold).when(timePasses(day(8))))).toEqual([
      { holdId: 'h1', cause: 'ended' },
    ]);
  });

  it('is known with who placed it and since when; a renewal has the word of the second person, and the first beginning', () => {
    const hold = { holdId: 'h1', placedAt: day(1), placedBy: 'therapist-1', until: day(8) };
    expect(given(inIop).when(held('h1', day(1), day(8))).journey.holds).toEqual([hold]);
    expect(given(onHold).when(held('h1', day(6), day(15), other)).journey.holds).toEqual([
      { ...hold, placedBy: 'medical-director-1', until: day(15) },
    ]);
    expect(given(onHold, held('h2', day(2), day(9), other)).when(released('h2', day(3))).journey.holds).toEqual([
      hold,
      { holdId: 'h2', placedAt: day(2), placedBy: 'medical-director-1', until: day(9), endedAt: day(3) },
    ]);
  });

  it('ends at its moment, not before, also for who waits for care', () => {
    const waiting = [opened(), held('h1', day(-10), day(-5))];
    given(waiting)
      .when(timePasses(plusHours(day(-5), -0.001)))
      .thenLacks('HoldReleased');
    expect(wholeData('HoldReleased', given(waiting).when(timePasses(day(-5))))).toHaveLength(1);
    given(onHold, discharged('dropped-out', day(2)))
      .when(timePasses(day(30)))
      .thenLacks('HoldReleased');
  });

  it('is waited for, until its end', () => {
    const lived = new Lived();
    for (const step of onHold) lived.step(step);
    expect(outstanding(lived.journey, lived.context())).toContainEqual({ at: day(8), cause: 'hold', subject: 'h1' });
  });
});

describe('a hold that is not granted', () => {
  it.each([
    ['is longer than 14 days', held('h9', day(1), plusHours(day(15), 1)), 'HoldTooLong'],
    ['ends as it begins', held('h9', day(1), day(1)), 'EndsBeforeItBegins'],
  ] as const)('%s', (_why, command, type) => {
    const fields = {
      HoldTooLong: { until: plusHours(day(15), 1), latest: day(15) },
      EndsBeforeItBegins: { field: 'until' },
    };
    expect(given(inIop).when(command).rejection).toEqual({ type, ...fields[type] });
  });

  it('names the hold that stands in its way', () => {
    const rejects = (command: ReturnType<typeof held> | ReturnType<typeof released>) =>
      given(onHold).when(command).rejection;
    expect(rejects(held('h2', day(6), day(15)))).toEqual({ type: 'HoldNeedsSecondPerson', holdId: 'h1' });
    expect(rejects(held('h2', day(1), day(9)))).toEqual({ type: 'HoldNeedsSecondPerson', holdId: 'h1' });
    expect(rejects(held('h1', day(6), day(15)))).toEqual({ type: 'HoldNeedsSecondPerson', holdId: 'h1' });
    expect(rejects(held('h1', day(2), plusHours(day(8), -1), other))).toEqual({ type: 'HoldConflict', holdId: 'h1' });
    expect(rejects(released('h2', day(2)))).toEqual({ type: 'UnknownHold', holdId: 'h2' });
  });

  it('is of an episode that was not opened', () => {
    given()
      .when(held('h1', day(1), day(8)))
      .thenRejects('EpisodeNotOpened');
    given()
      .when(released('h1', day(1)))
      .thenRejects('EpisodeNotOpened');
  });

  it('needs no second person any more once the one before has ended', () => {
    const again = given(onHold, released('h1', day(2))).when(held('h2', day(3), day(9)));
    expect(wholeData('HoldPlaced', again)).toEqual([{ holdId: 'h2', until: day(9), reason }]);
  });
});
