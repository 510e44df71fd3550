import type { CareEvent } from '../events.ts';
import type { RuleTried } from '../rule-tried.ts';
import type { Instant } from '../time.ts';
import type { Relived } from './relive.ts';

/** What came of one question, and the rules that decided it. */
export interface Came {
  readonly at: Instant;
  readonly outcome: string;
  /** Of a result the rule that decided; of a move those that stood against it, none where nothing did. */
  readonly rules: readonly string[];
}

/** One thing that another version would have treated otherwise; null = there it does not come up. */
export interface Difference {
  readonly about: 'drug-test' | 'step-up' | 'step-down' | 'task';
  /** A specimen and class, a use, a level, the kind of a task. */
  readonly subject: string;
  readonly own: Came | null;
  readonly proposed: Came | null;
}

/** What differs between two lives by the same facts, in the order of the document: results, uses, less support, tasks. */
export function differences(own: Relived, proposed: Relived): readonly Difference[] {
  return [
    ...between('drug-test', results(own), results(proposed)),
    ...between('step-up', stepUps(own), stepUps(proposed)),
    ...between('step-down', stepDowns(own), stepDowns(proposed)),
    ...between('task', tasks(own), tasks(proposed)),
  ];
}

type Answers = ReadonlyMap<string, Came>;

function between(about: Difference['about'], own: Answers, proposed: Answers): readonly Difference[] {
  return [...new Set([...own.keys(), ...proposed.keys()])].flatMap((subject): readonly Difference[] => {
    const [was, would] = [own.get(subject) ?? null, proposed.get(subject) ?? null];
    return was?.outcome === would?.outcome ? [] : [{ about, subject, own: was, proposed: would }];
  });
}

/** The last word on each class of each specimen. */
const results = ({ journey }: Relived): Answers =>
  new Map(
    (journey.status === 'not-opened' ? [] : journey.specimens).flatMap(({ specimenId, judgements }) =>
      Object.entries(judgements).map(([drugClass, { disposition: outcome, rule, decidedAt: at }]): [string, Came] => [
        `${specimenId} ${drugClass}`,
        { at, outcome, rules: [rule] },
      ]),
    ),
  );

/** The last consideration of each use; a move is told with where to. */
const stepUps = ({ events }: Relived): Answers =>
  new Map(
    events
      .filter(isOf('TransitionConsidered'))
      .filter(({ data }) => data.about === 'step-up' && data.useId !== undefined)
      .map(({ recordedAt: at, data }): [string, Came] => {
        const to = targetOf(events, data.transitionId);
        if (to === undefined || data.outcome === 'joined')
          return [data.useId ?? '', { at, outcome: data.outcome, rules: against(data.rules) }];
        const ended = atItsDeadline(events, data.transitionId);
        const outcome = [data.outcome, `to ${to}`, ...ended].join(', ');
        const rules = [...against(data.rules), ...ended.map(() => 'proposal-deadline')];
        return [data.useId ?? '', { at, outcome, rules }];
      }),
  );

/** For each stay whether less support came, and on which day; until then, what stood against it last. */
function stepDowns({ events }: Relived): Answers {
  const answers = new Map<string, Came>();
  let stay = '';
  for (const event of events) {
    if (isOf('Admitted')(event) || isOf('EpisodeReopened')(event))
      stay = `${event.data.level} from ${event.data.attendedAt}`;
    if (isOf('TransitionCompleted')(event)) stay = `${event.data.to} from ${event.data.attendedAt}`;
    if (!isOf('TransitionConsidered')(event) || event.data.about !== 'step-down') continue;
    const { outcome, rules, to } = event.data;
    const passed = outcome === 'started' || outcome === 'proposed';
    if (answers.get(stay)?.outcome.startsWith('to ')) continue;
    const came = passed ? `to ${to ?? 'less support'}, ${outcome} ${event.recordedAt.slice(0, 10)}` : 'waits';
    answers.set(stay, { at: event.recordedAt, outcome: came, rules: against(rules) });
  }
  return answers;
}

/** How often each kind of task was opened. */
function tasks({ events }: Relived): Answers {
  const opened = new Map<string, { at: Instant; count: number }>();
  for (const { recordedAt, data } of events.filter(isOf('TaskOpened'))) {
    const { at = recordedAt, count = 0 } = opened.get(data.kind) ?? {};
    opened.set(data.kind, { at, count: count + 1 });
  }
  return new Map([...opened].map(([kind, { at, count }]) => [kind, { at, outcome: `${count}`, rules: [kind] }]));
}

const against = (rules: readonly RuleTried[]): readonly string[] =>
  rules.filter(({ held }) => held !== true).map(({ rule }) => rule);

/** What became of a proposal that nobody answered, where that ended it. */
function atItsDeadline(events: readonly CareEvent[], transitionId: string | undefined): readonly string[] {
  const ofMove = events.filter(({ data }) => 'transitionId' in data && data.transitionId === transitionId);
  if (!ofMove.some(isOf('TransitionProposed'))) return [];
  if (ofMove.some(isOf('TransitionLapsed'))) return ['lapsed'];
  const byItself = ofMove.some(({ type, actor }) => type === 'TransitionStarted' && actor.kind === 'rule');
  return byItself ? ['begun at its deadline'] : [];
}

function targetOf(events: readonly CareEvent[], transitionId: string | undefined): string | undefined {
  if (transitionId === undefined) return undefined;
  return events.find(
    (event): event is Extract<CareEvent, { type: 'TransitionStarted' | 'TransitionProposed' }> =>
      (isOf('TransitionStarted')(event) || isOf('TransitionProposed')(event)) &&
      event.data.transitionId === transitionId,
  )?.data.to;
}

const isOf =
  <T extends CareEvent['type']>(type: T) =>
  (event: CareEvent): event is Extract<CareEvent, { type: T }> =>
    event.type === type;
