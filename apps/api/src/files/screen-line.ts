import { CallerId, type CommandRequest } from '@stepway/contracts';
import { drugClasses, reportStatuses, stages, validityFindings, type DrugClass } from '@stepway/pathway';
import { z } from 'zod';
import { Cells, type Fault } from './cells.ts';
import type { CsvLine } from './csv-table.ts';

/** Of whom a line speaks. */
export interface WhomALine {
  readonly recordNumber: string;
  readonly familyName?: string | undefined;
  readonly birthDate?: string | undefined;
}

export interface ScreenLine {
  readonly whom: WhomALine;
  readonly body: CommandRequest<'RecordDrugTestResult'>;
}

interface Clock {
  /** Of moments without an offset. */
  readonly timeZone: string;
  readonly now: Date;
}

/** One drug test, as a line of a file tells it. */
export function readScreen(line: CsvLine, clock: Clock): ScreenLine | { readonly faults: readonly Fault[] } {
  const cells = new Cells(line);
  const recordNumber = cells.needed('record_number');
  const familyName = cells.text('family_name');
  const birthDate = cells.maybe('birth_date', z.iso.date());
  const specimenId = cells.as('specimen', CallerId);
  const collectedAt = cells.moment('collected_at', cells.needed('collected_at'), clock);
  const reportedAt = cells.moment('reported_at', cells.needed('reported_at'), clock);
  const status = cells.maybe('status', z.enum(reportStatuses)) ?? 'final';
  const stage = cells.as('stage', z.enum(stages));
  const finding = cells.maybe('validity', z.enum(validityFindings));
  const laboratory = cells.maybe('laboratory', CallerId);
  const positive = classesIn(cells, 'positive');
  const negative = classesIn(cells, 'negative');
  if (positive.some((one) => negative.includes(one))) cells.blame('negative', 'two-results');
  if (
    cells.faults.length > 0 ||
    recordNumber === undefined ||
    specimenId === undefined ||
    collectedAt === undefined ||
    reportedAt === undefined ||
    stage === undefined
  )
    return { faults: cells.faults };
  const results = (classes: readonly DrugClass[], outcome: 'positive' | 'negative') =>
    classes.map((drugClass) => ({ drugClass, outcome, stage }));
  return {
    whom: { recordNumber, familyName, birthDate },
    body: {
      ...{ specimenId, collectedAt, reportedAt, status },
      ...(finding && { validity: { finding } }),
      ...(laboratory !== undefined && { laboratory }),
      results: [...results(positive, 'positive'), ...results(negative, 'negative')],
    },
  };
}

const Classes = z
  .string()
  .transform((text) => [
    ...new Set(
      text
        .toLowerCase()
        .split(/[\s,;|+]+/)
        .filter((word) => word !== ''),
    ),
  ])
  .pipe(z.array(z.enum(drugClasses)));

const classesIn = (cells: Cells, column: string): readonly DrugClass[] => cells.maybe(column, Classes) ?? [];
