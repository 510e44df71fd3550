import { outstanding } from '../advance.ts';
import type { Context, Due, DueCause } from '../decision.ts';
import type { ProgrammeVersion } from '../episodes/commands.ts';
import type { CareEvent, CareEventOf, EventType } from '../events.ts';
import { foldAhead } from '../fold-ahead.ts';
import { JourneyInMemory } from '../journey-in-memory.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import { laterOf, type Instant } from '../time.ts';
import type { Disposition, GoalDomain, TaskKind } from '../vocabulary.ts';
import type { LevelNames } from './commands.ts';
import { moveToProgrammeVersion } from './decide.ts';

/** What another version would change for a person, at once: for people to see before it is done. */
export interface VersionChange {
  /** Present levels that are called otherwise. */
  readonly levels: LevelNames;
  /** What is waited for at another time, only before, or only after. Tasks stand apart. */
  readonly deadlines: readonly {
    readonly cause: DueCause;
    readonly subject: string;
    readonly before: Instant | null;
    readonly after: Instant | null;
  }[];
  /** What the goal template of the present level asks for, and did not, or no longer. */
  readonly goals: { readonly added: readonly GoalDomain[]; readonly removed: readonly GoalDomain[] };
  readonly tasks: {
    readonly opened: readonly { readonly taskId: string; readonly kind: TaskKind; readonly dueAt: Instant }[];
    readonly ended: readonly { readonly taskId: string; readonly kind: TaskKind }[];
  };
  /** Results that come to mean something else. */
  readonly dispositions: readonly {
    readonly specimenId: string;
    readonly drugClass: string;
    readonly before: Disposition | null;
    readonly after: Disposition;
  }[];
  /** Moves that begin, are proposed or end by it. */
  readonly moves: readonly { readonly type: EventType; readonly transitionId: string }[];
}

interface Wanted {
  readonly programme: ProgrammeVersion;
  readonly levels?: LevelNames;
}

/** Tries the move in memory, with what follows by rule at once; nothing is stored. */
export function versionChange(
  journey: OpenedJourney,
  { programme: wanted, levels }: Wanted,
  context: Context,
): { readonly change: VersionChange } | { readonly rejection: Rejection } {
  const now = laterOf(context.now, journey.recordedAt);
  const actor = { id: 'preview', kind: 'rule', role: 'system' } as const;
  const envelope = { commandId: 'preview', actor, occurredAt: now };
  const command = {
    type: 'MoveToProgrammeVersion',
    ...envelope,
    programme: wanted,
    ...(levels && { levels }),
  } as const;
  const setting = { ...context, now, eventId: (index: number) => `preview-${index}` };
  const decision = moveToProgrammeVersion(journey, command, setting);
  if (!decision.accepted) return { rejection: decision.rejection };

  const programme = setting.published?.(wanted) ?? context.programme;
  const events: CareEvent[] = [];
  const moved = foldAhead(journey, decision.events, command, setting);
  const after = JourneyInMemory.continuing(moved, { programme, calendar: context.calendar }, (told) => {
    events.push(...told);
  });
  after.rest(now);
  const rested = after.journey.status === 'not-opened' ? moved : after.journey;
  const there: Context = { ...setting, programme };
  return {
    change: {
      levels: renamedNow(journey, rested),
      deadlines: changedDeadlines(outstanding(journey, setting), outstanding(rested, there)),
      goals: changedGoals(journey, context.programme, rested, programme),
      tasks: changedTasks(journey, rested),
      dispositions: changedDispositions(journey, rested),
      moves: events.flatMap(movesOf),
    },
  };
}

const present = (journey: OpenedJourney): readonly string[] => {
  switch (journey.status) {
    case 'referred':
      return [journey.entryLevel];
    case 'active':
      return [journey.stay.level, ...(journey.transition ? [journey.transition.from, journey.transition.to] : [])];
    case 'discharged':
      return journey.lastLevel === undefined ? [] : [journey.lastLevel];
  }
};

