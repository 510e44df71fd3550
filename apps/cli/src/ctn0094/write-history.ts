import type { History } from '@stepway/event-log';
import type { CareEvent, Instant } from '@stepway/pathway';
import type { Plan } from '../simulated/plan.ts';
import type { TrialFact, Wish } from './trial-facts.ts';

/** Gives a wish its id, its actor and sealed texts, and hands it to the rules at that moment. */
export type Send = (wish: Wish, key: string, at: Instant, plan?: Plan) => Promise<readonly CareEvent[]>;

export interface Course {
  readonly facts: readonly TrialFact[];
  readonly react: (event: CareEvent) => readonly Plan[];
  /** The import's present: nothing later is written. */
  readonly until: Instant;
}

/**
 * Writes one person's history in memory: the trial's facts in the order given, what the rules make of them at every
 * due moment in between, and what staff do in answer.
 */
export async function writeHistory(history: History, { facts, react, until }: Course, send: Send): Promise<void> {
  const planned: Plan[] = [];
  const answer = (events: readonly CareEvent[]) => {
    for (const plan of events.flatMap(react)) {
      const before = planned.findIndex(({ at }) => at > plan.at);
      planned.splice(before === -1 ? planned.length : before, 0, plan);
    }
  };

  let next = 0;
  for (;;) {
    const fact = facts[next];
    const plan = planned[0];
    const planFirst = plan !== undefined && (fact === undefined || plan.at < fact.at);
    const head = planFirst ? plan : fact;

    const ran = history.runNext(head === undefined || head.at > until ? until : head.at);
    if (ran.length > 0) {
      answer(ran);
      continue;
    }
    if (head === undefined) return;
    if (planFirst) planned.shift();
    else next += 1;
    if (head.at <= until) answer(await send(head.wish, head.key, head.at, planFirst ? plan : undefined));
  }
}
