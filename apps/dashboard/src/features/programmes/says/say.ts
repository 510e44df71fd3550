import { options } from '../../../texts/en/options.ts';
import { programmeRules } from '../../../texts/en/programme-rules.ts';
import { capital, small } from '../../../texts/letters.ts';
import { locale, t } from '../../../texts/texts.ts';

/** One sentence of what a programme's file says, and the places in it that the sentence tells of. */
export interface Statement {
  /** The same in every version, so that two can be compared. */
  readonly id: string;
  /** JSON pointers. */
  readonly paths: readonly string[];
  readonly words: string;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  /** Set where it is about one level. */
  readonly level?: string;
  readonly statements: readonly Statement[];
}

type Said = Exclude<keyof typeof programmeRules.says, 'atDeadline' | 'threshold_one' | 'threshold_other'> | 'threshold';

/** Writes sentences of one part of the file: `under` is where the part stands. */
export const teller =
  (under: string) =>
  (
    key: Said,
    paths: readonly string[],
    values: Readonly<Record<string, string | number>> = {},
    /** Where a sentence is said of several things: which. */
    of = '',
  ): Statement => ({
    id: `${under}${of === '' ? '' : `/${of}`} ${slotOf[key] ?? key}`,
    paths: paths.map((path) => `${under}/${path}`),
    words: t(`programmeRules.says.${key}` as 'programmeRules.says.noRandom', values),
  });

/** Sentences that take each other's place: in a comparison one is what became of the other. */
const slotOf: Readonly<Partial<Record<Said, string>>> = {
  hoursBetween: 'hours',
  hoursAtLeast: 'hours',
  hoursAtMost: 'hours',
  noMinimumStay: 'minimumStay',
  expectedOpen: 'expected',
  noStepUp: 'stepUp',
  noStepDown: 'stepDown',
  stepUpWithdrawal: 'condition',
  stepUpIndicated: 'condition',
  noLookBack: 'lookBack',
  noRandom: 'random',
  guardPasses: 'guard',
  guardHolds: 'guard',
  downConfirm: 'downAutomatic',
  presumptiveCounts: 'presumptive',
  explainsNothing: 'explains',
};

export const listOf = (words: readonly string[]): string => new Intl.ListFormat(locale()).format(words);

export const days = (count: number): string => t('programmeRules.days', { count });

/** "24 hours", but "14 days": whole days from two on are read as days. */
export const hours = (count: number): string =>
  count >= 48 && count % 24 === 0 ? days(count / 24) : t('programmeRules.hours', { count });

type Vocabulary = 'drugClass' | 'goalDomain' | 'candidacy' | 'exclusion' | 'matrix' | 'sessionType' | 'priority';

/** Codes as people read them, inside of a sentence. */
export const coded = (vocabulary: Vocabulary, codes: readonly string[]): string =>
  listOf(codes.map((code) => small(codeWords(vocabulary, code))));

export function codeWords(vocabulary: Vocabulary, code: string): string {
  const key: string = `options.${vocabulary}.${code}`;
  return Object.hasOwn(options[vocabulary], code) ? t(key as 'options.age.adult') : capital(code.replaceAll('-', ' '));
}
