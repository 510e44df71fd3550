import type { ClassResult } from '@stepway/pathway';
import { speaksForClass } from '../loinc/meaning.ts';
import type { AskReason, Question } from '../question.ts';

/** What one measured value comes to. */
type Found = { readonly result: ClassResult; readonly resource: number };
export type Answer = Found | Question;

export interface Settled {
  readonly results: readonly ClassResult[];
  /** Negatives of one analyte that do not make their class negative. */
  readonly setAside: readonly ClassResult[];
  readonly questions: readonly Question[];
}

/**
 * Looks at the results of a report together: two that differ about one analyte are a question; a negative that does
 * not speak for its class is set aside, and asked about only where nothing else remains (a definitive panel has dozens).
 */
export function settled(answers: readonly Answer[]): Settled {
  const found = answers.filter((answer) => 'result' in answer);
  const differing = found.filter((one) => found.some((other) => differ(one.result, other.result)));
  const agreeing = found.filter((one) => !differing.includes(one));
  const aside = agreeing.filter(({ result }) => saysTooLittle(result, agreeing));
  const results = agreeing.filter((one) => !aside.includes(one)).map(({ result }) => result);
  return {
    results,
    setAside: aside.map(({ result }) => result),
    questions: [
      ...answers.filter((answer) => 'reason' in answer),
      ...differing.map((one) => asked(one, 'contradiction')),
      ...(results.length === 0 ? aside.map((one) => asked(one, 'one-analyte-only')) : []),
    ],
  };
}

const sameTest = (a: ClassResult, b: ClassResult): boolean => a.drugClass === b.drugClass && a.stage === b.stage;

const differ = (a: ClassResult, b: ClassResult): boolean =>
  sameTest(a, b) && a.analyte === b.analyte && a.outcome !== b.outcome;

/** A negative, of a class where nothing is positive, and too little of the class was looked for. */
function saysTooLittle(result: ClassResult, found: readonly Found[]): boolean {
  if (result.outcome !== 'negative') return false;
  const tested = found.map((one) => one.result).filter((other) => sameTest(other, result));
  if (tested.some(({ outcome }) => outcome === 'positive')) return false;
  const lookedFor = tested.filter(({ outcome }) => outcome === 'negative').map(({ analyte }) => analyte);
  return !speaksForClass(result.drugClass, lookedFor);
}

const asked = ({ result: { drugClass, loinc }, resource }: Found, reason: AskReason): Question => ({
  reason,
  resource,
  drugClass,
  ...(loinc !== undefined && { loinc }),
});
