import {
  advance,
  decide,
  dimensions,
  due,
  evolve,
  laterOf,
  notOpened,
  plusDays,
  type CareEvent,
  type Command,
  type CommandFields,
  type CommandOf,
  type Context,
  type Instant,
  type Journey,
  type NewEvent,
  type OpenedJourney,
  type Priority,
} from '@stepway/pathway';
import { contextFor } from './rules.ts';

const firstDay: Instant = '2026-05-04T12:00:00.000Z';

/** Noon UTC, so many days after admission. */
export const day = (days: number): Instant => plusDays(firstDay, days);

/** A journey lived through in a spec: decided and run as the programs do, in memory. */
export class Lived {
  readonly events: CareEvent[] = [];
  #journey: Journey;
  #now: Instant = '';
  #commands = 0;

  constructor(readonly episodeId: string) {
    this.#journey = notOpened(episodeId);
  }

  get journey(): OpenedJourney {
    if (this.#journey.status === 'not-opened') throw new Error('The journey was not opened');
    return this.#journey;
  }

  /** What falls due before it is run first; what follows from it at once, after. */
  says(command: Command): this {
    this.until(command.occurredAt);
    const decision = decide(this.#journey, command, this.#context());
    if (!decision.accepted) throw new Error(`${command.type} was rejected: ${decision.rejection.type}`);
    this.#record(decision.events, command.actor);
    return this.until(this.#now);
  }

  until(moment: Instant): this {
    const end = laterOf(this.#now, moment);
    for (;;) {
      const next = this.#journey.status === 'not-opened' ? undefined : due(this.#journey, this.#context());
      if (next === undefined || next.at > end) break;
      this.#now = laterOf(this.#now, next.at);
      this.#record(advance(this.#journey, this.#context()), { id: 'rules', kind: 'rule', role: 'system' });
    }
    this.#now = end;
    return this;
  }

  #context(): Context {
    const ids = { eventId: (index: number) => `${this.episodeId}.e${this.#journey.version + 1 + index}` };
    // Before it is opened only the command names the programme; here all journeys run under the same one.
    return { ...contextFor({ ...nobody, episodeId: this.episodeId }, this.#now), ...ids };
  }

  #record(events: readonly NewEvent[], actor: CareEvent['actor']): void {
    this.#commands += 1;
    const context = this.#context();
    for (const [index, event] of events.entries()) {
      const recorded: CareEvent = {
        ...event,
        id: context.eventId(index),
        episodeId: this.episodeId,
        version: this.#journey.version + 1,
        recordedAt: this.#now,
        actor,
        commandId: `${this.episodeId}.c${this.#commands}`,
      };
      this.#journey = evolve(this.#journey, recorded);
      this.events.push(recorded);
    }
  }
}

const nobody: OpenedJourney = evolve(notOpened(''), {
  type: 'EpisodeOpened',
  id: 'nobody',
  episodeId: '',
  version: 1,
  occurredAt: firstDay,
  recordedAt: firstDay,
  actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
  commandId: 'nobody',
  data: {
    patientId: '',
    programme: { id: 'standard-four', version: 2 },
    siteId: 'main',
    entryLevel: 'iop',
    ageGroup: 'adult',
  },
});

export const said = (occurredAt: Instant) =>
  ({
    occurredAt,
    commandId: `c-${occurredAt}`,
    actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
  }) as const;

type Unsaid = {
  [Type in Command['type']]: Omit<CommandOf<Type>, 'occurredAt' | 'commandId' | 'actor'>;
}[Command['type']];

/** Any command, said on that day. */
export const says = (lived: Lived, days: number, command: Unsaid): Lived =>
  lived.says({ ...said(day(days)), ...command });

/** Asked for a place two weeks before `day(0)`. */
export const referred = (episodeId: string, siteId = 'main', priority?: Priority): Lived =>
  new Lived(episodeId).says({
    type: 'OpenEpisode',
    ...said(day(-14)),
    patientId: `patient-of-${episodeId}`,
    programme: { id: 'standard-four', version: 2 },
    siteId,
    entryLevel: 'iop',
    ageGroup: 'adult',
    ...(priority && { priority }),
  });

const codeOf = { detox: '3.7', residential: '3.5', iop: '2.1', aftercare: '1.0' } as const;

/** Assessed on the day before, so that nothing is asked for yet. */
export const admitted = (episodeId: string, level: keyof typeof codeOf = 'iop'): Lived =>
  referred(episodeId)
    .says({
      type: 'RecordAssessment',
      ...said(day(-1)),
      assessmentId: 'a1',
      assessedAt: day(-1),
      edition: 4,
      dimensions: dimensions.map((dimension) => ({
        dimension,
        ...(dimension < 6 && { minimumLevel: dimension === 4 ? codeOf[level] : 'ANY' }),
        evidence: { sealed: 'k.n.c' },
      })),
    })
    .says({ type: 'Admit', ...said(day(0)), level, attendedAt: day(0) });

export const withPlan = (lived: Lived, until?: Instant): Lived =>
  lived.says({
    type: 'SetScreeningPlan',
    ...said(day(0)),
    from: day(0),
    ...(until === undefined ? {} : { until }),
    drugClasses: ['opioids', 'cocaine'],
    negativeBy: 'specimen',
  });

type Outcome = CommandFields['RecordDrugTestResult']['results'][number]['outcome'];

/** A definitive result for cocaine and opioids, collected on that day, and told then or later. */
export const tested = (lived: Lived, days: number, cocaine: Outcome, specimenId = `S-${days}`, toldOn = days): Lived =>
  lived.says({
    type: 'RecordDrugTestResult',
    ...said(day(toldOn)),
    specimenId,
    matrix: 'urine',
    collectedAt: day(days),
    reportedAt: day(toldOn),
    status: 'final',
    validity: { finding: 'valid' },
    results: [
      { drugClass: 'cocaine', outcome: cocaine, stage: 'definitive' },
      { drugClass: 'opioids', outcome: 'negative', stage: 'definitive' },
    ],
    acknowledgedUse: false,
  });

export const held = (lived: Lived, from: number, until: number): Lived =>
  lived.says({
    type: 'PlaceHold',
    ...said(day(from)),
    reason: { sealed: 'k.n.c' },
    holdId: `hold-${from}`,
    until: day(until),
  });

export const discharged = (lived: Lived, days: number): Lived =>
  lived.says({
    type: 'DischargeEpisode',
    ...said(day(days)),
    at: day(days),
    reasonCode: 'transferred',
    againstAdvice: false,
  });

export const away = (lived: Lived, days: number, expectedBack: number): Lived =>
  lived.says({
    type: 'StartLeave',
    ...said(day(days)),
    leaveId: `leave-${days}`,
    kind: 'pass',
    at: day(days),
    expectedReturnAt: day(expectedBack),
  });

export const back = (lived: Lived, days: number, leaveId: string): Lived =>
  lived.says({ type: 'EndLeave', ...said(day(days)), leaveId, at: day(days) });

export const inCrisis = (lived: Lived, days: number): Lived =>
  lived.says({ type: 'RaiseCrisis', ...said(day(days)), crisisId: `crisis-${days}`, kind: 'suicidality', actions: [] });

/** The open move finds no place at the next level. */
export const withoutPlace = (lived: Lived, days: number): Lived =>
  lived.says({ type: 'FailHandOff', ...said(day(days)), transitionId: openMove(lived), reasonCode: 'no-slot' });

export const offeredPlace = (lived: Lived, days: number, level: string): Lived =>
  lived.says({ type: 'OfferSlot', ...said(day(days)), slotId: `slot-${days}`, level, startsAt: day(days + 2) });

/** The person did not come to the appointment of that day. */
export const didNotAttend = (lived: Lived, days: number): Lived =>
  lived.says({ type: 'FailHandOff', ...said(day(days)), transitionId: openMove(lived), reasonCode: 'did-not-attend' });

function openMove({ journey }: Lived): string {
  if (journey.status !== 'active' || journey.transition === undefined) throw new Error('No move is open');
  return journey.transition.transitionId;
}
