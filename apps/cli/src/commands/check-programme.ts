import { basename } from 'node:path';
import { readProgramme, type FieldFault } from '@stepway/contracts';
import type { Programme } from '@stepway/pathway';
import { FileUnreadable, readJson } from '../read-json.ts';

export interface CheckedFile {
  readonly file: string;
  readonly programme?: Programme;
  readonly faults: readonly FieldFault[];
}

/** Checks the file of a programme; `known` completes one of the first format. */
export function checkProgramme(file: string, known: () => readonly Programme[]): CheckedFile {
  let content: unknown;
  try {
    content = readJson(file);
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    return { file, faults: [{ pointer: '', message: error.why }] };
  }
  const isFirstFormat = typeof content === 'object' && content !== null && !('format' in content);
  const read = readProgramme(content, isFirstFormat ? known() : []);
  return 'faults' in read ? { file, faults: read.faults } : { file, programme: read.programme, faults: [] };
}

/** What was found, for the person who manages the programme. */
export function checkReport({ file, programme, faults }: CheckedFile): string {
  if (programme !== undefined) return `${basename(file)} is sound: ${inShort(programme)}`;
  const widest = Math.max(...faults.map(({ pointer }) => pointer.length));
  return [
    `${basename(file)} cannot be published, ${faults.length === 1 ? 'it has a fault' : `it has ${faults.length} faults`}:`,
    ...faults.map(({ pointer, message }) => `  ${pointer.padEnd(widest)}  ${message}`.trimEnd()),
  ].join('\n');
}

/** The same for machines. */
export const checkResult = ({ file, programme, faults }: CheckedFile) => ({
  file,
  sound: faults.length === 0,
  programme: programme === undefined ? null : { id: programme.id, version: programme.version },
  faults,
});

function inShort({ id, version, levels, ladder, formulary, generalKnowledge }: Programme): string {
  const count = Object.keys(levels).length;
  const figures = [
    `${count} levels, ${ladder.length} of them on the ladder`,
    `${Object.keys(formulary).length} medications`,
    `${generalKnowledge.length} places marked as general knowledge, for a medical director to confirm`,
  ];
  return `${id} version ${version}, ${figures.join(', ')}.`;
}
