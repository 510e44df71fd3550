import type { UsePattern } from '../assessments/vocabulary.ts';
import { msPerHour, toMs, type Instant } from '../time.ts';
import type { Disposition, DrugClass, Matrix } from '../vocabulary.ts';

const ownNames: Partial<Record<DrugClass, string>> = {
  pcp: 'PCP',
  mdma: 'MDMA',
  'other-sedatives': 'other sedatives',
  other: 'another substance',
};

export const named = (drugClass: DrugClass): string => ownNames[drugClass] ?? drugClass;

export const inMatrix = (matrix: Matrix): string => (matrix === 'oral-fluid' ? 'oral fluid' : matrix);

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Elapsed time in the unit a person would choose: `36 hours`, `2 days`, `4.5 days`. */
export function elapsed(from: Instant, to: Instant): string {
  const hours = Math.abs(toMs(to) - toMs(from)) / msPerHour;
  if (hours < 48) return counted(Math.floor(hours), 'hour');
  return counted(Math.floor((hours / 24) * 10) / 10, 'day');
}

export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** The disposition as people read it (pathway §12). */
export const dispositionWords: Readonly<Record<Disposition, string>> = {
  superseded: 'replaced by a later report',
  missed: 'not collected',
  excused: 'excused',
  declined: 'declined',
  unable: 'unable to give a specimen',
  'integrity-concern': 'specimen needs review',
  recollect: 'to be collected again',
  'awaiting-review': 'awaiting a review by a clinician',
  inconclusive: 'inconclusive',
  'unexpected-absence': 'medication-taking and safety review',
  negative: 'negative',
  'unexpected-pattern': 'medication-taking and safety review',
  'expected-prescribed': 'explained by a medication',
  'unexpected-use': 'unexpected positive, treated as new use',
  baseline: 'consistent with earlier use',
  residual: 'consistent with earlier use',
  'awaiting-confirmation': 'awaiting confirmation',
  pending: 'pending a final report',
};

/** A window, with the pattern of use that it is for, where that is known. */
export const windowOf = (days: number, pattern: UsePattern): string =>
  `${counted(days, 'day')}${pattern === 'unknown' ? '' : ` for ${pattern} use`}`;
