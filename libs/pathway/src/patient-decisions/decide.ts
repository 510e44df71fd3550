import type { CommandOf } from '../commands.ts';
import { accept, nothingNew, reject, type Context, type Decision } from '../decision.ts';
import type { NewEvent, NewEventOf } from '../events.ts';
import { inTheFuture } from '../facts-in-time.ts';
import type { Journey, OpenedJourney } from '../journey.ts';
import { cancelled } from '../transitions/cancel.ts';
import { wasNumbered } from '../transitions/start.ts';
import type { TransitionKind } from '../vocabulary.ts';

/**
 * Records what the person says to a move, or to less support still to come, in their own words. A person who declines
 * a move stays at the level they accepted: the move ends with it, nothing else does (pathway §5).
 * Told again: no news. Rejects: EpisodeNotOpened, UnknownTransition, UnknownLevel, InTheFuture, PatientDecisionConflict.
 */
export function recordPatientDecision(
  journey: Journey,
  command: CommandOf<'RecordPatientDecision'>,
  { programme, now }: Context,
): Decision {
  const { transitionId, decision, level, at, words, reason, occurredAt } = command;
  if (journey.status === 'not-opened') return reject({ type: 'EpisodeNotOpened' });
  const known = journey.patientDecisions.find((said) => said.at === at && said.transitionId === transitionId);
  if (known) {
    const same = known.decision === decision && known.level === level;
    return same ? nothingNew : reject({ type: 'PatientDecisionConflict', at });
  }
  const open = journey.status === 'active' ? journey.transition : undefined;
  if (transitionId !== undefined && !wasNumbered(journey, transitionId))
    return reject({ type: 'UnknownTransition', transitionId, open: open?.transitionId ?? null });
  if (level !== undefined && programme.levels[level] === undefined)
    return reject({ type: 'UnknownLevel', level, levels: Object.keys(programme.levels) });
  const ahead = inTheFuture({ at }, now);
  if (ahead) return reject(ahead);

  const kind = transitionId === undefined ? undefined : kindOf(journey, transitionId);
  const recorded: NewEventOf<'PatientDecisionRecorded'> = {
    type: 'PatientDecisionRecorded',
    occurredAt,
    data: {
      decision,
      at,
      ...(transitionId !== undefined && { transitionId }),
      ...(kind && { kind }),
      ...(level !== undefined && { level }),
      ...(words && { words }),
      ...(reason && { reason }),
    },
  };
  const declines = decision === 'declines' && transitionId !== undefined && open?.transitionId === transitionId;
  const ends: NewEvent[] = declines ? [cancelled(transitionId, 'patient-declined', now)] : [];
  return accept(recorded, ...ends);
}

/** Of the open move, or of one that was made; what became of nothing has no kind any more. */
function kindOf(journey: OpenedJourney, transitionId: string): TransitionKind | undefined {
  const open = journey.status === 'active' ? journey.transition : undefined;
  return [...(open ? [open] : []), ...journey.completedTransitions].find((move) => move.transitionId === transitionId)
    ?.kind;
}
