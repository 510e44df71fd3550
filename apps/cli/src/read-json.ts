import { readFileSync } from 'node:fs';

/** A file that somebody named on the command line is not there, cannot be read, or is no JSON. */
export class FileUnreadable extends Error {
  readonly code = 'FILE_UNREADABLE';
  constructor(
    file: string,
    readonly why: string,
  ) {
    super(`${file} ${why}`);
  }
}

/**
 * What a JSON file holds.
 * @throws FileUnreadable, in words for whoever named the file
 */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new FileUnreadable(file, whyNot(error));
  }
}

function whyNot(error: unknown): string {
  if (error instanceof SyntaxError) return `is not JSON: ${error.message}`;
  switch (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined) {
    case 'ENOENT':
      return 'cannot be read: there is no such file';
    case 'EISDIR':
      return 'cannot be read: it is a folder';
    default:
      return 'cannot be read';
  }
}
