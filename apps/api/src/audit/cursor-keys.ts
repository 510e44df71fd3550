import { Uuid } from '@stepway/contracts';
import { CursorUnknown } from '@stepway/read-models';

/** An instant as a sort key of a cursor, which has the form that PostgreSQL writes. */
export const momentKey = (instant: string): string => instant.replace('T', ' ').replace('Z', '+00');

export const momentOf = (key: string): string => new Date(key).toISOString();

/** @throws CursorUnknown */
export function uuidKey(key: string): string {
  const id = Uuid.safeParse(key);
  if (!id.success) throw new CursorUnknown();
  return id.data;
}
