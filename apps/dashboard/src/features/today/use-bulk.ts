import type { WorklistItem } from '@stepway/contracts';
import { useState } from 'react';
import { NoAnswerError } from '../../api/request.ts';
import { t } from '../../texts/texts.ts';
import { toSend, type Outcome, type Phase } from './outcomes.ts';
import { sendWish, whyNot } from './use-act.ts';
import { type TaskWish } from './wishes.ts';

const atOnce = 6;

/** Looks at what many wishes would do, and then sends those that can be granted; each has a result of its own. */
export function useBulk(items: readonly WorklistItem[], wishOf: (item: WorklistItem) => TaskWish) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [phase, setPhase] = useState<Phase>('looking');
  // One key for each wish: sent again after a lost answer, it does nothing twice.
  const [keys] = useState(() => new Map(items.map(({ taskId }) => [taskId, crypto.randomUUID()])));

  const note = (taskId: string, outcome: Outcome) => setOutcomes((now) => new Map(now).set(taskId, outcome));

  const one = async (item: WorklistItem, dry: boolean) => {
    try {
      // A dry wish has a key of its own: that of the wish is for what is written.
      const key = dry ? crypto.randomUUID() : (keys.get(item.taskId) ?? crypto.randomUUID());
      const news = await sendWish(item, wishOf(item), { key, dry });
      note(item.taskId, { state: news ? (dry ? 'would' : 'done') : 'no-news' });
    } catch (error) {
      note(
        item.taskId,
        error instanceof NoAnswerError
          ? { state: 'lost', why: t('today.bulk.noAnswer') }
          : { state: 'refused', why: whyNot(error) },
      );
    }
  };

  const all = async (of: readonly WorklistItem[], dry: boolean) => {
    for (let at = 0; at < of.length; at += atOnce)
      await Promise.all(of.slice(at, at + atOnce).map((item) => one(item, dry)));
  };

  return {
    outcomes,
    phase,
    preview: async () => {
      await all(items, true);
      setPhase('ready');
    },
    run: async () => {
      setPhase('running');
      await all(toSend(items, outcomes, phase), false);
      setPhase('done');
    },
  };
}