/** The move itself renames nothing in its order: the n-th present level is called what the n-th is called then. */
function renamedNow(before: OpenedJourney, after: OpenedJourney): LevelNames {
  const names = present(after);
  return Object.fromEntries(
    present(before).flatMap((level, index): readonly [string, string][] => {
      const name = names[index];
      return name === undefined || name === level ? [] : [[level, name]];
    }),
  );
}

function changedDeadlines(before: readonly Due[], after: readonly Due[]): VersionChange['deadlines'] {
  const key = ({ cause, subject }: Due): string => `${cause} ${subject}`;
  // Where a thing is waited for twice (a window opens, and closes), the first is what people see next.
  const timed = (list: readonly Due[]): ReadonlyMap<string, Due> =>
    new Map(
      list
        .filter(({ cause }) => cause !== 'now' && cause !== 'task')
        .toSorted((a, b) => (a.at < b.at ? 1 : -1))
        .map((one) => [key(one), one]),
    );
  const [was, is] = [timed(before), timed(after)];
  return [...new Map([...was, ...is])].flatMap(([name, { cause, subject }]) => {
    const at = { before: was.get(name)?.at ?? null, after: is.get(name)?.at ?? null };
    return at.before === at.after ? [] : [{ cause, subject, ...at }];
  });
}

function changedGoals(
  journey: OpenedJourney,
  from: Programme,
  after: OpenedJourney,
  to: Programme,
): VersionChange['goals'] {
  const [level] = present(journey);
  const [name] = present(after);
  const was = (level !== undefined && from.levels[level]?.goalTemplate) || [];
  const is = (name !== undefined && to.levels[name]?.goalTemplate) || [];
  return {
    added: is.filter((domain) => !was.includes(domain)),
    removed: was.filter((domain) => !is.includes(domain)),
  };
}

function changedTasks(before: OpenedJourney, after: OpenedJourney): VersionChange['tasks'] {
  const isOpen = ({ tasks }: OpenedJourney, id: string): boolean =>
    tasks.some(({ taskId, state }) => taskId === id && state === 'open');
  return {
    opened: after.tasks
      .filter(({ taskId, state }) => state === 'open' && !isOpen(before, taskId))
      .map(({ taskId, kind, dueAt }) => ({ taskId, kind, dueAt })),
    ended: before.tasks
      .filter(({ taskId, state }) => state === 'open' && !isOpen(after, taskId))
      .map(({ taskId, kind }) => ({ taskId, kind })),
  };
}

function changedDispositions(before: OpenedJourney, after: OpenedJourney): VersionChange['dispositions'] {
  const meanings = ({ specimens }: OpenedJourney) =>
    specimens.flatMap(({ specimenId, judgements }) =>
      Object.entries(judgements).map(([drugClass, { disposition }]) => ({ specimenId, drugClass, disposition })),
    );
  const known = new Map(meanings(before).map((one) => [`${one.specimenId} ${one.drugClass}`, one.disposition]));
  return meanings(after).flatMap(({ specimenId, drugClass, disposition }) => {
    const was = known.get(`${specimenId} ${drugClass}`) ?? null;
    return was === disposition ? [] : [{ specimenId, drugClass, before: was, after: disposition }];
  });
}

type MoveEvent = CareEventOf<(typeof moveEvents)[number]>;

const moveEvents = [
  'TransitionStarted',
  'TransitionProposed',
  'TransitionSuspended',
  'TransitionResumed',
  'TransitionCancelled',
  'TransitionLapsed',
] as const satisfies readonly EventType[];

const isOfMove = (event: CareEvent): event is MoveEvent => moveEvents.some((type) => type === event.type);

const movesOf = (event: CareEvent): VersionChange['moves'] =>
  isOfMove(event) ? [{ type: event.type, transitionId: event.data.transitionId }] : [];
