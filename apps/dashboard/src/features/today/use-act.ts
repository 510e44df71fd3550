import type { WorklistItem } from '@stepway/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../api/commands.ts';
import { ProblemError, serverNow } from '../../api/request.ts';
import { offerUndo } from '../../dialogs/undo.tsx';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';
import { undoingOf } from './after-act.ts';
import type { TaskWish } from './wishes.ts';

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

interface ActOptions {
  /** Told when it is written, before anything is read again. */
  readonly afterwards: (item: WorklistItem, wish: TaskWish) => void;
}

/** Acts on one task at once, and says what came of it; what can be taken back exactly is offered to be. */
export function useAct({ afterwards }: ActOptions) {
  const client = useQueryClient();
  const [said, say] = useState<{ readonly words: string; readonly failed: boolean }>();
  const [busy, setBusy] = useState<string>();
  const act = async (item: WorklistItem, wish: TaskWish, done: string) => {
    if (busy === item.taskId) return;
    setBusy(item.taskId);
    try {
      await sendWish(item, wish, { key: crypto.randomUUID() });
      say({ words: done, failed: false });
      const undoing = undoingOf(item, wish, serverNow);
      if (undoing !== undefined) {
        const tell = (words: string) => say({ words, failed: false });
        offerUndo({ episodeId: item.episodeId, done, undoing, client, tell });
      }
      afterwards(item, wish);
    } catch (error) {
      say({ words: t('today.notDone', { why: whyNot(error) }), failed: true });
    } finally {
      setBusy(undefined);
    }
  };
  return { act, busy, said, forget: () => say(undefined) };
}
export type Acting = ReturnType<typeof useAct>;
