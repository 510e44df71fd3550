import type { CommandType } from '../commands.ts';
import type { Context } from '../decision.ts';
import type { CareEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { JourneyInMemory } from '../journey-in-memory.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import type { LevelNames } from '../programme-versions/commands.ts';
import type { Rejection, RejectionType } from '../rejections.ts';
import type { Instant } from '../time.ts';
import { toldAs } from '../withdrawn-facts/without.ts';
import { retold, type Missing } from './retold.ts';
import type { World } from './world.ts';

/** From where a journey is lived again, and by what. */
export interface Beginning {
  /** As it stands in the log before the first event that is retold. */
  readonly actual: Journey;
  /** As it stands in the other world. */
  readonly there: Journey;
  readonly setting: Pick<Context, 'programme' | 'calendar' | 'published'>;
  /** Levels that are called otherwise there. */
  readonly names: LevelNames;
  readonly keepsItsVersion: boolean;
}

/** What people said, and could not have said there: nothing was there to say it to, or the rules refuse it. */
export interface NotSaid {
  readonly at: Instant;
  /** The event that tells of it in the log. */
  readonly event: CareEvent['type'];
  readonly command?: CommandType;
  readonly why: RejectionType | Missing;
}

export interface Relived {
  readonly journey: Journey;
  /** Everything that happens there from the beginning on. */
  readonly events: readonly CareEvent[];
  readonly notSaid: readonly NotSaid[];
}

/** The journey cannot even begin there. */
export class NotComparable extends Error {
  readonly code = 'NOT_COMPARABLE';
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    super(rejection.type);
    this.rejection = rejection;
  }
}

/**
 * Lives a journey again: each fact and each decision of a person is said at its own time, what is due in between is run at
 * its own, and nothing is stored. What people would have done about moves that only happen there, nobody knows: those
 * stay as the rules leave them.
 * @throws NotComparable; NeverAtRest
 */
export function relive(log: readonly CareEvent[], beginning: Beginning, until: Instant): Relived {
  const { there, setting } = beginning;
  const events: CareEvent[] = [];
  const notSaid: NotSaid[] = [];
  const facts = new Map<string, string>();
  /** What a rule told of there, in the same words: a person may withdraw that too. */
  const toldByRule = (eventId: string): string | undefined => {
    const one = log.find(({ id }) => id === eventId);
    return events.findLast(({ type, data }) => type === one?.type && JSON.stringify(data) === JSON.stringify(one.data))
      ?.id;
  };
  const told = (made: readonly CareEvent[]): void => void events.push(...made);
  const care =
    there.status === 'not-opened'
      ? new JourneyInMemory(there.episodeId, setting, told)
      : JourneyInMemory.continuing(there, setting, told);
  let { actual } = beginning;

  for (const group of appends(log)) {
    const before = actual;
    actual = group.reduce<Journey>(evolve, actual);
    const [first] = group;
    if (first === undefined || first.actor.kind === 'rule') continue;
    care.rest(first.recordedAt);
    const seen = events.length;
    const refused = sayAgain(
      group,
      care,
      worldOf(beginning, before, care.journey, (id) => facts.get(id) ?? toldByRule(id)),
    );
    if (refused) notSaid.push(refused);
    // Where the same fact stands there: it may be withdrawn later.
    for (const event of group) {
      const same = events.slice(seen).find(({ type }) => type === event.type);
      if (same) facts.set(event.id, same.id);
    }
  }
  care.rest(until);
  return { journey: care.journey, events, notSaid };
}

/** A command is told by the first of its events that a command can be made of. */
function sayAgain(group: readonly CareEvent[], care: JourneyInMemory, world: World): NotSaid | undefined {
  for (const event of group) {
    const wish = retold(event, world);
    if (wish === undefined) continue;
    const { recordedAt: at, occurredAt, actor, commandId, data, type } = event;
    if (typeof wish === 'string') return { at, event: type, why: wish };
    const reason = 'reason' in data ? data.reason : undefined;
    const command = wish({ commandId, actor, occurredAt, ...(reason && { reason }) });
    const rejection = care.decide(command, at);
    if (rejection === undefined) return undefined;
    if (command.type === 'OpenEpisode') throw new NotComparable(rejection);
    return { at, event: type, command: command.type, why: rejection.type };
  }
  return undefined;
}

/** The events of one append: they share its command. */
function appends(log: readonly CareEvent[]): readonly (readonly CareEvent[])[] {
  const groups: CareEvent[][] = [];
  for (const event of log) {
    const group = groups.at(-1);
    if (group?.[0]?.commandId === event.commandId) group.push(event);
    else groups.push([event]);
  }
  return groups;
}

function worldOf(
  { setting, names, keepsItsVersion, actual: beforeAll }: Beginning,
  actual: Journey,
  there: Journey,
  toldThere: (eventId: string) => string | undefined,
): World {
  const level = (name: string): string => names[name] ?? name;
  return {
    programme: { id: setting.programme.id, version: setting.programme.version },
    keepsItsVersion,
    level,
    move: (transitionId) => {
      if (actual.status === 'not-opened' || there.status === 'not-opened') return undefined;
      const to = moveOf(actual, transitionId)?.to;
      const open = there.status === 'active' ? there.transition : undefined;
      if (to === undefined) return undefined;
      if (open?.to === level(to)) return open.transitionId;
      return moveOf(there, transitionId)?.to === level(to) ? transitionId : undefined;
    },
    task: (taskId) => {
      if (actual.status === 'not-opened' || there.status === 'not-opened') return undefined;
      const open = there.tasks.filter(({ state }) => state === 'open');
      const kind = actual.tasks.find((task) => task.taskId === taskId)?.kind;
      return (open.find((task) => task.taskId === taskId) ?? open.find((task) => task.kind === kind))?.taskId;
    },
    fact: (eventId) => toldThere(eventId) ?? (isTold(beforeAll, eventId) ? eventId : undefined),
  };
}

function moveOf(journey: OpenedJourney, transitionId: string): { readonly to: string } | undefined {
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (open?.transitionId === transitionId) return open;
  return journey.completedTransitions.find((made) => made.transitionId === transitionId);
}

const isTold = (journey: Journey, eventId: string): boolean =>
  journey.status !== 'not-opened' && toldAs(journey.told, eventId) !== undefined;
