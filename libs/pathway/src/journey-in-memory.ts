import { advance, due } from './advance.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import type { Context, Due } from './decision.ts';
import type { CareEvent, NewEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { asRecorded } from './fold-ahead.ts';
import { notOpened, type Journey, type OpenedJourney } from './journey.ts';
import type { Rejection } from './rejections.ts';
import { laterOf, type Instant } from './time.ts';

const rules = { id: 'rules', kind: 'rule', role: 'system' } as const;
/** As a workflow: a run that does not come to rest is an error of the rules. */
const mostRounds = 50;

export class NeverAtRest extends Error {
  readonly code = 'NEVER_AT_REST';
  constructor({ cause, subject, at }: Due) {
    super(`${cause} of ${subject}, due at ${at}, does not come to rest`);
  }
}

/** By what a journey is judged; where other versions are published, by the one to which it is moved. */
type Placed = Pick<Context, 'programme' | 'calendar' | 'published'>;

/** One journey, decided, folded and run by the rules themselves, with nothing stored. */
export class JourneyInMemory {
  journey: Journey;
  private now: Instant = '';
  private readonly told: (events: readonly CareEvent[]) => void;
  private readonly placed: Placed;

  /** @param told of the events of each append, in their order */
  constructor(episodeId: string, placed: Placed, told: (events: readonly CareEvent[]) => void) {
    this.journey = notOpened(episodeId);
    this.placed = placed;
    this.told = told;
  }

  /** Goes on with a journey as it stands, by these rules from now on. */
  static continuing(
    journey: OpenedJourney,
    placed: Placed,
    told: (events: readonly CareEvent[]) => void,
  ): JourneyInMemory {
    const one = new JourneyInMemory(journey.episodeId, placed, told);
    one.journey = journey;
    one.now = journey.recordedAt;
    return one;
  }

  due(): Due | undefined {
    return due(this.journey, this.context());
  }

  /**
   * What was decided is recorded, and what follows by rule at once; a wish that is not granted is given back.
   * @param at when it becomes known: later than it happened, where a fact comes late
   */
  decide(command: Command, at: Instant = command.occurredAt): Rejection | undefined {
    this.now = laterOf(this.now, at);
    const decision = decide(this.journey, command, this.context());
    if (!decision.accepted) return decision.rejection;
    this.record(decision.events, command);
    this.rest(this.now);
    return undefined;
  }

  /** Runs what is due by then, each at its own moment. @throws NeverAtRest */
  rest(until: Instant): void {
    let rounds = 0;
    for (let next = this.due(); next !== undefined && next.at <= until; next = this.due()) {
      rounds = next.at > this.now ? 0 : rounds + 1;
      this.now = laterOf(this.now, next.at);
      const events = advance(this.journey, this.context());
      if (events.length === 0 || rounds > mostRounds) throw new NeverAtRest(next);
      this.record(events, { actor: rules, commandId: `run-${this.journey.version}` });
    }
    this.now = laterOf(this.now, until);
  }

  /** By what it is judged now. */
  context(): Context {
    const { journey } = this;
    const { episodeId, version } = journey;
    const own = journey.status === 'not-opened' ? undefined : this.placed.published?.(journey.programme);
    const eventId = (index: number): string => `${episodeId}.${version + 1 + index}`;
    return { ...this.placed, ...(own && { programme: own }), now: this.now, eventId };
  }

  private record(events: readonly NewEvent[], recorder: Pick<Command, 'actor' | 'commandId'>): void {
    if (events.length === 0) return;
    const context = this.context();
    const recorded = events.map((event, index) => {
      const one = asRecorded(this.journey, event, index, recorder, context);
      this.journey = evolve(this.journey, one);
      return one;
    });
    this.told(recorded);
  }
}
