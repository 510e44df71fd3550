import { day, inCareAt } from '../specs/commands.ts';
import { given } from '../specs/given.ts';
import { arrived, first, overrideTo, therapistMet } from '../specs/moves.ts';
import { plusMinutes } from '../time.ts';

const inIop = inCareAt('iop');

describe('meetings of therapist and person', () => {
  it('stand in the order in which they were held, whenever they were told; of equals the first told is first', () => {
    const { journey } = given(inIop).when(
      therapistMet('goals-remain', day(5)),
      therapistMet('reassess', day(9)),
      therapistMet('goals-achieved', day(5), { meetingId: 'second' }),
      therapistMet('goals-remain', day(2)),
      therapistMet('goals-remain', day(7)),
    );
    expect(journey.therapistMeetings.map(({ meetingId, heldAt }) => [meetingId, heldAt])).toEqual([
      [`meeting-${day(2)}`, day(2)],
      [`meeting-${day(5)}`, day(5)],
      ['second', day(5)],
      [`meeting-${day(7)}`, day(7)],
      [`meeting-${day(9)}`, day(9)],
    ]);
  });

  it.each([
    ['at another time', { heldAt: day(4) }],
    ['with another outcome', { outcome: 'reassess' }],
  ] as const)('are not told otherwise: %s', (_, otherwise) => {
    const met = therapistMet('goals-remain', day(5));
    expect(given(inIop, met).when({ ...met, ...otherwise, commandId: 'again' }).rejection).toEqual({
      type: 'MeetingConflict',
      meetingId: `meeting-${day(5)}`,
    });
  });

  it.each([
    ['at its very beginning', day(4), true],
    ['before it', plusMinutes(day(4), -1), false],
  ])('ask for a reassessment of the present stay: one held %s', (_, heldAt, asked) => {
    const moved = [overrideTo('aftercare', day(3)), arrived(first, day(4))];
    const { events } = given(inIop, moved).when(therapistMet('reassess', heldAt, { occurredAt: day(5) }));
    const subject = `meeting-${heldAt}`;
    const expected = expect.objectContaining({ data: expect.objectContaining({ kind: 'reassessment', subject }) });
    if (asked) expect(events).toContainEqual(expected);
    else expect(events).not.toContainEqual(expected);
  });
});
