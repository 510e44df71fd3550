import { eventId, openRecorder, type EventLog, type Recorder } from '@stepway/event-log';
import type { JourneyActivities } from '@stepway/episode-of-care';
import {
  advance,
  decide,
  due,
  evolve,
  laterOf,
  notOpened,
  toMs,
  type Actor,
  type CareEvent,
  type Command,
  type Context,
  type Instant,
  type Journey,
  type NewEvent,
} from '@stepway/pathway';
import { createJourneyActivities } from '../journeys/journey-activities.ts';
import { silentLogger } from './silent-logger.ts';

/** What was done to a journey, at which moment of the clock: a command was recorded, or its workflow ran it. */
type Done = { readonly now: Instant; readonly command?: Command };

type Rules = Pick<Context, 'programme' | 'calendar'>;

/** A journey in the real log, run by its real workflow; it remembers what was done to it, in order. */
export class LivedJourney {
  readonly episodeId: string;
  readonly done: Done[] = [];
  readonly #rules: Rules;
  readonly #recorder: Recorder;
  readonly #activities: JourneyActivities;

  constructor(episodeId: string, log: EventLog, rules: Rules) {
    this.episodeId = episodeId;
    this.#rules = rules;
    const contextFor = (_: unknown, now: Instant, id = noId): Context => ({ ...rules, now, eventId: id });
    this.#recorder = openRecorder({ log, contextFor });
    this.#activities = createJourneyActivities({ run: (request) => this.#ran(request) }, silentLogger);
  }

  readonly advance: JourneyActivities['advance'] = (request) => this.#activities.advance(request);

  async #ran(request: { readonly episodeId: string; readonly now: Instant }): ReturnType<Recorder['run']> {
    const result = await this.#recorder.run(request);
    this.done.push({ now: request.now });
    return result;
  }

  async record(command: Command, now: Instant): Promise<void> {
    const commandHash = Buffer.from(command.commandId);
    await this.#recorder.record({ episodeId: this.episodeId, command, commandHash, now });
    this.done.push({ now, command });
  }

  journey(): Promise<Journey> {
    return this.#recorder.journey(this.episodeId);
  }

  /** The next moment at which its workflow has something to do. */
  async due(): Promise<Instant | undefined> {
    const journey = await this.journey();
    return due(journey, { ...this.#rules, now: '', eventId: noId })?.at;
  }

  /** What the pure functions alone make of the same commands, and of runs at the same moments. */
  byTheRules(): readonly CareEvent[] {
    const told = new Told(this.episodeId, this.#rules);
    for (const { now, command } of this.done) told.tell(now, command);
    return told.events;
  }

  /** How long each thing that followed by rule was made after it was due, or after it became known that it is, in ms. */
  lateness(): readonly number[] {
    const told = new Told(this.episodeId, this.#rules);
    return this.done.flatMap(({ now, command }, index) => {
      const dueAt = told.due();
      told.tell(now, command);
      if (dueAt === undefined || dueAt > now) return [];
      return [toMs(now) - toMs(laterOf(dueAt, this.done[index - 1]?.now ?? dueAt))];
    });
  }
}

const noId = (index: number): string => `none-${index}`;
const rules: Actor = { id: 'stepway', kind: 'rule', role: 'system' };

/** A log in memory, by `decide`, `advance` and `evolve` and nothing else. */
class Told {
  readonly events: CareEvent[] = [];
  #journey: Journey;
  readonly #context: Rules;

  constructor(episodeId: string, context: Rules) {
    this.#journey = notOpened(episodeId);
    this.#context = context;
  }

  due(): Instant | undefined {
    return due(this.#journey, { ...this.#context, now: '', eventId: noId })?.at;
  }

  tell(now: Instant, command?: Command): void {
    if (command) {
      const decision = decide(this.#journey, command, this.#at(now, command.commandId, 0));
      if (decision.accepted) this.#add(decision.events, command, now, 0);
      return;
    }
    const run = { commandId: `run:${this.#journey.version}`, actor: rules };
    for (let made = 0; ;) {
      const follows = advance(this.#journey, this.#at(now, run.commandId, made));
      if (follows.length === 0) return;
      this.#add(follows, run, now, made);
      made += follows.length;
    }
  }

  #present(now: Instant): Instant {
    return this.#journey.status === 'not-opened' ? now : laterOf(now, this.#journey.recordedAt);
  }

  #at(now: Instant, commandId: string, before: number): Context {
    const { episodeId } = this.#journey;
    return {
      ...this.#context,
      now: this.#present(now),
      eventId: (index) => eventId(episodeId, commandId, before + index),
    };
  }

  #add(events: readonly NewEvent[], by: Pick<Command, 'commandId' | 'actor'>, now: Instant, before: number): void {
    const recordedAt = this.#present(now);
    const { episodeId } = this.#journey;
    for (const [index, event] of events.entries()) {
      const id = eventId(episodeId, by.commandId, before + index);
      const version = this.#journey.version + 1;
      const { commandId, actor } = by;
      const told: CareEvent = { ...event, id, episodeId, version, recordedAt, actor, commandId };
      this.events.push(told);
      this.#journey = evolve(this.#journey, told);
    }
  }
}
