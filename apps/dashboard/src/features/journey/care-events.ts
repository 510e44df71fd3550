import type { eventData } from '@stepway/contracts';
import type { z } from 'zod';

export type EventType = keyof typeof eventData;
export type DataOf<Type extends EventType> = z.output<(typeof eventData)[Type]>;
