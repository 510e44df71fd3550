import type { BoardRow } from '@stepway/contracts';
import { t } from '../texts/texts.ts';

export type TaskKind = NonNullable<BoardRow['nextTask']>['kind'];

/** What a task asks for. */
export const taskWords = (kind: TaskKind): string => t(`tasks.asked.${kind}`);

/** What a command that ends a task does, as its button says it; nothing of a command that ends none. */
export const endWords = (command: string): string | undefined =>
  new Map<string, string>(Object.entries(t('today.ends', { returnObjects: true }))).get(command);

/** The same in so few words that they fit on a chip beside the time. */
export const shortTaskWords = (kind: TaskKind): string => t(`tasks.short.${kind}`);
