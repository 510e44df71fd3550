import { readProgramme } from '@stepway/contracts';
import type { Programme } from '@stepway/pathway';
import { ProgrammeFileInvalid } from './programme-file-invalid.ts';

/** A programme as it was written, not read yet. */
export interface ProgrammeContent {
  /** For people: the name of its file, or its id and version. */
  readonly name: string;
  readonly content: unknown;
}

/**
 * The programmes of these contents, in their order. Those of the first format are completed by the rest, and by others
 * that are known already.
 * @throws ProgrammeFileInvalid naming the first that cannot be read
 */
export function programmesFrom(
  contents: readonly ProgrammeContent[],
  others: readonly Programme[] = [],
): readonly Programme[] {
  const known = [...others, ...contents.filter(hasFormat).map((one) => programmeOf(one, []))];
  return contents.map((one) => programmeOf(one, known));
}

function programmeOf({ name, content }: ProgrammeContent, known: readonly Programme[]): Programme {
  const read = readProgramme(content, known);
  if ('faults' in read) throw new ProgrammeFileInvalid(name, read.faults);
  return read.programme;
}

const hasFormat = ({ content }: ProgrammeContent): boolean =>
  typeof content === 'object' && content !== null && 'format' in content;
