import type { eventData } from '@stepway/contracts';
import type { z } from 'zod';

export type EventType = keyof typeof eventData;
export type DataOf<Type extends EventType> = z.output<(typeof eventData)[Type]>;

/** The codes of a field, and words for each of them. */
export type Values<Type extends EventType, Key extends keyof DataOf<Type>> = NonNullable<DataOf<Type>[Key]> & string;
export type Words<Value extends string> = Readonly<Record<Value, string>>;
