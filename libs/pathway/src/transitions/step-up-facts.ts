import type { CompletedTransition, OpenTransition } from './state.ts';
import type { Context } from '../decision.ts';
import { analyteOf, mergeReports } from '../drug-testing/merge.ts';
import type { OpenedJourney } from '../journey.ts';
import type { Use } from '../drug-testing/state.ts';
import type { Level } from '../programme/level.ts';
import type { Mode } from '../programme/moves.ts';
import type { Programme } from '../programme/programme.ts';
import { daysBetween, type Instant } from '../time.ts';
import type { DrugClass } from '../vocabulary.ts';
import { levelOf } from './level-of.ts';
import { stepUpTarget } from './indicated.ts';

export interface StepUpFacts {
  readonly journey: OpenedJourney;
  readonly programme: Programme;
  readonly now: Instant;
  readonly use: Use;
  /** The uses that count towards the threshold, this one among them. */
  readonly uses: readonly Use[];
  /** Open, or completed after the collection: the use joins its grounds. */
  readonly stepUp?: OpenTransition | CompletedTransition;
  readonly level?: Level;
  readonly target?: Level;
  readonly mode: Mode;
}

/** What comes of a use when a rule is the first that does not let the move through. */
export type StepUpResult = 'joined' | 'late-review' | 'reassess' | 'withdrawal-check' | 'nothing' | 'propose' | 'start';

/** The facts that the rules look at, once for all of them. */
export function stepUpFacts(journey: OpenedJourney, use: Use, context: Context): StepUpFacts {
  const { programme, now } = context;
  const uses = usesThatCount(journey, use, programme);
  const mode = modeOf(journey, use, programme);

  const stepUp = stepUpOver(journey, use);
  if (journey.status !== 'active') return { journey, programme, now, use, uses, mode, ...(stepUp && { stepUp }) };
  const level = levelOf(programme, journey.stay.level);
  const target = stepUpTarget(journey, use, context);
  return {
    journey,
    programme,
    now,
    use,
    uses,
    mode,
    level,
    ...(target && { target }),
    ...(stepUp && { stepUp }),
  };
}

/** The mode that lets most happen by itself, of those that the classes of the use ask for. */
function modeOf(journey: OpenedJourney, use: Use, { stepUp: { byClass, byAnalytes, mode: usual } }: Programme): Mode {
  const modes = use.drugClasses.map((drugClass) => {
    const found = analytesFound(journey, use, drugClass);
    const byAnalyte = byAnalytes.find(
      (rule) =>
        rule.drugClass === drugClass && found.length > 0 && found.every((analyte) => rule.analytes.includes(analyte)),
    );
    return byAnalyte?.mode ?? byClass[drugClass] ?? usual;
  });
  return (['automatic', 'propose'] as const).find((known) => modes.includes(known)) ?? 'review-only';
}

/** What the specimens of a use were positive for; '' where the laboratory names no analyte. */
const analytesFound = ({ specimens }: OpenedJourney, { specimenIds }: Use, drugClass: DrugClass): readonly string[] =>
  specimens
    .filter(({ specimenId }) => specimenIds.includes(specimenId))
    .flatMap((specimen) => mergeReports(specimen).classes)
    .filter((found) => found.drugClass === drugClass)
    .flatMap(({ results }) => results.filter(({ outcome }) => outcome === 'positive').map(analyteOf));

/** The most uses that lie, with this one, within the days of the threshold: whichever became known first. */
function usesThatCount({ uses }: OpenedJourney, use: Use, { stepUp: { threshold } }: Programme): readonly Use[] {
  if (threshold.uses === 1) return [use];
  const standing = uses.filter((other) => !other.withdrawn);
  return standing
    .map(({ at: from }) => standing.filter(({ at }) => at >= from && daysBetween(from, at) <= threshold.withinDays))
    .filter((within) => within.includes(use))
    .reduce((most, within) => (within.length > most.length ? within : most), [use]);
}

function stepUpOver(journey: OpenedJourney, use: Use): OpenTransition | CompletedTransition | undefined {
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (open?.kind === 'step-up') return open;
  return journey.completedTransitions.findLast((made) => made.kind === 'step-up' && made.completedAt > use.at);
}
