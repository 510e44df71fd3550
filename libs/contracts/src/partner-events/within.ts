import { reference, type SomePartnerRules } from './form.ts';

/** What only the people of this house need: tasks, holds, the team, follow-up, other houses' stays, consents themselves. */
export const withinRules = {
  PregnancyRecorded: 'never',
  PregnancyEnded: 'never',
  ExternalEncounterRecorded: 'never',
  FollowUpRecorded: 'never',
  FollowUpMissed: 'never',
  HoldPlaced: 'never',
  HoldReleased: 'never',
  TaskOpened: 'never',
  TaskCompleted: 'never',
  TaskEscalated: 'never',
  TaskCancelled: 'never',
  TaskClaimed: 'never',
  TaskAssigned: 'never',
  TaskSnoozed: 'never',
  CareTeamAssigned: 'never',
  MovedToProgrammeVersion: 'never',
  // A consent shows in what it allows; its end has a message of its own.
  ConsentGiven: 'never',
  ConsentRevoked: 'never',
  ConsentExpired: 'never',
  // Told to who may know the fact that is taken back; `eventId` is the id under which they had it.
  FactWithdrawn: {
    information: 'as-the-fact',
    fields: { eventId: reference('attendance'), fact: 'never', reasonCode: 'never' },
  },
} satisfies SomePartnerRules;
