import { Body, Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import type { CellFault, FileKind, FileResult, LineResult } from '@stepway/contracts';
import type { FastifyRequest } from 'fastify';
import { mustBeAllowed } from '../auth/must-be-allowed.ts';
import { recordAct } from '../auth/record-act.ts';
import { dryOf } from '../commands/command-options.ts';
import { ProblemError } from '../http/problem.ts';
import { Resources } from '../resources.ts';
import { readCsv, FileNotReadable, type CsvLine } from './csv-table.ts';
import { lineDone, type LineDone, type Sending } from './send-line.ts';
import { TakePerson } from './take-person.ts';
import { TakeScreen } from './take-screen.ts';

/** Lines under way at once; those of one person one after another. */
const atOnce = 8;

/** People and drug tests in bulk, as CSV: what would happen to each line, or what happened. */
@Controller('v1/files')
export class FilesController {
  constructor(
    private readonly resources: Resources,
    private readonly person: TakePerson,
    private readonly screen: TakeScreen,
  ) {}

  @Post('roster')
  @HttpCode(200)
  async roster(@Body() body: unknown, @Query() query: unknown, @Req() request: FastifyRequest): Promise<FileResult> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'sendRoster' });
    return this.take('roster', body, { caller, dry: dryOf(query) }, request);
  }

  @Post('screens')
  @HttpCode(200)
  async screens(@Body() body: unknown, @Query() query: unknown, @Req() request: FastifyRequest): Promise<FileResult> {
    const caller = await mustBeAllowed(this.resources, request, { post: 'sendScreens' });
    return this.take('screens', body, { caller, dry: dryOf(query) }, request);
  }

  private async take(kind: FileKind, body: unknown, sending: Sending, request: FastifyRequest): Promise<FileResult> {
    const lines = readable(body, kind);
    // Who sent a file, or tried it, is on record before anybody is looked up by it; of whom it speaks is not known yet.
    await recordAct(this.resources, request, sending.caller, {
      action: sending.dry ? 'try' : 'write',
      subjectKind: 'system',
      subjectIds: [],
    });
    const twice = kind === 'roster' ? repeated(lines) : new Set<CsvLine>();
    const results = new Map<CsvLine, LineDone>();
    const takeOne = async (line: CsvLine): Promise<void> => {
      const taker = kind === 'roster' ? this.person : this.screen;
      const done = twice.has(line)
        ? inFileTwice
        : await taker.take(line, sending).catch((error: unknown) => this.away(error));
      results.set(line, done);
    };
    const groups = byPerson(lines);
    const worker = async (): Promise<void> => {
      for (let group = groups.shift(); group !== undefined; group = groups.shift())
        for (const line of group) await takeOne(line);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const told = lines.map((line): LineResult => ({ line: line.line, ...(results.get(line) ?? lineDone('not-now')) }));
    return { kind, dry: sending.dry, lines: told };
  }

  /** The others go on: a file that broke off midway is sent again as it is. */
  private away(error: unknown): LineDone {
    this.resources.logger.warn({ err: error }, 'a line of a file was not taken');
    return lineDone('not-now');
  }
}

const inFileTwice = lineDone('faulty', {
  faults: [{ column: 'record_number', fault: 'twice-in-file' satisfies CellFault }],
});

/** Of two lines about one person in a roster nobody knows which holds. */
function repeated(lines: readonly CsvLine[]): ReadonlySet<CsvLine> {
  return new Set(byPerson(lines).flatMap((group) => (group.length > 1 && numberOf(group[0]) !== '' ? group : [])));
}

const numberOf = (line: CsvLine | undefined): string => line?.cells.get('record_number') ?? '';

function byPerson(lines: readonly CsvLine[]): CsvLine[][] {
  return [...Map.groupBy(lines, numberOf).values()];
}

/** @throws ProblemError 400 */
function readable(body: unknown, kind: FileKind): readonly CsvLine[] {
  try {
    if (!Buffer.isBuffer(body)) throw new FileNotReadable('not-csv');
    return readCsv(body, kind);
  } catch (error) {
    if (!(error instanceof FileNotReadable)) throw error;
    const { fault, column } = error;
    throw new ProblemError({
      name: 'file-not-readable',
      status: 400,
      title: 'This file cannot be read',
      extensions: { fault, ...(column !== undefined && { column }) },
    });
  }
}
