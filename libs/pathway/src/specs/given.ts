import { outstanding } from '../advance.ts';
import type { SiteCalendar } from '../calendar.ts';
import type { Command } from '../commands.ts';
import type { Context } from '../decision.ts';
import type { ProgrammeVersion } from '../episodes/commands.ts';
import type { CareEvent, EventType } from '../events.ts';
import { JourneyInMemory } from '../journey-in-memory.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection, RejectionType } from '../rejections.ts';
import type { Instant } from '../time.ts';
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

/** A journey lived through in a spec: decided, folded and run by the rules themselves, in memory. */
export class Lived {
  readonly events: CareEvent[] = [];
  rejection: Rejection | undefined;
  private readonly care: JourneyInMemory;

  constructor({ programme = quietFour, calendar = newYork, versions = [] }: Rules = {}) {
    const published = (wanted: ProgrammeVersion) =>
      [programme, ...versions].find((one) => one.id === wanted.id && one.version === wanted.version);
    this.care = new JourneyInMemory('episode-1', { programme, calendar, published }, (told) => {
      this.events.push(...told);
      this.owedIsNamed();
    });
  }

  /** Whatever the rules owe, after each append, says when, why and about what. */
  private owedIsNamed(): void {
    const owed = outstanding(this.journey, this.context());
    expect(owed.filter(({ at, cause, subject }) => !at || !cause || !subject)).toEqual([]);
  }

  get journey(): Journey {
    return this.care.journey;
  }

  step(step: Step): void {
    const until = step.type === 'TimePasses' ? step.until : step.occurredAt;
    this.care.rest(until);
    if (step.type === 'TimePasses') return;
    this.rejection = this.care.decide(step);
  }

  opened(): OpenedJourney {
    if (this.journey.status === 'not-opened') throw new Error('the journey was not opened');
    return this.journey;
  }

  context(): Context {
    return this.care.context();
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
