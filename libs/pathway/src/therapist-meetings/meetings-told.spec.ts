import { day, inCareAt } from '../specs/commands.ts';
import { wholeData } from '../specs/events.ts';
import { given, timePasses } from '../specs/given.ts';
import { arrived, first, overrideTo, therapistMet } from '../specs/moves.ts';
import { idOf } from '../specs/withdrawn-facts.ts';
import { plusHours } from '../time.ts';

const inIop = inCareAt('iop');
const reason = { sealed: 'kid.nonce.words' };
const met = { ...therapistMet('goals-remain', day(10)), meetingId: 'm1' };
const fields = { meetingId: 'm1', heldAt: day(10), outcome: 'goals-remain' };

describe('what is told of a meeting about the goals', () => {
  it('is when it was held and what was found, with words where there are some', () => {
    expect(wholeData('TherapistMeetingRecorded', given(inIop).when(met))).toEqual([fields]);
    const { journey, events } = given(inIop).when({ ...met, reason });
    expect(wholeData('TherapistMeetingRecorded', { events })).toEqual([{ ...fields, reason }]);
    expect(journey.therapistMeetings).toEqual([
      { ...fields, recordedAt: day(10), eventId: idOf('TherapistMeetingRecorded', events) },
    ]);
  });

  it('is kept in the order in which meetings were held, whichever was told first', () => {
    const at = (heldAt: string, meetingId: string) =>
      therapistMet('goals-remain', heldAt, { occurredAt: day(20), meetingId });
    const { journey } = given(inIop).when(at(day(10), 'b'), at(day(5), 'a'), at(day(10), 'c'), at(day(15), 'd'));
    expect(journey.therapistMeetings.map(({ meetingId }) => meetingId)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is not told otherwise: with another time, or another finding', () => {
    for (const otherwise of [{ heldAt: day(9) }, { outcome: 'reassess' as const }])
      expect(given(inIop, met).when({ ...met, commandId: 'another', ...otherwise }).rejection).toEqual({
        type: 'MeetingConflict',
        meetingId: 'm1',
      });
  });

  it('lies at most five minutes ahead', () => {
    const ahead = (minutes: number) =>
      given(inIop).when(therapistMet('reassess', plusHours(day(10), minutes / 60), { occurredAt: day(10) })).rejection;
    expect(ahead(5)).toBeUndefined();
    expect(ahead(5.01)).toMatchObject({ type: 'InTheFuture', field: 'heldAt' });
  });
});

describe('a meeting that finds that needs have changed', () => {
  const residential = [...inIop, overrideTo('residential', day(3)), arrived(first, day(5))];
  const reassess = (heldAt: string, toldAt = heldAt) =>
    therapistMet('reassess', heldAt, { meetingId: 'm1', occurredAt: toldAt });

  it('asks the therapist for a reassessment about it, caused by it', () => {
    const { events } = given(inIop).when(reassess(day(10)));
    expect(wholeData('TaskOpened', { events })).toEqual([
      {
        taskId: 'episode-1.task.reassessment.m1',
        kind: 'reassessment',
        role: 'therapist',
        subject: 'm1',
        dueAt: day(11),
      },
    ]);
    const asked = events.find(({ type }) => type === 'TaskOpened');
    expect([asked?.causedBy, asked?.occurredAt]).toEqual([idOf('TherapistMeetingRecorded', events), day(10)]);
  });

  it('counts in the stay in which it was held, from its first moment on', () => {
    expect(wholeData('TaskOpened', given(residential).when(reassess(day(5), day(6))))).toHaveLength(1);
    expect(wholeData('TaskOpened', given(residential).when(reassess(plusHours(day(5), -0.001), day(6))))).toHaveLength(
      0,
    );
  });

  it('counts no more once a later meeting found otherwise', () => {
    const later = therapistMet('goals-remain', day(12), { meetingId: 'm2' });
    expect(wholeData('TaskOpened', given(inIop, later).when(reassess(day(10), day(13)), timePasses(day(14))))).toEqual(
      [],
    );
  });
});
