import { hash } from 'node:crypto';

/** SHA-256 of JSON content, the same whatever the order of its keys and however it was laid out. */
export const contentHash = (content: unknown): string => hash('sha256', JSON.stringify(content, keysInOrder));

const keysInOrder = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
