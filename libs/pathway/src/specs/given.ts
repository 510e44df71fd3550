import { advance, due } from '../advance.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { Command } from '../commands.ts';
import { decide } from '../decide.ts';
import type { Context } from '../decision.ts';
import type { ProgrammeVersion } from '../episodes/commands.ts';
import type { CareEvent, EventType, NewEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { asRecorded } from '../fold-ahead.ts';
import { notOpened, type Journey, type OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection, RejectionType } from '../rejections.ts';
import { laterOf, type Instant } from '../time.ts';
import { newYork, standardFour, withoutTestPlan } from './standard-four.ts';

const quietFour = withoutTestPlan(standardFour);

/** Time passes, and what falls due is run, each at its own moment. */
interface TimePasses {
  readonly type: 'TimePasses';
  readonly until: Instant;
}
export const timePasses = (until: Instant): TimePasses => ({ type: 'TimePasses', until });

/**
 * A command, or time passing. A command is recorded when it happened, or at the clock's time
 * where a later step came before it: that is how a fact comes late.
 */
export type Step = Command | TimePasses;

/** What an event must show; further fields do not matter. */
export interface Expected {
  readonly type: EventType;
  readonly data?: object;
}

interface Rules {
  readonly programme?: Programme;
  readonly calendar?: SiteCalendar;
  /** Other published versions; a journey that is moved to one is judged by it. */
  readonly versions?: readonly Programme[];
}

/** A journey lived through in a spec: decided, folded and run exactly as the programs do, in memory. */
export class Lived {
  journey: Journey = notOpened('episode-1');
  readonly events: CareEvent[] = [];
  rejection: Rejection | undefined;
  private now: Instant = '';
  private commands = 0;

  private readonly rules: Required<Rules>;

  constructor(rules: Rules = {}) {
    const { programme = quietFour, calendar = newYork, versions = [] } = rules;
    this.rules = { programme, calendar, versions };
  }

  step(step: Step): void {
    const until = step.type === 'TimePasses' ? step.until : laterOf(this.now, step.occurredAt);
    this.runUntil(until);
    if (step.type === 'TimePasses') return;
    const decision = decide(this.journey, step, this.context());
    this.rejection = decision.accepted ? undefined : decision.rejection;
    if (decision.accepted) this.record(decision.events, step);
    this.runUntil(this.now);
  }

  opened(): OpenedJourney {
    if (this.journey.status === 'not-opened') throw new Error('the journey was not opened');
    return this.journey;
  }

  context(): Context {
    const { journey } = this;
    const { version } = journey;
    const { versions, programme, calendar } = this.rules;
    const published = (wanted: ProgrammeVersion) =>
      [programme, ...versions].find((one) => one.id === wanted.id && one.version === wanted.version);
    const own = journey.status === 'not-opened' ? undefined : published(journey.programme);
    const eventId = (index: number): string => `event-${version + 1 + index}`;
    return { programme: own ?? programme, calendar, published, now: this.now, eventId };
  }

  private runUntil(until: Instant): void {
    for (let round = 0; round < 500; round += 1) {
      const next = due(this.journey, this.context());
      if (next === undefined || next.at > until) {
        this.now = laterOf(this.now, until);
        return;
      }
      this.now = laterOf(this.now, next.at);
      const events = advance(this.journey, this.context());
      // Owed, but nothing to do: then it would be owed for ever.
      if (events.length === 0)
        throw new Error(`${next.cause} of ${next.subject} is due at ${next.at} and gives nothing`);
      const actor = { id: 'rules', kind: 'rule', role: 'system' } as const;
      this.record(events, { actor, commandId: `run-${this.journey.version}` });
    }
    throw new Error('the journey does not come to rest');
  }

  private record(events: readonly NewEvent[], recorder: Pick<Command, 'actor' | 'commandId'>): void {
    const context = this.context();
    this.commands += 1;
    events.forEach((event, index) => {
      const recorded = asRecorded(this.journey, event, index, recorder, context);
      this.journey = evolve(this.journey, recorded);
      this.events.push(recorded);
    });
  }
}

interface Then {
  readonly journey: OpenedJourney;
  /** The events of these steps, what followed by rule among them. */
  readonly events: readonly CareEvent[];
  /** Why the last command was not granted. */
  readonly rejection: Rejection | undefined;
  thenIncludes(...expected: readonly Expected[]): Then;
  thenLacks(...types: readonly EventType[]): Then;
  thenLacks(...types: readonly Expected[]): Then;
  thenNothing(): Then;
  thenRejects(type: RejectionType): Then;
}

/** `given(facts).when(steps).thenIncludes(events)`: facts and steps are lived through in their order. */
export function given(...before: readonly (Step | readonly Step[])[]): { when: (...steps: readonly Step[]) => Then } {
  return givenWith({}, ...before);
}

export function givenWith(
  rules: Rules,
  ...before: readonly (Step | readonly Step[])[]
): { when: (...steps: readonly Step[]) => Then } {
  return {
    when(...steps) {
      const lived = new Lived(rules);
      for (const step of before.flat()) lived.step(step);
      const from = lived.events.length;
      for (const step of steps) lived.step(step);
      return outcomeOf(lived, lived.events.slice(from));
    },
  };
}

function outcomeOf(lived: Lived, events: readonly CareEvent[]): Then {
  const like = ({ type, data }: Expected): unknown =>
    expect.objectContaining({ type, ...(data && { data: expect.objectContaining(data) }) });
  // What a deadline did while time went on to the command is not the command's.
  const recorded = events.filter(({ actor }) => actor.kind !== 'rule');
  const then: Then = {
    get journey() {
      return lived.opened();
    },
    events,
    rejection: lived.rejection,
    thenIncludes(...expected) {
      for (const one of expected) expect(events).toContainEqual(like(one));
      return then;
    },
    thenLacks(...unwanted: readonly (EventType | Expected)[]) {
      for (const one of unwanted)
        expect(events).not.toContainEqual(like(typeof one === 'string' ? { type: one } : one));
      return then;
    },
    thenNothing() {
      expect(lived.rejection).toBeUndefined();
      expect(recorded).toEqual([]);
      return then;
    },
    thenRejects(type) {
      expect(lived.rejection?.type).toBe(type);
      expect(recorded).toEqual([]);
      return then;
    },
  };
  return then;
}
