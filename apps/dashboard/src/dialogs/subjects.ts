import { mayBeWithdrawn, type EpisodeView, type EventView } from '@stepway/contracts';
import type { CommandName } from '../api/commands.ts';

/** How a known thing of the journey is said. Words come from outside, so that this stays pure data. */
export interface SubjectWords {
  readonly move: (transition: NonNullable<EpisodeView['transition']>) => string;
  readonly goal: (goal: EpisodeView['goals'][number]) => string;
  readonly task: (task: EpisodeView['tasks'][number]) => string;
  readonly medication: (medication: EpisodeView['medications'][number]) => string;
  readonly since: (what: string, at: string) => string;
  readonly until: (at: string) => string;
  readonly level: (id: string) => string;
  readonly option: (vocabulary: string, code: string) => string;
  /** A fact by its sentence and its moment. */
  readonly fact: (event: EventView) => string;
}

export interface Subject {
  readonly id: string;
  readonly words: string;
}

interface Known {
  readonly journey: EpisodeView;
  readonly events: readonly EventView[];
  readonly words: SubjectWords;
  /** The one that the dialog was opened for. */
  readonly about?: string | undefined;
}
type Subjects = (known: Known) => readonly Subject[];

const moves: Subjects = ({ journey: { transition }, words }) =>
  transition === null ? [] : [{ id: transition.transitionId, words: words.move(transition) }];
const goalsThat =
  (holds: (state: 'open' | 'achieved' | 'withdrawn') => boolean): Subjects =>
  ({ journey, words }) =>
    journey.goals.filter(({ state }) => holds(state)).map((goal) => ({ id: goal.goalId, words: words.goal(goal) }));
const medications: Subjects = ({ journey, words }) =>
  journey.medications.map((one) => ({ id: one.medicationId, words: words.medication(one) }));
const activeMedications: Subjects = ({ journey, words }) =>
  journey.medications
    .filter(({ to }) => to === null)
    .map((one) => ({ id: one.medicationId, words: words.medication(one) }));
const tasks: Subjects = ({ journey, words }) =>
  journey.tasks.map((task) => ({ id: task.taskId, words: words.task(task) }));
const specimens: Subjects = ({ journey, words }) =>
  journey.specimens.map(({ specimenId, collectedAt }) => ({
    id: specimenId,
    words: words.since(specimenId, collectedAt),
  }));

/** The newest that may be taken back, and the one that is asked about, however old it is. */
const withdrawable: Subjects = ({ events, words, about }) => {
  const gone = new Set(events.flatMap(({ type, data }) => (type === 'FactWithdrawn' ? [data['eventId']] : [])));
  return events
    .filter(({ id, type }) => mayBeWithdrawn(type) && !gone.has(id))
    .filter(({ id }, at) => at < 200 || id === about)
    .map((event) => ({ id: event.id, words: words.fact(event) }));
};

/** Fields that name a thing of the journey, and the things they may name. All other ids name something new. */
const known: Readonly<Partial<Record<CommandName, Readonly<Record<string, Subjects>>>>> = {
  ScheduleHandOff: { transitionId: moves },
  CompleteHandOff: { transitionId: moves },
  FailHandOff: { transitionId: moves },
  FailTransition: { transitionId: moves },
  DecideProposal: { transitionId: moves },
  CancelTransition: { transitionId: moves },
  RecordPatientDecision: { transitionId: moves },
  CompleteGoal: { goalId: goalsThat((state) => state === 'open') },
  WithdrawGoal: { goalId: goalsThat((state) => state === 'open') },
  ReopenGoal: { goalId: goalsThat((state) => state !== 'open') },
  EndMedication: { medicationId: activeMedications },
  RecordMissedDoses: { medicationId: medications },
  ArrangeMedicationContinuity: { medicationId: medications },
  ReleaseHold: {
    holdId: ({ journey, words }) =>
      journey.holds
        .filter(({ endedAt }) => endedAt === null)
        .map(({ holdId, until }) => ({ id: holdId, words: words.until(until) })),
  },
  EndLeave: {
    leaveId: ({ journey, words }) =>
      (journey.leaves ?? [])
        .filter(({ endedAt }) => endedAt === null)
        .map(({ leaveId, kind, from }) => ({ id: leaveId, words: words.since(words.option('leave', kind), from) })),
  },
  ResolveCrisis: {
    crisisId: ({ journey, words }) =>
      (journey.crises ?? [])
        .filter(({ resolvedAt }) => resolvedAt === null)
        .map(({ crisisId, kind, raisedAt }) => ({
          id: crisisId,
          words: words.since(words.option('crisis', kind), raisedAt),
        })),
  },
  RevokeConsent: {
    consentId: ({ journey, words }) =>
      (journey.consents ?? [])
        .filter(({ endedAt }) => endedAt === null)
        .map(({ consentId, kind, signedAt }) => ({
          id: consentId,
          words: words.since(words.option('consentKind', kind), signedAt),
        })),
  },
  DeclineSlot: {
    slotId: ({ journey, words }) =>
      journey.slots
        .filter(({ declinedAt }) => declinedAt === null)
        .map(({ slotId, level, startsAt }) => ({ id: slotId, words: words.since(words.level(level), startsAt) })),
  },
  EndPregnancy: {
    pregnancyId: ({ events, words }) =>
      events.flatMap(({ type, data, occurredAt }) =>
        type === 'PregnancyRecorded' && typeof data['pregnancyId'] === 'string'
          ? [{ id: data['pregnancyId'], words: words.until(occurredAt) }]
          : [],
      ),
  },
  ReviewDrugTest: { specimenId: specimens },
  ClaimTask: { taskId: tasks },
  AssignTask: { taskId: tasks },
  SnoozeTask: { taskId: tasks },
  CompleteTask: { taskId: tasks },
  WithdrawFact: { eventId: withdrawable },
};

/** Whether the field names something that the journey has already. */
export const namesKnown = (command: CommandName, field: string): boolean => known[command]?.[field] !== undefined;

/** What a field may name, by the words for it; undefined where it names something new, or is typed. */
export const subjectsOf = (command: CommandName, field: string, facts: Known): readonly Subject[] | undefined =>
  known[command]?.[field]?.(facts);

/** The field that the subject of an address (`about`) stands in. */
export const subjectField = (command: CommandName): string | undefined => Object.keys(known[command] ?? {})[0];

/** Ids that a person types: they stand on a label, or are how somebody signs in. All others are made. */
const typed: readonly string[] = [
  'laboratory',
  'recipientId',
  'intermediaryId',
  'staffId',
  'patientId',
  'previousEpisodeId',
];
export const isTyped = (command: CommandName, field: string): boolean =>
  typed.includes(field) || (command === 'RecordDrugTestResult' && field === 'specimenId');
