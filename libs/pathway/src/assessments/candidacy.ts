import type { OpenedJourney } from '../journey.ts';
import { hasSafePlace } from '../person/living-situation.ts';
import type { CandidacyCriterion, ExclusionCriterion, LevelEntry } from '../programme/entry.ts';
import { asMade } from './as-made.ts';
import type { WithdrawalRiskAnswer } from './vocabulary.ts';

type Answer = boolean | 'unknown';

export interface Entry {
  readonly criteria: readonly {
    readonly code: CandidacyCriterion;
    readonly weight: 'required' | 'supporting';
    readonly met: Answer;
  }[];
  readonly exclusions: readonly { readonly code: ExclusionCriterion; readonly holds: Answer }[];
}

/** What speaks for and against a level, as far as the assessments answer it; what nobody answered is not known. */
export function entryTo({ criteria, exclusions }: LevelEntry, journey: OpenedJourney): Entry {
  return {
    criteria: criteria.map(({ code, weight }) => ({ code, weight, met: isMet(journey, code) })),
    exclusions: exclusions.map((code) => ({ code, holds: holdsAgainst(journey, code) })),
  };
}

/** The exclusions that hold: each rejects an admission unless a medical role gives a reason. */
export const exclusionsThatHold = (entry: LevelEntry, journey: OpenedJourney): readonly ExclusionCriterion[] =>
  entryTo(entry, journey)
    .exclusions.filter(({ holds }) => holds === true)
    .map(({ code }) => code);

/** The last answer; without one, what other facts of the assessments say. */
const isMet = (journey: OpenedJourney, code: CandidacyCriterion): Answer =>
  asMade(journey).findLast(({ candidacy }) => candidacy?.[code] !== undefined)?.candidacy?.[code] ??
  byOtherFacts(journey, code);

const holdsAgainst = (journey: OpenedJourney, code: ExclusionCriterion): Answer =>
  asMade(journey).findLast(({ exclusions }) => exclusions?.[code] !== undefined)?.exclusions?.[code] ??
  byOtherFacts(journey, code);

const lowRisk: readonly WithdrawalRiskAnswer[] = ['none', 'mild'];

/** The withdrawal risk that was assessed, and the place where the person lives. */
function byOtherFacts(journey: OpenedJourney, code: CandidacyCriterion | ExclusionCriterion): Answer {
  const risk = asMade(journey).findLast(({ withdrawalRisk }) => withdrawalRisk !== undefined)?.withdrawalRisk;
  const home = hasSafePlace(journey, journey.recordedAt);
  switch (code) {
    case 'withdrawal-risk':
      return risk === undefined || risk === 'unknown' ? 'unknown' : !lowRisk.includes(risk);
    case 'minimal-withdrawal-risk':
      return risk === undefined || risk === 'unknown' ? 'unknown' : lowRisk.includes(risk);
    case 'severe-withdrawal':
      return risk === undefined || risk === 'unknown' ? 'unknown' : risk === 'severe';
    case 'unsafe-home':
    case 'unstable-home':
      return home === undefined ? 'unknown' : !home;
    default:
      return 'unknown';
  }
}
