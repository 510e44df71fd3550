import type { BoardRow } from '@stepway/contracts';
import { t } from '../texts/texts.ts';

export type TaskKind = NonNullable<BoardRow['nextTask']>['kind'];

/** What a task asks for. */
export const taskWords = (kind: TaskKind): string => t(`tasks.asked.${kind}`);

/** The same in so few words that they fit on a chip beside the time. */
export const shortTaskWords = (kind: TaskKind): string => t(`tasks.short.${kind}`);
