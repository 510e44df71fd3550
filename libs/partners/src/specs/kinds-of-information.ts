import { readFileSync } from 'node:fs';
import { careEventType } from '@stepway/contracts/names';
import type { ConsentInformation, EventData, EventType } from '@stepway/pathway';

type Kind = ConsentInformation;

/** Of one type of event: what it is, and what each field that may go out needs. */
export interface Expected {
  readonly type: EventType;
  readonly is: Kind;
  readonly fields: Readonly<Record<string, Kind>>;
}

/** @param others kinds that some of the fields need beside what the event is */
const row = (type: EventType, is: Kind, own: string, others: Partial<Record<Kind, string>> = {}): Expected => {
  const fields = Object.entries({ ...others, [is]: own }).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as Kind] as const),
  );
  return { type, is, fields: Object.fromEntries(fields) };
};

const level = 'level-of-care';
const handOffs = 'appointments-and-hand-offs';
const whole = 'whole-record';
const tests = 'drug-test-results';
const safety = 'crisis-and-safety';

/**
 * Every event that may go out, written out a second time, by 42 CFR 2.13 and 2.31 and the reference: who changes the
 * table of the code has to mean it. What is not here never goes out.
 */
export const kindsOfInformation: readonly Expected[] = [
  row('EpisodeOpened', level, 'siteId entryLevel requestedAt'),
  row('Admitted', level, 'level attendedAt'),
  row('ReferralClosed', 'discharge', 'at reasonCode'),
  row('EpisodeDischarged', 'discharge', 'at reasonCode againstAdvice'),
  row('EpisodeReopened', level, 'level attendedAt from transitionId'),
  row('EpisodeWaitlisted', level, 'level requestedAt'),
  // Moves: that, from where and to where; when somebody is expected is an appointment; why is the record.
  row('TransitionProposed', level, 'transitionId kind from to deadlineAt'),
  row('TransitionApproved', level, 'transitionId'),
  row('TransitionDeclined', level, 'transitionId'),
  row('TransitionLapsed', level, 'transitionId'),
  row('TransitionStarted', level, 'transitionId kind from to', {
    [handOffs]: 'handOffDueAt targetAt',
    [whole]: 'reasonCode',
  }),
  row('TransitionSuspended', level, 'transitionId', { [whole]: 'cause' }),
  row('TransitionResumed', level, 'transitionId'),
  row('TransitionCompleted', level, 'transitionId kind from to attendedAt'),
  row('TransitionFailed', level, 'transitionId kind from to', { [handOffs]: 'times reasonCode' }),
  row('TransitionCancelled', level, 'transitionId', { [whole]: 'cause' }),
  row('TransitionWaitlisted', level, 'transitionId level'),
  row('HandOffScheduled', handOffs, 'transitionId appointmentAt'),
  row('HandOffMissed', handOffs, 'transitionId times reasonCode'),
  row('TransitionPlaceFound', handOffs, 'transitionId slotId handOffDueAt'),
  row('SlotOffered', handOffs, 'slotId startsAt keptUntil', { [level]: 'level' }),
  row('SlotDeclined', handOffs, 'slotId', { [level]: 'level' }),
  row('DrugTestResultRecorded', tests, 'specimenId collectedAt reportedAt status results matrix'),
  row('DrugTestNotCollected', tests, 'dueAt outcome'),
  row('DrugTestDisposed', tests, 'specimenId collectedAt drugClass disposition useId'),
  row('DrugTestReviewed', tests, 'specimenId drugClass finding'),
  row('UseEstablished', tests, 'useId drugClasses at'),
  row('UseWithdrawn', tests, 'useId'),
  row('ConfirmationRequested', tests, 'specimenId drugClasses'),
  row('MedicationRecorded', 'medications', 'medicationId medication kind scheduled from to'),
  row('MedicationEnded', 'medications', 'medicationId at'),
  row('MissedDosesRecorded', 'medications', 'medicationId from to doses'),
  row('MedicationContinuityArranged', 'medications', 'medicationId nextDoseAt'),
  row('AftercarePlanSet', 'goals-and-plan', 'parts'),
  row('GoalsSet', 'goals-and-plan', 'goals', { [level]: 'level' }),
  row('GoalCompleted', 'goals-and-plan', 'goalId'),
  row('GoalReopened', 'goals-and-plan', 'goalId'),
  row('GoalWithdrawn', 'goals-and-plan', 'goalId'),
  row('AssessmentRecorded', 'assessments', 'assessmentId assessedAt edition dimensions', { [level]: 'actualLevel' }),
  row('LevelRecommended', 'assessments', 'assessmentId asam level'),
  row('InstrumentScored', 'assessments', 'instrumentId instrument at score severity'),
  row('SessionRecorded', 'attendance', 'sessionId startedAt minutes attendance', { [whole]: 'sessionType' }),
  row(
    'AttendanceWeekClosed',
    'attendance',
    'weekOf attendedMinutes scheduledMinutes expectedDays minimumMinutes replaces',
    {
      [level]: 'level',
    },
  ),
  row('ContactLost', 'attendance', 'since days'),
  // A hospital or a jail is more than that somebody is away.
  row('LeaveStarted', 'attendance', 'leaveId at expectedReturnAt', { [whole]: 'kind' }),
  row('LeaveEnded', 'attendance', 'leaveId at'),
  row('CrisisRaised', safety, 'crisisId kind actions'),
  row('CrisisResolved', safety, 'crisisId actions'),
  row('NaloxoneProvided', safety, 'at kits'),
  row('LivingSituationRecorded', whole, 'at situation'),
  // As the fact that is taken back: below, of a session.
  row('FactWithdrawn', 'attendance', 'eventId'),
];

/** What must not be found in anything that goes out: ids of ours, people's words, what a laboratory adds. */
const hidden =
  /^(?!site)\w+Id$|^(sealed|analyte|analytes|method|unit|laboratory|explanation|rule|saw|actions?By|grounds|track)$/;

const planted = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string') return hidden.test(name) ? `canary-${value}` : value;
  if (Array.isArray(value)) return value.map((item) => planted(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, planted(inner, key)]));
};

/** The fullest data of a type: everything that a golden example of it has, with the canary in what is hidden. */
export function fullest<T extends EventType>(type: T): EventData[T] {
  const file = new URL(`../../../contracts/golden/${careEventType(type)}.json`, import.meta.url);
  const examples: readonly object[] = JSON.parse(readFileSync(file, 'utf8'));
  const data = { ...Object.assign({}, ...examples), ...(type === 'FactWithdrawn' && { fact: 'SessionRecorded' }) };
  return planted(data) as EventData[T]; // the golden examples are checked by the contract of their type
}
