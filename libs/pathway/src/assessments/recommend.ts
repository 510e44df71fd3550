import type { Level } from '../programme/level.ts';
import type { Programme } from '../programme/programme.ts';
import type { AgeGroup } from '../vocabulary.ts';
import {
  broadLevel,
  enhanced,
  intensity,
  isEnhanced,
  isMedicallyManaged,
  isWithdrawalManagement,
  withoutSuffix,
} from './asam.ts';
import type { DimensionRating } from './commands.ts';
import type { Driver, Recommendation } from './events.ts';
import type { Edition } from './vocabulary.ts';

/** What the ratings of an assessment are read by. */
export interface Rated {
  readonly edition: Edition;
  readonly age: AgeGroup;
  readonly dimensions: readonly DimensionRating[];
}

const noNeed = '0';
/** Any level will do, or it could not be rated yet: neither forces a level (4th edition). */
const forcesNothing: readonly string[] = ['ANY', 'EVAL'];

/** The least level that one dimension asks for: in the 3rd edition what its rating comes to, in the 4th what it says. */
function asksFor({ dimension, risk, minimumLevel }: DimensionRating, { edition, age }: Rated, programme: Programme) {
  if (edition === 4) return minimumLevel === undefined || forcesNothing.includes(minimumLevel) ? noNeed : minimumLevel;
  return risk === undefined ? noNeed : (programme.assessments.minimumByRating[age][dimension][risk] ?? noNeed);
}

/** What each dimension asks for, in the order in which they were rated. */
export const whatIsAsked = (rated: Rated, programme: Programme): readonly Driver[] =>
  rated.dimensions.map((rating) => {
    const { dimension, subdimension } = rating;
    return { dimension, ...(subdimension && { subdimension }), asks: asksFor(rating, rated, programme) };
  });

/**
 * The indicated level: the least that is safe for the dimension that needs most, never an average (ASAM Criteria;
 * clinical-reference §2). In the 4th edition
 * - a medically managed level that a dimension asks for above all others ends the question ("stop early");
 * - an enhanced level (COE) that is asked for stays enhanced at a higher one of the same broad level, while a residential
 *   level asked for by others overrides 2.5 COE;
 * - 1.7 or 2.7 below a clinically managed level is given beside it.
 * The drivers are the dimensions that force the level; a need that several share has several.
 */
export function recommend(rated: Rated, programme: Programme): Recommendation {
  const { edition } = rated;
  const asked = whatIsAsked(rated, programme);
  const intensityOf = (code: string): number => intensity({ edition, code });
  const most = asked.map(({ asks }) => asks).reduce((a, b) => (intensityOf(b) > intensityOf(a) ? b : a), noNeed);
  const toEvaluate = [...new Set(rated.dimensions.filter(isOpen).map(({ dimension }) => dimension))];
  const open = toEvaluate.length > 0 ? { toEvaluate } : {};
  if (most === noNeed) return { ...nothingAsked(edition, programme), drivers: [], ...open };

  const staysEnhanced =
    !isMedicallyManaged(most) && asked.some(({ asks }) => isEnhanced(asks) && broadLevel(asks) === broadLevel(most));
  const code = staysEnhanced ? enhanced(most) : most;
  const drivers = asked.filter(
    ({ asks }) => asks === most || (staysEnhanced && isEnhanced(asks) && broadLevel(asks) === broadLevel(most)),
  );
  const alongside = asked
    .map(({ asks }) => asks)
    .filter((asks) => edition === 4 && isMedicallyManaged(asks) && !isMedicallyManaged(most))
    .sort((a, b) => intensityOf(a) - intensityOf(b))
    .slice(-1)
    .map((medical) => ({ edition, code: medical }));
  const level = leastThatGives(rated, code, programme);
  return {
    asam: { edition, code },
    ...(level && { level: level.id }),
    drivers,
    ...(alongside.length > 0 && { alongside }),
    ...open,
  };
}

const isOpen = ({ minimumLevel }: DimensionRating): boolean => minimumLevel === 'EVAL';

/** No dimension forces anything: the least intensive level of the ladder is enough. */
function nothingAsked(edition: Edition, { ladder, levels }: Programme): Pick<Recommendation, 'asam' | 'level'> {
  const least = levels[ladder.at(-1) ?? ''];
  const code = least?.asam.find((own) => own.edition === edition)?.code ?? noNeed;
  return { asam: { edition, code }, ...(least && { level: least.id }) };
}

/**
 * The least intensive level for this age with a code of this edition that gives at least so much. Aftercare is for
 * people who were treated: at equal codes it comes after an outpatient level. Whether a level is enhanced does not
 * choose another one: every level is at least capable of co-occurring conditions.
 */
function leastThatGives({ edition, age }: Rated, wanted: string, { levels }: Programme): Level | undefined {
  const least = intensity({ edition, code: withoutSuffix(wanted) });
  const intensityIn = (level: Level): number | undefined => {
    const own = level.asam.filter(
      (code) => code.edition === edition && isWithdrawalManagement(code.code) === isWithdrawalManagement(wanted),
    );
    const enough = own.map(intensity).filter((given) => given >= least);
    return enough.length === 0 ? undefined : Math.min(...enough);
  };
  return Object.values(levels)
    .filter(({ kind, admits }) => kind !== 'early-intervention' && admits.includes(age))
    .flatMap((level) => {
      const given = intensityIn(level);
      return given === undefined ? [] : [{ level, given }];
    })
    .toSorted(
      (a, b) =>
        a.given - b.given ||
        Number(a.level.kind === 'aftercare') - Number(b.level.kind === 'aftercare') ||
        a.level.rank - b.level.rank,
    )[0]?.level;
}
