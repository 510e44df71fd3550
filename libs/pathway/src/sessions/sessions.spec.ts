import { evolve } from '../evolve.ts';
import { admitted, attended, day, inCareAt, opened } from '../specs/commands.ts';
import { given, givenWith, timePasses } from '../specs/given.ts';
import { newYork } from '../specs/standard-four.ts';
import { discharged, happened, session } from '../specs/moves.ts';
import { plusHours } from '../time.ts';
import { attendances, sessionTypes } from '../vocabulary.ts';

const inIop = inCareAt('iop');

describe('a session', () => {
  it('is recorded, also late and after discharge', () => {
    given(inIop)
      .when(session(day(2)))
      .thenIncludes(happened('SessionRecorded', { attendance: 'attended' }));
    given(inIop, discharged('dropped-out', day(9)))
      .when({ ...session(day(2)), occurredAt: day(10) })
      .thenIncludes(happened('SessionRecorded', { startedAt: day(2) }));
  });

  it('says what was done, how, on which track, where, and who took part', () => {
    const told = {
      modality: 'dbt',
      track: 'evening',
      setting: 'virtual',
      participants: 'person-and-family',
      groupId: 'skills',
    } as const;
    const { journey } = given(inIop)
      .when({ ...session(day(2)), ...told })
      .thenIncludes(happened('SessionRecorded', told));
    expect(journey.sessions).toMatchObject([told]);
  });

  it.each(sessionTypes)('may be of the kind %s', (sessionType) => {
    given(inIop)
      .when({ ...session(day(2)), sessionType })
      .thenIncludes(happened('SessionRecorded', { sessionType }));
  });

  it.each(attendances)('may have been %s', (attendance) => {
    given(inIop)
      .when(session(day(2), 60, attendance))
      .thenIncludes(happened('SessionRecorded', { attendance }));
  });

  it('is known when told again, and refused when told otherwise', () => {
    given(inIop, session(day(2)))
      .when(session(day(2)))
      .thenNothing();
    given(inIop, session(day(2)))
      .when(session(day(2), 60))
      .thenRejects('SessionConflict');
    given(inIop, session(day(2)))
      .when({ ...session(day(2)), setting: 'virtual' })
      .thenRejects('SessionConflict');
  });

  it('has not happened yet when it lies ahead', () => {
    given(inIop)
      .when({ ...session(day(2)), occurredAt: day(1) })
      .thenRejects('InTheFuture');
    given(inIop, timePasses(day(1)))
      .when({ ...attended(plusHours(day(1), 0.05)), occurredAt: day(1) })
      .thenIncludes(happened('SessionRecorded'));
  });

  it('error 12: in a group is with people of the same age: no adult group for adolescents, and none of theirs for adults', () => {
    const calendar = {
      ...newYork,
      groups: [
        { groupId: 'early', age: 'adult' },
        { groupId: 'youth', age: 'adolescent' },
      ] as const,
    };
    const adolescent = [opened({ ageGroup: 'adolescent', turns18On: '2026-06-10' }), admitted('iop')];
    const inGroup = (groupId: string, onDay: number) => ({ ...session(day(onDay)), groupId });
    givenWith({ calendar }, adolescent).when(inGroup('early', 2)).thenRejects('GroupForOtherAge');
    givenWith({ calendar }, adolescent).when(inGroup('youth', 2)).thenIncludes(happened('SessionRecorded'));
    givenWith({ calendar }, inIop).when(inGroup('youth', 2)).thenRejects('GroupForOtherAge');
    // Of age on 10 June, day 37; a group that the site does not name is nobody's to judge.
    givenWith({ calendar }, adolescent).when(inGroup('early', 38)).thenIncludes(happened('SessionRecorded'));
    givenWith({ calendar }, adolescent).when(inGroup('elsewhere', 2)).thenIncludes(happened('SessionRecorded'));
  });

  it('that was recorded before sessions said more still counts', () => {
    const { journey, events } = given(inIop).when(session(day(2)));
    const recorded = events.find(({ type }) => type === 'SessionRecorded');
    if (recorded?.type !== 'SessionRecorded') throw new Error('not recorded');
    const { sessionId, sessionType, startedAt, minutes, attendance } = recorded.data;
    const old = { ...recorded, data: { sessionId, sessionType, startedAt, minutes, attendance } };
    expect(evolve(given(inIop).when(timePasses(day(2))).journey, old).sessions).toEqual(journey.sessions);
  });
});
