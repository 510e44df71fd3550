import { reference, type SomePartnerRules } from './form.ts';

const slotId = reference('appointments-and-hand-offs');
const leaveId = reference('attendance');
const crisisId = reference('crisis-and-safety');

/** That somebody comes, is away, waits, or is in a crisis; not what was said there, nor who spoke with them. */
export const attendanceRules = {
  SessionRecorded: {
    information: 'attendance',
    fields: {
      sessionId: reference('attendance'),
      // A visit for medication is more than that somebody came.
      sessionType: 'whole-record',
      startedAt: 'attendance',
      minutes: 'attendance',
      attendance: 'attendance',
      modality: 'never',
      track: 'never',
      setting: 'never',
      participants: 'never',
      groupId: 'never',
    },
  },
  AttendanceWeekClosed: {
    information: 'attendance',
    fields: {
      weekOf: 'attendance',
      level: 'level-of-care',
      attendedMinutes: 'attendance',
      scheduledMinutes: 'attendance',
      expectedDays: 'attendance',
      minimumMinutes: 'attendance',
      replaces: reference('attendance'),
    },
  },
  ContactLost: { information: 'attendance', fields: { since: 'attendance', days: 'attendance' } },
  OutreachRecorded: 'never',
  LeaveStarted: {
    information: 'attendance',
    // A hospital or a jail is more than that somebody is away.
    fields: { leaveId, kind: 'whole-record', at: 'attendance', expectedReturnAt: 'attendance' },
  },
  LeaveEnded: { information: 'attendance', fields: { leaveId, at: 'attendance', cause: 'never' } },
  EpisodeWaitlisted: {
    information: 'level-of-care',
    fields: { level: 'level-of-care', priority: 'never', requestedAt: 'level-of-care' },
  },
  InterimServiceRecorded: 'never',
  TransitionWaitlisted: {
    information: 'level-of-care',
    fields: { transitionId: reference('level-of-care'), level: 'level-of-care' },
  },
  TransitionPlaceFound: {
    information: 'appointments-and-hand-offs',
    fields: {
      transitionId: reference('appointments-and-hand-offs'),
      slotId,
      handOffDueAt: 'appointments-and-hand-offs',
      targetAt: 'never',
    },
  },
  SlotOffered: {
    information: 'appointments-and-hand-offs',
    fields: {
      slotId,
      level: 'level-of-care',
      startsAt: 'appointments-and-hand-offs',
      keptUntil: 'appointments-and-hand-offs',
    },
  },
  SlotDeclined: { information: 'appointments-and-hand-offs', fields: { slotId, level: 'level-of-care' } },
  CrisisRaised: {
    information: 'crisis-and-safety',
    fields: { crisisId, kind: 'crisis-and-safety', actions: 'crisis-and-safety', encounterId: 'never' },
  },
  CrisisResolved: { information: 'crisis-and-safety', fields: { crisisId, actions: 'crisis-and-safety' } },
  NaloxoneProvided: {
    information: 'crisis-and-safety',
    fields: { at: 'crisis-and-safety', kits: 'crisis-and-safety' },
  },
  LivingSituationRecorded: {
    information: 'whole-record',
    fields: { at: 'whole-record', situation: 'whole-record', safe: 'never' },
  },
} satisfies SomePartnerRules;
