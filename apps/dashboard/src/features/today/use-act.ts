import type { WorklistItem } from '@stepway/contracts';
import { useState } from 'react';
import { send, type CommandInput } from '../../api/commands.ts';
import { ProblemError } from '../../api/request.ts';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';

/** What is done to a task itself, without a form. */
export type TaskAct = 'ClaimTask' | 'AssignTask' | 'SnoozeTask' | 'CompleteTask';

/** A wish about one task, with a key of its own: sent again, it does nothing twice. */
export interface TaskWish<Act extends TaskAct = TaskAct> {
  readonly act: Act;
  readonly body: CommandInput<Act>;
}

export const claimOf = ({ taskId }: WorklistItem): TaskWish => ({ act: 'ClaimTask', body: { taskId } });
export const completeOf = ({ taskId }: WorklistItem): TaskWish => ({ act: 'CompleteTask', body: { taskId } });

/** Sends a wish; answers whether it was news. @throws ProblemError, NoAnswerError */
export async function sendWish(
  { episodeId }: WorklistItem,
  { act, body }: TaskWish,
  { key, dry = false }: { readonly key: string; readonly dry?: boolean },
): Promise<boolean> {
  const { events } = await send({ episodeId, command: act, body, key, dry });
  return events.length > 0;
}

/** Why a wish was not granted, as a person reads it. */
export const whyNot = (error: unknown): string =>
  error instanceof ProblemError ? problemWords(error.problem) : t('states.noAnswer');

/** Acts on one task at once, and says what came of it. */
export function useAct() {
  const [said, say] = useState<{ readonly words: string; readonly failed: boolean }>();
  const [busy, setBusy] = useState<string>();
  const act = async (item: WorklistItem, wish: TaskWish, done: string) => {
    if (busy === item.taskId) return;
    setBusy(item.taskId);
    try {
      await sendWish(item, wish, { key: crypto.randomUUID() });
      say({ words: done, failed: false });
    } catch (error) {
      say({ words: t('today.notDone', { why: whyNot(error) }), failed: true });
    } finally {
      setBusy(undefined);
    }
  };
  return { act, busy, said, forget: () => say(undefined) };
}
export type Acting = ReturnType<typeof useAct>;
