import type { Programme } from '../programme/programme.ts';
import type { Rejection } from '../rejections.ts';
import { isCode } from './asam.ts';
import type { DimensionRating } from './commands.ts';
import type { Rated } from './recommend.ts';
import { dimensions as allDimensions, type Dimension, type Edition } from './vocabulary.ts';

/** `0`, any level, still to be evaluated (4th edition). */
const special: readonly string[] = ['0', 'ANY', 'EVAL'];
/** What matters to the person is heard and not scored (4th edition). */
const notScored: Readonly<Record<Edition, Dimension | undefined>> = { 3: undefined, 4: 6 };

/** Why these ratings are none of one edition: mixed, of the wrong one for the age, twice, or not all. */
export function ratingsRefused(rated: Rated, { assessments }: Programme): Rejection | undefined {
  const { edition, age, dimensions } = rated;
  const needs = assessments.edition[age];
  // The 4th edition has criteria for adults; the volume for adolescents is not adopted yet.
  if (age === 'adolescent' && edition !== needs) return { type: 'EditionNotForAge', edition, needs };
  for (const [index, rating] of dimensions.entries()) {
    const mixed = mixedField(rating, edition);
    if (mixed !== undefined) return { type: 'EditionsMixed', field: `dimensions[${index}].${mixed}`, edition };
    const twice = dimensions.findIndex((other) => sameDimension(other, rating)) !== index;
    if (twice) return { type: 'DimensionRatedTwice', field: `dimensions[${index}]` };
  }
  const missing = allDimensions.filter((dimension) => !dimensions.some((one) => one.dimension === dimension));
  return missing.length > 0 ? { type: 'DimensionsNotRated', dimensions: missing } : undefined;
}

const sameDimension = (a: DimensionRating, b: DimensionRating): boolean =>
  a.dimension === b.dimension && a.subdimension === b.subdimension;

/** The field that belongs to the other edition, or that this one needs and lacks. */
function mixedField(rating: DimensionRating, edition: Edition): string | undefined {
  const { dimension, subdimension, risk, minimumLevel } = rating;
  switch (edition) {
    case 3:
      if (minimumLevel !== undefined) return 'minimumLevel';
      if (subdimension !== undefined) return 'subdimension';
      return risk === undefined ? 'risk' : undefined;
    case 4:
      if (risk !== undefined) return 'risk';
      if (dimension === notScored[edition]) return minimumLevel === undefined ? undefined : 'minimumLevel';
      return minimumLevel !== undefined && (special.includes(minimumLevel) || isCode(edition, minimumLevel))
        ? undefined
        : 'minimumLevel';
  }
}
