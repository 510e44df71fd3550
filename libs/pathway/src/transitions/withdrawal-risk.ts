import { asMade } from '../assessments/as-made.ts';
import type { Assessment } from '../assessments/state.ts';
import { withoutSuffix } from '../assessments/asam.ts';
import type { InstrumentCode } from '../instruments/instrument.ts';
import type { Use } from '../drug-testing/state.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Programme } from '../programme/programme.ts';
import type { RuleTried } from '../rule-tried.ts';
import { plusHours, type Instant } from '../time.ts';

type Seen = Omit<RuleTried, 'rule'>;

/** One look at withdrawal, and whether it found a risk. */
interface Look {
  readonly at: Instant;
  readonly risk: boolean;
  readonly saw: string;
}

/**
 * Whether somebody looked at withdrawal lately, and found a risk that asks for withdrawal management: an assessment of
 * the last days (dimension 1 severe in the 3rd edition, medically managed in the 4th), or a scale of the last day
 * (CIWA-Ar, COWS). One sign is enough (pathway §5). Nothing on record is not the same as no risk, and what was looked
 * at before the use says nothing of what follows it.
 */
export function withdrawalRisk(journey: OpenedJourney, use: Use, now: Instant, programme: Programme): Seen {
  const { ciwaArAtLeast, cowsAtLeast } = programme.stepUp.withdrawalRisk;
  const looks = [
    ...assessedLately(journey, now, programme),
    ...scored('ciwa-ar', ciwaArAtLeast, journey, now, programme),
    ...scored('cows', cowsAtLeast, journey, now, programme),
  ];
  const signs = looks.filter(({ risk }) => risk);
  if (signs.length > 0) return { held: true, saw: inWords(signs) };
  const since = looks.filter(({ at }) => at >= use.at);
  if (since.length > 0) return { held: false, saw: inWords(since) };
  const before = looks.length > 0 ? `, only before the use: ${inWords(looks)}` : '';
  return { held: 'unknown', saw: `no current assessment or scale on record${before}` };
}

const inWords = (looks: readonly Look[]): string => looks.map(({ saw }) => saw).join(', ');

function assessedLately(journey: OpenedJourney, at: Instant, { stepUp }: Programme): readonly Look[] {
  const { assessmentHours, dimension1AtLeast, dimension1Levels } = stepUp.withdrawalRisk;
  const last = asMade(journey).findLast(
    (assessment) => assessment.assessedAt <= at && ofDimension1(assessment).length > 0,
  );
  if (last === undefined || at > plusHours(last.assessedAt, assessmentHours)) return [];
  const ratings = ofDimension1(last);
  const asks = ratings.map(({ risk, minimumLevel }) => risk ?? minimumLevel);
  const risk = ratings.some(
    ({ risk: rated, minimumLevel }) =>
      (rated !== undefined && rated >= dimension1AtLeast) ||
      (minimumLevel !== undefined && dimension1Levels.includes(withoutSuffix(minimumLevel))),
  );
  const saw = `assessed ${last.assessedAt}: withdrawal (dimension 1) ${asks.join(', ')}`;
  return [{ at: last.assessedAt, risk, saw }];
}

/** What could be rated of withdrawal; a dimension that is yet to be evaluated says nothing. */
const ofDimension1 = ({ dimensions }: Assessment): Assessment['dimensions'] =>
  dimensions.filter(({ dimension, minimumLevel }) => dimension === 1 && minimumLevel !== 'EVAL');

function scored(
  code: InstrumentCode,
  atLeast: number,
  { instruments }: OpenedJourney,
  now: Instant,
  { stepUp }: Programme,
): readonly Look[] {
  const last = instruments
    .filter(({ instrument, at }) => instrument === code && at <= now)
    .filter(({ at }) => now <= plusHours(at, stepUp.withdrawalRisk.scaleHours))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
    .at(-1);
  if (last?.score === undefined) return [];
  return [{ at: last.at, risk: last.score >= atLeast, saw: `${titles[code] ?? code} ${last.score} at ${last.at}` }];
}

const titles: Readonly<Partial<Record<InstrumentCode, string>>> = { 'ciwa-ar': 'CIWA-Ar', cows: 'COWS' };
