import type { EventData, EventType } from '@stepway/pathway';
import { z } from 'zod';
import { eventData } from './events.ts';

/**
 * The data of an event as it was written, perhaps by a newer build: fields that this one does not know are left out, at
 * any depth. Parts that commands and events share are closed to whoever sends a command; a published event may gain
 * optional fields (0360), and a program that runs on during an upgrade must not stop at them.
 * @returns undefined where it is not by the contract
 */
export function storedEventData<T extends EventType>(type: T, data: unknown): EventData[T] | undefined {
  const parsed = schemas[type].safeParse(data);
  // The schema was chosen by the type, and is the pathway's own (`same`, in events.ts).
  return parsed.success ? (parsed.data as EventData[T]) : undefined;
}

const schemas = Object.fromEntries(
  Object.entries(eventData).map(([type, schema]) => [type, opened(schema)] as const),
) as unknown as Readonly<Record<EventType, z.ZodType>>;

/** The same schema, in which no object refuses what it does not know. */
function opened(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodObject) {
    const shape = Object.fromEntries(Object.entries(schema.shape).map(([name, field]) => [name, opened(field)]));
    return z.core.clone(schema, { ...schema.def, shape, catchall: undefined });
  }
  if (schema instanceof z.ZodArray) return z.core.clone(schema, { ...schema.def, element: opened(schema.element) });
  if (schema instanceof z.ZodOptional)
    return z.core.clone(schema, { ...schema.def, innerType: opened(schema.unwrap()) });
  if (schema instanceof z.ZodReadonly)
    return z.core.clone(schema, { ...schema.def, innerType: opened(schema.unwrap()) });
  if (schema instanceof z.ZodUnion)
    return z.core.clone(schema, { ...schema.def, options: schema.options.map((option) => opened(option)) });
  return schema; // a text, a figure, a record of them: nothing in it can be new
}
