import { accountedFor } from '../../medications/explains.ts';
import type { EvidenceFloor } from '../../programme/drug-testing.ts';
import { cutoffInNgPerMl, inNgPerMl } from '../amounts.ts';
import type { ClassResult } from '../commands.ts';
import { held, notHeld, type ClassFacts, type Rule } from '../facts.ts';
import { analyteOf, type MergedSpecimen } from '../merge.ts';
import { capitalised, named } from '../words.ts';

/** The rule's name: beside another specimen it asks for a talk. */
export const belowEvidenceFloorName = 'below-evidence-floor';

/**
 * Rule 15: so little may stem from hand sanitiser, mouthwash or poppy seeds (clinical-defaults §3), unless the person
 * tells of use. The floors are for definitive results in urine; a screen goes on to its confirmation.
 */
export const belowEvidenceFloor: Rule = {
  name: belowEvidenceFloorName,
  judge: (facts) => {
    const { specimen, result, person } = facts;
    if (result.stage !== 'definitive' || specimen.matrix !== 'urine')
      return notHeld(() => `${result.stage} in ${specimen.matrix}`);
    if (result.acknowledgedUseAt !== undefined) return notHeld(() => 'use told of');
    const floor = person.programme.drugTesting.floors.find(({ drugClass }) => drugClass === result.drugClass);
    const why = floor && belowFloor(floor, facts);
    if (why === undefined) return notHeld(() => 'no evidence floor, or above it');
    return held('inconclusive', {
      saw: () => why,
      sentence: () =>
        `${capitalised(named(result.drugClass))}: positive, but ${why}. That may have another cause than use. Please talk with the person, and test again.`,
    });
  },
};

/** Why the findings that no medication explains are no evidence; nothing when one of them is. */
function belowFloor(floor: EvidenceFloor, { specimen, result, person }: ClassFacts): string | undefined {
  const { needs = [], unlessFound = [] } = floor;
  const { neverExplained } = person.programme.drugTesting;
  const found = result.results.filter((one) => one.outcome === 'positive');
  const open = found.filter((one) => !accountedFor(one, found, specimen.collectedAt, person));
  const floored = open.filter((one) => floor.analytes.includes(analyteOf(one)));
  const other = open.filter((one) => !floor.analytes.includes(analyteOf(one)) && !needs.includes(analyteOf(one)));
  if (floored.length === 0 || other.length > 0 || isFound(specimen, unlessFound, neverExplained)) return undefined;
  const [first] = floored;
  const name = first?.analyte ?? floor.analytes[0];
  if (needs.length > 0 && !isFound(specimen, needs, neverExplained))
    return `${name} was found without ${needs[0]?.toUpperCase()}`;
  const below = floored.every((one) => isBelow(one, floor.belowNgMl));
  return below ? `${name} is below ${floor.belowNgMl} ng/mL` : undefined;
}

/** Where the report gives no amount its cut-off speaks; without either, nothing shows that it is below. */
function isBelow(result: ClassResult, floor: number): boolean {
  const amount = inNgPerMl(result);
  return amount !== undefined && amount < floor && (cutoffInNgPerMl(result) ?? 0) < floor;
}

/** 6-acetylmorphine is reported as an analyte of opioids or as the class heroin. */
function isFound({ classes }: MergedSpecimen, analytes: readonly string[], ofHeroin: readonly string[]): boolean {
  const asHeroin = analytes.some((analyte) => ofHeroin.includes(analyte));
  const isOneOf = (result: ClassResult): boolean =>
    result.outcome === 'positive' &&
    (analytes.includes(analyteOf(result)) || (asHeroin && result.drugClass === 'heroin'));
  return classes.some(({ cancelled, results }) => !cancelled && results.some(isOneOf));
}
