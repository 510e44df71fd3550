import type { UsePattern } from '../assessments/vocabulary.ts';
import type { CareElsewhere } from '../external-encounters/care-elsewhere.ts';
import type { Medication } from '../medications/state.ts';
import type { Programme } from '../programme/programme.ts';
import type { Instant } from '../time.ts';
import type { Disposition, DrugClass, Matrix } from '../vocabulary.ts';
import type { Chain } from './chain.ts';
import type { MergedClass, MergedSpecimen } from './merge.ts';

/** A valid negative: what can clear a class. */
export interface Negative {
  readonly at: Instant;
  readonly matrix: Matrix;
  readonly definitive: boolean;
  /** The highest cut-off it was measured against, where the laboratory says it. */
  readonly cutoff?: number;
}

/** A use established by an earlier specimen, with the collection that showed each class of it. */
export interface EarlierUse {
  readonly useId: string;
  readonly at: Instant;
  readonly shownAt: Readonly<Partial<Record<DrugClass, Instant>>>;
}

/** An earlier positive with an amount: what a rise is measured from. */
export interface Measured {
  readonly at: Instant;
  readonly laboratory: string;
  readonly method: string;
  readonly unit: string | undefined;
  /** Amount for each mg/dL of creatinine. */
  readonly normalised: number;
}

/** What the specimens collected before this one have shown. Never changed in place: sentences are told later. */
export interface Past {
  readonly uses: readonly EarlierUse[];
  readonly negatives: Readonly<Partial<Record<DrugClass, Chain<Negative>>>>;
  readonly measured: Readonly<Partial<Record<DrugClass, Chain<Measured>>>>;
  readonly dilutes?: Chain<Instant>;
}

/** What is known of the person, as it holds for one specimen. */
export interface Person {
  /** The first attended service of the episode, or of the re-entry that the specimen belongs to; nothing before. */
  readonly admittedAt?: Instant;
  /** Recorded here, or given elsewhere. */
  readonly medications: readonly Medication[];
  readonly careElsewhere: readonly CareElsewhere[];
  readonly programme: Programme;
  /** The last use of each class that the person told of and that lies before admission. */
  readonly reportedUse: (drugClass: DrugClass) => Instant | undefined;
  /** How a class, or one that shows as it, was used around that moment. */
  readonly patternOfUse: (drugClass: DrugClass, at: Instant) => UsePattern;
}

/** All that a rule may look at to say what one class of one specimen means. */
export interface ClassFacts {
  readonly specimen: MergedSpecimen;
  readonly result: MergedClass;
  readonly past: Past;
  readonly person: Person;
  /** Its confirmation was asked for and did not come in time. */
  readonly confirmationClosed: boolean;
}

export interface Verdict {
  readonly holds: true;
  readonly disposition: Disposition;
  /** A use is established by it. */
  readonly establishesUse?: boolean;
  /** It joins this earlier use. */
  readonly joins?: string;
  /** What a colleague would say, with the values seen. */
  readonly sentence: () => string;
  readonly saw: () => string;
}

export interface NotHeld {
  readonly holds: false;
  readonly saw: () => string;
}

/** One rule of pathway §4. Values are put into words only when somebody will read them. */
export interface Rule {
  readonly name: string;
  readonly judge: (facts: ClassFacts) => Verdict | NotHeld;
}

export const notHeld = (saw: () => string): NotHeld => ({ holds: false, saw });

export const held = (
  disposition: Disposition,
  told: { readonly saw: () => string; readonly sentence: () => string },
  effect: { readonly establishesUse?: boolean; readonly joins?: string } = {},
): Verdict => ({ holds: true, disposition, ...told, ...effect });
