import { commandTypes } from '@stepway/pathway';
import { z } from 'zod';
import { Uuid } from '../scalars.ts';

/** What a CSV file may hold: people who come into care, or results of drug tests. */
export const fileKinds = ['roster', 'screens'] as const;
export type FileKind = (typeof fileKinds)[number];

export interface FileColumn {
  readonly name: string;
  /** The column, and something in it, on each line. */
  readonly needed: boolean;
}

const column = <Name extends string>(name: Name) => ({ name, needed: false });
const needed = <Name extends string>(name: Name) => ({ name, needed: true });

/** The columns by the names of the first line; in any order. */
export const fileColumns = {
  roster: [
    needed('record_number'),
    needed('given_name'),
    needed('family_name'),
    needed('birth_date'),
    column('sex'),
    column('phone'),
    needed('site'),
    needed('programme'),
    needed('level'),
    column('age_group'),
    column('referral_source'),
    needed('referred_at'),
    column('admitted_at'),
  ],
  screens: [
    needed('record_number'),
    column('family_name'),
    column('birth_date'),
    needed('specimen'),
    needed('collected_at'),
    needed('reported_at'),
    column('status'),
    needed('stage'),
    column('positive'),
    column('negative'),
    column('validity'),
    column('laboratory'),
  ],
} as const satisfies Readonly<Record<FileKind, readonly FileColumn[]>>;
export type FileColumnName = (typeof fileColumns)[FileKind][number]['name'];

/** Larger files are sent in parts. */
export const largestFile = { bytes: 1_048_576, lines: 2_000, cell: 500 } as const;

/** Why a file is not looked at line by line; nothing of it is said again. */
export const fileFaults = [
  'not-csv',
  'not-text',
  'empty',
  'quotes',
  'other-columns',
  'column-unknown',
  'column-twice',
  'column-missing',
  'too-many-lines',
] as const;
export type FileFault = (typeof fileFaults)[number];

/** What is wrong in a cell. */
export const cellFaults = [
  'missing',
  'not-understood',
  'too-long',
  'too-many-cells',
  'no-moment',
  'future',
  'twice-in-file',
  'two-results',
  'no-such-site',
  'no-such-programme',
  'no-such-level',
] as const;
export type CellFault = (typeof cellFaults)[number];

/** What became of a line, or would become of it. */
export const lineOutcomes = [
  'recorded',
  /** It was here before: nothing is changed. */
  'known',
  'faulty',
  'nobody-found',
  'several-found',
  'person-differs',
  'no-journey',
  'rejected',
  'not-allowed',
  'not-now',
] as const;
export type LineOutcome = (typeof lineOutcomes)[number];

/** Of one line: codes and our own ids, nothing that stands in it. */
export const LineResult = z
  .strictObject({
    /** In the file, as a person counts: the one with the names of the columns is line 1. */
    line: z.int().positive(),
    outcome: z.enum(lineOutcomes),
    /** What is new by it, in order. */
    done: z.array(z.enum(['AddPerson', ...commandTypes])).readonly(),
    faults: z.array(z.strictObject({ column: z.string(), fault: z.enum(cellFaults) })).readonly(),
    /** The rejection's own name. */
    rejection: z.string().optional(),
    episodeId: Uuid.optional(),
  })
  .meta({ id: 'LineResult' });
export type LineResult = z.output<typeof LineResult>;

export const FileResult = z
  .strictObject({
    kind: z.enum(fileKinds),
    /** Nothing was stored: this is what would be. */
    dry: z.boolean(),
    lines: z.array(LineResult).readonly(),
  })
  .meta({ id: 'FileResult' });
export type FileResult = z.output<typeof FileResult>;

/** Whether nothing is left to do about a line. */
export const isWell = ({ outcome }: Pick<LineResult, 'outcome'>): boolean =>
  outcome === 'recorded' || outcome === 'known';
