import { readFileSync } from 'node:fs';
import { createClient, StepwayProblem } from '@stepway/client';
import { FileResult, isWell, Problem, type FileKind, type LineResult } from '@stepway/contracts';
import type { Role } from '@stepway/pathway';
import { readConfiguration, readKeys } from '@stepway/platform';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { withProgress } from '../progress.ts';
import { FileUnreadable } from '../read-json.ts';
import { signToken } from '../sign-token.ts';

export interface SendFileOptions {
  readonly kind: FileKind;
  readonly file: string;
  readonly role: Role;
  /** Only say what would happen. */
  readonly dry: boolean;
}

/** The API took nothing of the file. */
class FileRefused extends Error {
  readonly code = 'FILE_REFUSED';
}

const WithFault = Problem.extend({ fault: z.string().optional(), column: z.string().optional() });

/**
 * Sends a CSV file through the API, as one who may.
 * @throws FileUnreadable, FileRefused
 */
export async function sendFile({ kind, file, role, dry }: SendFileOptions): Promise<FileResult> {
  const body = readBytes(file);
  const configuration = readConfiguration(process.env);
  const token = await signToken(readKeys(configuration.keysFile), { issuer: configuration.issuer, role, hours: 1 });
  const stepway = createClient({ address: `http://127.0.0.1:${configuration.httpPort}`, token, timeoutMs: 600_000 });
  return withProgress(dry ? 'The file is tried' : 'The file is sent', async () => {
    try {
      return FileResult.parse(await stepway.sendFile(`/v1/files/${kind}?dry=${dry}`, 'text/csv', body));
    } catch (error) {
      throw error instanceof StepwayProblem ? new FileRefused(whyNot(error)) : error;
    }
  });
}

function whyNot({ details }: StepwayProblem): string {
  const { title, fault, column } = WithFault.parse(details);
  return [title, fault?.replaceAll('-', ' '), column && `column ${column}`]
    .filter((part) => part !== undefined)
    .join(': ');
}

function readBytes(file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new FileUnreadable(file, 'cannot be read');
  }
}

/** A line for each line, for a spreadsheet: codes and our ids, nothing of a person. */
export const resultAsCsv = ({ lines }: FileResult): string =>
  stringify(lines.map(rowOf), {
    header: true,
    columns: ['line', 'outcome', 'done', 'faults', 'rejection', 'episode'],
    escape_formulas: true,
  });

const rowOf = ({ line, outcome, done, faults, rejection = '', episodeId = '' }: LineResult): string[] => [
  String(line),
  outcome,
  done.join(' '),
  faults.map(({ column, fault }) => [column, fault].filter((part) => part !== '').join(': ')).join('; '),
  rejection,
  episodeId,
];

export function fileSentence({ dry, lines }: FileResult): string {
  const recorded = lines.filter(({ outcome }) => outcome === 'recorded').length;
  const left = lines.filter((line) => !isWell(line)).length;
  const known = lines.length - recorded - left;
  return `${lines.length} lines: ${recorded} ${dry ? 'would be' : 'were'} recorded, ${known} known before, ${left} to be looked at.`;
}
