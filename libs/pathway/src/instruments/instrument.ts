import type { AgeGroup } from '../vocabulary.ts';

/** Published questionnaires and scales that Stepway scores. */
export const instrumentCodes = ['bam', 'phq-9', 'phq-a', 'gad-7', 'c-ssrs', 'ciwa-ar', 'cows'] as const;
export type InstrumentCode = (typeof instrumentCodes)[number];

/** The bands of the published scales, in their own words; `low` to `high` are those of the suicide screener. */
export const severities = [
  'none',
  'minimal',
  'mild',
  'low',
  'moderate',
  'moderately-severe',
  'severe',
  'high',
] as const;
export type Severity = (typeof severities)[number];

export type Answers = Readonly<Record<string, number>>;

export interface Item {
  /** The points that an answer may give. */
  readonly allowed: readonly number[];
  /** May be left out. */
  readonly optional?: true;
  /** Asked only if these items were answered with more than none; else it is left out, or none. */
  readonly onlyAfter?: string;
  /** Can be no more than this other item. */
  readonly atMost?: string;
}

export const subscales = ['use', 'risk', 'protective'] as const;

export interface Subscale {
  readonly scale: (typeof subscales)[number];
  readonly score: number;
  /** Beyond the published cut-off: a clinician looks. */
  readonly needsAttention: boolean;
}

export interface Scored {
  /** Absent where the authors give no total. */
  readonly score?: number;
  readonly severity?: Severity;
  readonly subscales?: readonly Subscale[];
  /** An item about suicide was answered with yes. */
  readonly suicideItem?: true;
}

export interface Instrument {
  readonly title: string;
  /** Only for one age, with the instrument that the other has. */
  readonly onlyFor?: { readonly age: AgeGroup; readonly otherwise: InstrumentCode };
  readonly items: Readonly<Record<string, Item>>;
  readonly score: (answers: Answers) => Scored;
}

/** The lowest score of a band, ascending. */
export type Bands = readonly (readonly [from: number, severity: Severity])[];

export const sum = (answers: Answers, items: readonly string[]): number =>
  items.reduce((total, item) => total + (answers[item] ?? 0), 0);

/** A plain sum of all items, in bands. */
export function inBands(score: number, bands: Bands): { readonly score: number; readonly severity: Severity } {
  const [, severity = 'none'] = bands.findLast(([from]) => score >= from) ?? [];
  return { score, severity };
}

/** Items that all allow the same points. */
export const alike = (items: readonly string[], allowed: readonly number[]): Readonly<Record<string, Item>> =>
  Object.fromEntries(items.map((item) => [item, { allowed }]));

export const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, points) => points);
export const noOrYes = [0, 1] as const;
