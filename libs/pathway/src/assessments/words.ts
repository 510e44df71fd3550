import type { Programme } from '../programme/programme.ts';
import type { RuleTried } from '../rule-tried.ts';
import type { Driver, Recommendation } from './events.ts';
import type { Dimension, Edition } from './vocabulary.ts';
import { whatIsAsked, type Rated } from './recommend.ts';

const dimensionWords: Readonly<Record<Edition, Readonly<Record<Dimension, string>>>> = {
  3: {
    1: 'intoxication and withdrawal',
    2: 'physical health',
    3: 'emotional, behavioural and cognitive needs',
    4: 'readiness to change',
    5: 'risk of a return to use',
    6: 'recovery environment',
  },
  4: {
    1: 'intoxication, withdrawal and addiction medications',
    2: 'physical health',
    3: 'psychiatric and cognitive needs',
    4: 'risks of substance use',
    5: 'recovery environment',
    6: 'what matters to the person',
  },
};

const named = ({ dimension, subdimension }: Driver, edition: Edition): string =>
  `dimension ${dimension}${subdimension ?? ''} (${dimensionWords[edition][dimension]})`;

function stillOpen(dimensions: readonly Dimension[]): string {
  const last = dimensions.at(-1);
  const others = dimensions.slice(0, -1);
  return others.length === 0 ? `Dimension ${last} is` : `Dimensions ${others.join(', ')} and ${last} are`;
}

/** One sentence for people: what is indicated, and which dimensions force it. */
export function recommendationSentence(
  { asam, level, drivers, alongside, toEvaluate }: Recommendation,
  { levels }: Programme,
): string {
  const title = level === undefined ? undefined : levels[level]?.title;
  const place = title === undefined ? 'which this programme does not have' : `here ${title}`;
  const because =
    drivers.length === 0
      ? 'no dimension asks for more'
      : `by ${drivers.map((driver) => named(driver, asam.edition)).join(' and ')}`;
  const beside = alongside?.map(({ code }) => `, with medical management (${code}) beside it`).join('') ?? '';
  const open = toEvaluate === undefined ? '' : ` ${stillOpen(toEvaluate)} still to be evaluated.`;
  return `Indicated level ${asam.code} (ASAM Criteria, ${asam.edition === 3 ? '3rd' : '4th'} edition), ${place}${beside}: ${because}.${open}`;
}

/** What each dimension asked for; `held` = it forces the level. */
export function dimensionsTried(rated: Rated, { drivers }: Recommendation, programme: Programme): readonly RuleTried[] {
  return whatIsAsked(rated, programme).map((asked, index) => {
    const { risk, minimumLevel } = rated.dimensions[index] ?? {};
    const rating = risk === undefined ? (minimumLevel ?? 'not scored') : `rated ${risk}`;
    const forces = drivers.some(
      ({ dimension, subdimension }) => dimension === asked.dimension && subdimension === asked.subdimension,
    );
    return {
      rule: `dimension-${asked.dimension}${asked.subdimension?.toLowerCase() ?? ''}`,
      held: minimumLevel === 'EVAL' ? 'unknown' : forces,
      saw: risk === undefined ? rating : `${rating}, asks for ${asked.asks}`,
    };
  });
}
