import type { WorklistItem } from '@stepway/contracts';
import { t } from '../../texts/texts.ts';

/** What would come, or came, of one wish of many. */
export type Outcome =
  | { readonly state: 'waiting' | 'would' | 'no-news' | 'done' }
  /** Refused by the rules; or no answer came, so that it may be sent again. */
  | { readonly state: 'refused' | 'lost'; readonly why: string };

export type Phase = 'looking' | 'ready' | 'running' | 'done';

/** What is sent: of what was looked at, what can be granted; then again what got no answer. Exported for its spec. */
export function toSend(
  items: readonly WorklistItem[],
  outcomes: ReadonlyMap<string, Outcome>,
  phase: Phase,
): readonly WorklistItem[] {
  const state: Outcome['state'] = phase === 'done' ? 'lost' : 'would';
  return items.filter(({ taskId }) => outcomes.get(taskId)?.state === state);
}

/** How many of the tasks came to one of these. */
export const countOf = (
  items: readonly WorklistItem[],
  outcomes: ReadonlyMap<string, Outcome>,
  ...states: readonly Outcome['state'][]
): number => items.filter(({ taskId }) => states.includes(outcomes.get(taskId)?.state ?? 'waiting')).length;

/** What is told of all of them together. It changes with the phase and not with each task: it is read aloud. */
export function sumOf(items: readonly WorklistItem[], outcomes: ReadonlyMap<string, Outcome>, phase: Phase): string {
  switch (phase) {
    case 'looking':
      return t('today.bulk.looking');
    case 'running':
      return t('today.bulk.running');
    case 'done':
      return t('today.bulk.result', { all: items.length, done: countOf(items, outcomes, 'done', 'no-news') });
    case 'ready': {
      const [can, cannot] = [countOf(items, outcomes, 'would'), countOf(items, outcomes, 'refused')];
      if (can === 0) return t('today.bulk.nothing');
      const wont = cannot > 0 ? [t('today.bulk.wont', { count: cannot })] : [];
      return [t('today.bulk.will', { count: can }), ...wont].join(' · ');
    }
  }
}
