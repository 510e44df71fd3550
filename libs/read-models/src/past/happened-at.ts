import { earlierOf, type CareEvent, type CareEventOf, type EventType, type Instant } from '@stepway/pathway';

type Data<Type extends EventType> = CareEventOf<Type>['data'];

/** The field in which a fact says itself when it was so; where none is named, `occurredAt` says it. */
const ownMoments: { readonly [Type in EventType]?: keyof Data<Type> } = {
  AssessmentRecorded: 'assessedAt',
  ConsentRevoked: 'at',
  DrugTestDisposed: 'collectedAt',
  DrugTestNotCollected: 'dueAt',
  DrugTestResultRecorded: 'collectedAt',
  ExternalEncounterRecorded: 'from',
  InstrumentScored: 'at',
  InterimServiceRecorded: 'at',
  LivingSituationRecorded: 'at',
  MedicationEnded: 'at',
  MedicationRecorded: 'from',
  MissedDosesRecorded: 'from',
  NaloxoneProvided: 'at',
  OutreachRecorded: 'at',
  PatientDecisionRecorded: 'at',
  PregnancyEnded: 'at',
  PregnancyRecorded: 'from',
  SessionRecorded: 'startedAt',
  TherapistMeetingRecorded: 'heldAt',
  UseAcknowledged: 'lastUseAt',
  UseEstablished: 'at',
};

/** What tells when a thing was: its specimen was taken, the person was assessed, or arrived by the move. */
const tells: { readonly [Type in EventType]?: keyof Data<Type> } = {
  AssessmentRecorded: 'assessmentId',
  DrugTestResultRecorded: 'specimenId',
  TransitionCompleted: 'transitionId',
  UseEstablished: 'useId',
};

/** What was so when the thing that it is about was, however late it was said. */
const follows: { readonly [Type in EventType]?: keyof Data<Type> } = {
  DrugTestReviewed: 'specimenId',
  FactWithdrawn: 'eventId',
  LevelRecommended: 'assessmentId',
  TransitionApproved: 'transitionId',
  TransitionProposed: 'transitionId',
  TransitionStarted: 'transitionId',
  UseWithdrawn: 'useId',
};

const valueOf = (
  { type, data }: CareEvent,
  fields: { readonly [Type in EventType]?: PropertyKey },
): string | undefined => {
  const field = fields[type];
  const value: unknown =
    field === undefined ? undefined : new Map<PropertyKey, unknown>(Object.entries(data)).get(field);
  return typeof value === 'string' ? value : undefined;
};

const thing = (event: CareEvent, fields: { readonly [Type in EventType]?: PropertyKey }): string | undefined => {
  const id = valueOf(event, fields);
  return id === undefined ? undefined : `${String(fields[event.type])} ${id}`;
};

/** As far as the event alone knows it: never after it was said to have occurred. */
const saidToBe = (event: CareEvent): Instant =>
  earlierOf(valueOf(event, ownMoments) ?? event.occurredAt, event.occurredAt);

/**
 * When what each event tells was so in the world, by all that is known now. What a test means, what a clinician says of
 * it and what an assessment recommends was so when the specimen was taken and the person assessed; a fact that was
 * withdrawn never was, so that it is taken back at its own moment; nobody arrives by a move that had not begun, nor
 * before the journey was opened. What rules and people did (moves, tasks, holds) happened when it happened, whatever
 * they knew.
 */
export function happenedAt(events: readonly CareEvent[]): (event: CareEvent) => Instant {
  const said = new Map(events.map((event) => [event.id, saidToBe(event)]));
  const things = new Map<string, Instant>();
  for (const event of events) {
    const [at, one] = [said.get(event.id) ?? event.occurredAt, thing(event, tells)];
    things.set(`eventId ${event.id}`, at);
    if (one !== undefined) things.set(one, at);
  }
  const arrivals = events.filter(({ type }) => type === 'Admitted').map(({ occurredAt }) => occurredAt);
  const opened = arrivals.reduce<Instant | undefined>((first, at) => earlierOf(first ?? at, at), undefined);
  return (event) => {
    const at = said.get(event.id) ?? saidToBe(event);
    const about = event.type === 'EpisodeOpened' ? opened : things.get(thing(event, follows) ?? '');
    return earlierOf(at, about ?? at);
  };
}
