import type { EventType } from './words.ts';

export const kinds = ['moves', 'tests', 'care', 'goals', 'tasks'] as const;
export type Kind = (typeof kinds)[number];

export const kindWords: Readonly<Record<Kind, string>> = {
  moves: 'Moves',
  tests: 'Tests',
  care: 'Sessions and medication',
  goals: 'Goals',
  tasks: 'Tasks',
};

const kindByType: Readonly<Record<EventType, Kind>> = {
  EpisodeOpened: 'moves',
  Admitted: 'moves',
  MedicationRecorded: 'care',
  MedicationEnded: 'care',
  MedicationContinuityArranged: 'care',
  ScreeningPlanSet: 'tests',
  SessionRecorded: 'care',
  DrugTestResultRecorded: 'tests',
  DrugTestNotCollected: 'tests',
  DrugTestDisposed: 'tests',
  DrugTestReviewed: 'tests',
  UseEstablished: 'tests',
  UseWithdrawn: 'tests',
  ConfirmationRequested: 'tests',
  TransitionConsidered: 'moves',
  TransitionProposed: 'moves',
  TransitionApproved: 'moves',
  TransitionDeclined: 'moves',
  TransitionLapsed: 'moves',
  TransitionEscalated: 'moves',
  TransitionStarted: 'moves',
  TransitionSuspended: 'moves',
  TransitionResumed: 'moves',
  TransitionRegrounded: 'moves',
  HandOffScheduled: 'moves',
  HandOffMissed: 'moves',
  TransitionCompleted: 'moves',
  TransitionCancelled: 'moves',
  GoalsSet: 'goals',
  GoalCompleted: 'goals',
  HoldPlaced: 'moves',
  HoldReleased: 'moves',
  TaskOpened: 'tasks',
  TaskCompleted: 'tasks',
  TaskEscalated: 'tasks',
  TaskCancelled: 'tasks',
  EpisodeDischarged: 'moves',
};

/** The kind of a fact; one of a newer server belongs to none and is shown among all. */
export const kindOf = (type: string): Kind | undefined => (isKnown(type) ? kindByType[type] : undefined);

const isKnown = (type: string): type is EventType => Object.hasOwn(kindByType, type);
