import type { ClassResult, DrugClass, Stage } from '@stepway/pathway';
import { meaningOf, type LoincMeaning } from '../loinc/meaning.ts';
import { localMeaning, type LocalCodes, type LocalMeaning, type ValidityPart } from '../message/local-codes.ts';
import type { AskReason } from '../question.ts';
import { amountOf, type Amount } from './amount.ts';
import { loincSystem } from './codes.ts';
import { outcomeOf } from './outcome.ts';
import type { Measured } from './shapes.ts';
import { stageOf } from './stage.ts';
import { validityPartOf } from './validity.ts';

export type TestMeaning = Extract<LoincMeaning, { means: 'result' }>;

/** What the codes of one measured value come to. */
export type Coded =
  | { readonly is: 'test'; readonly loinc?: string; readonly meaning: TestMeaning }
  | { readonly is: 'cut-off'; readonly meaning: Extract<LoincMeaning, { means: 'cut-off' }> }
  | { readonly is: 'panel'; readonly stage?: Stage }
  | { readonly is: 'validity'; readonly part: ValidityPart }
  /** The sender's mapping says that it has nothing to do with a drug test. */
  | { readonly is: 'nothing' }
  | { readonly is: 'unknown'; readonly reason: AskReason; readonly loinc?: string; readonly drugClass?: DrugClass };

/** A code that means something of a drug test, its LOINC code where it has one. */
interface Known {
  readonly loinc?: string;
  readonly meaning: LoincMeaning;
}

/**
 * Reads the LOINC codes, and the sender's own as far as its mapping knows them; others beside them are left aside. Two
 * meanings are none.
 */
export function codedAs({ code }: Pick<Measured, 'code'>, local: LocalCodes): Coded {
  const mapped = code.coding.flatMap(({ system, code: own }) => localMeaning(local, system, own) ?? []);
  const codes = code.coding.flatMap(({ system, code: own = '' }) =>
    // What does not look like a code could be anything, and stands in a question that everybody reads.
    system === loincSystem && /^\d{1,7}-\d$/.test(own) ? [own] : [],
  );
  const loincs = [...codes, ...mapped.flatMap((meaning) => ('loinc' in meaning ? [meaning.loinc] : []))];
  const parts = [...loincs.map(validityPartOf), ...mapped.map((one) => ('validity' in one ? one.validity : undefined))];
  const part = parts.find((one) => one !== undefined);
  if (part !== undefined) return { is: 'validity', part };
  const known = [
    ...loincs.flatMap((loinc): readonly Known[] => {
      const meaning = meaningOf(loinc);
      return meaning ? [{ loinc, meaning }] : [];
    }),
    ...mapped.flatMap(knownBy),
  ];
  const [one] = known;
  if (one === undefined && mapped.some((meaning) => 'nothing' in meaning)) return { is: 'nothing' };
  const [first] = loincs;
  if (one === undefined)
    return first === undefined
      ? { is: 'unknown', reason: 'no-loinc-code' }
      : { is: 'unknown', reason: 'code-not-in-table', loinc: first };
  const subject = ({ meaning }: Known) => ('drugClass' in meaning ? meaning.drugClass : undefined);
  const loinc = one.loinc === undefined ? {} : { loinc: one.loinc };
  if (known.some((other) => other.meaning.means !== one.meaning.means || subject(other) !== subject(one)))
    return { is: 'unknown', reason: 'contradiction', ...loinc };
  const { meaning } = one;
  switch (meaning.means) {
    case 'result':
      return { is: 'test', ...loinc, meaning };
    case 'cut-off':
      return { is: 'cut-off', meaning };
    case 'panel':
      return { is: 'panel', ...(meaning.stage && { stage: meaning.stage }) };
    case 'ask':
      return { is: 'unknown', ...loinc, ...meaning };
  }
}

/** What the mapping says without a LOINC code. */
function knownBy(local: LocalMeaning): readonly Known[] {
  if ('panel' in local) return [{ meaning: { means: 'panel', ...(local.panel !== 'any' && { stage: local.panel }) } }];
  if (!('drugClass' in local)) return [];
  const { drugClass, stage, analyte } = local;
  const named = { ...(analyte !== undefined && { analyte }), ...(stage && { stage }) };
  return [{ meaning: { means: 'result', drugClass, measures: 'presence', ...named } }];
}

export interface Surroundings {
  readonly method: string;
  /** Of the panel that the test belongs to. */
  readonly panel: Stage | undefined;
  /** What a cut-off code of the same report says of this test. */
  readonly cutoff: Amount | undefined;
}

/** One result, or why there is none. */
export function resultOf(
  { loinc, meaning }: Extract<Coded, { is: 'test' }>,
  measured: Measured,
  { method, panel, cutoff: beside }: Surroundings,
): ClassResult | AskReason {
  const cutoff = cutoffOf(meaning, measured) ?? beside;
  const found = outcomeOf(measured, cutoff);
  if (typeof found === 'string') return found;
  const { amount, outcome, presumptive } = found;
  const stage = stageOf({ loinc: meaning.stage, method, panel, callsItselfPresumptive: presumptive });
  return {
    drugClass: meaning.drugClass,
    ...(meaning.analyte !== undefined && { analyte: meaning.analyte }),
    outcome,
    stage,
    ...(method !== '' && { method: method.slice(0, 64) }),
    // `< 50` is no amount: nothing was measured.
    ...(amount !== undefined && amount.comparator === undefined && { amount: amount.value }),
    ...(amount?.comparator === undefined && amount?.unit !== undefined && { unit: amount.unit.slice(0, 16) }),
    ...(cutoff !== undefined && (amount === undefined || cutoff.unit === amount.unit) && { cutoff: cutoff.value }),
    ...(loinc !== undefined && { loinc }),
  };
}

/** The cut-off that the code or the reference range states; a range with a lower limit is no cut-off. */
function cutoffOf({ cutoffNgMl }: TestMeaning, { referenceRange }: Measured): Amount | undefined {
  if (cutoffNgMl !== undefined) return { value: cutoffNgMl, unit: 'ng/mL' };
  const limit = referenceRange.find(({ low, high }) => high !== undefined && (low?.value ?? 0) === 0)?.high;
  return limit && amountOf(limit);
}
