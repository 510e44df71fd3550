import { formularyEntryOf, isTaken } from '../../medications/explains.ts';
import { missedBefore } from '../../medications/missed-in-a-row.ts';
import type { Medication } from '../../medications/state.ts';
import type { MedicationPattern } from '../../programme/drug-testing.ts';
import { daysBetween } from '../../time.ts';
import { cutoffInNgPerMl, inNgPerMl } from '../amounts.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { analyteOf } from '../merge.ts';
import type { ClassResult } from '../commands.ts';

/**
 * Rule 9: what was found contradicts taking the medication: methadone without EDDP, almost no norbuprenorphine beside
 * buprenorphine. It may have been added to the specimen. About taking it and safety, as rule 7, never a step up.
 * A ratio between unexpected and usual goes to a clinician (clinical-defaults §2). The figures are for urine.
 */
export const unexpectedPattern: Rule = {
  name: 'unexpected-pattern',
  judge: (facts) => {
    const { specimen, result, person } = facts;
    if (result.outcome !== 'positive' || result.stage !== 'definitive' || specimen.matrix !== 'urine')
      return notHeld(() => `${result.stage} ${result.outcome} in ${specimen.matrix}`);
    for (const pattern of person.programme.drugTesting.patterns) {
      if (pattern.drugClass !== result.drugClass) continue;
      const medication = person.medications.find((one) => isSteadilyTaken(one, pattern, facts));
      if (medication === undefined) continue;
      const seen = readPattern(pattern, result.results);
      if (seen !== undefined) return contradiction(seen, medication, facts);
    }
    return notHeld(() => 'no pattern that contradicts a medication');
  },
};

interface Seen {
  readonly what: string;
  readonly unexpected: boolean;
}

function contradiction({ what, unexpected }: Seen, medication: Medication, { person }: ClassFacts) {
  const { title } = formularyEntryOf(medication, person.programme);
  return unexpected
    ? held('unexpected-pattern', {
        saw: () => what,
        sentence: () =>
          `${title} was found, but ${what}, which does not fit with taking it. Please talk about how taking it is going and whether it is safe; the medication goes on.`,
      })
    : held('awaiting-review', {
        saw: () => what,
        sentence: () => `${title} was found, but ${what}, which is less than usual. A clinician needs to look at it.`,
      });
}

/** In the first days of a medication, and after missed doses, the pattern has not settled. */
function isSteadilyTaken(medication: Medication, { medications }: MedicationPattern, facts: ClassFacts): boolean {
  const { collectedAt } = facts.specimen;
  const hours = facts.person.programme.drugTesting.patternExpectedAfterHours;
  return (
    medications.includes(medication.medication) &&
    isTaken(medication, collectedAt) &&
    daysBetween(medication.from, collectedAt) * 24 >= hours &&
    !missedBefore(medication, collectedAt, hours)
  );
}

/** Nothing where the report does not tell of both, or where they are as usual. */
function readPattern(pattern: MedicationPattern, results: readonly ClassResult[]): Seen | undefined {
  const parent = results.find((one) => one.outcome === 'positive' && analyteOf(one) === pattern.parent);
  const metabolite = results.find((one) => analyteOf(one) === pattern.metabolite);
  if (parent === undefined || metabolite === undefined) return undefined;
  const missing = metabolite.outcome === 'negative';
  const without = { what: `no ${spoken(pattern.metabolite)} beside ${pattern.parent}`, unexpected: true };
  if (pattern.kind === 'metabolite-missing') return missing ? without : undefined;

  // Not found: there is less of it than the laboratory could see.
  const most = missing ? cutoffInNgPerMl(metabolite) : inNgPerMl(metabolite);
  const of = inNgPerMl(parent);
  if (missing && (most === undefined || of === undefined)) return without;
  if (most === undefined || !of) return undefined;
  const ratio = most / of;
  if (ratio > pattern.usualAbove) return undefined;
  const what = `${missing ? 'less than ' : ''}${ratio.toPrecision(2)} of ${pattern.metabolite} for each of ${pattern.parent}`;
  return { what, unexpected: ratio < pattern.unexpectedBelow };
}

const spoken = (analyte: string): string => (analyte.length <= 4 ? analyte.toUpperCase() : analyte);
